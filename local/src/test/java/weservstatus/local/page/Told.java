package weservstatus.local.page;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Incidents and planned work as docs/api.md describes them, put into a scene. */
final class Told {
    private static final BigDecimal AROUND = new BigDecimal("0.003");
    private final Instant now;

    private Told(Instant now) {
        this.now = now;
    }

    /** One incident under way with words of people, one of a day ago, and work in two days. */
    static Scene incident(Instant now) {
        Told told = new Told(now);
        return told.planned(
                told.earlier(
                        told.over(
                                told.open(
                                        bracketed(Scene.incident(now)),
                                        "WebP pictures fail for new requests",
                                        true))));
    }

    /** Every component is down, and one incident tells of it. */
    static Scene outage(Instant now) {
        Scene scene = incident(now).overall("major_outage", "down");
        scene.components()
                .forEach(one -> {
                    String id = one.get("id").asString();
                    scene.state(id, "major_outage").bad(id, 0, "major", 23);
                });
        return scene.with(root -> {
            ObjectNode one = (ObjectNode) root.withArray("incidents").get(0);
            one.put("title", "All pictures fail").put("impact", "critical");
            ArrayNode affected = one.putArray("components");
            scene.components()
                    .forEach(component ->
                            affected.addObject()
                                    .put("id", component.get("id").asString())
                                    .put("status", "major_outage"));
        });
    }

    /** Only what is planned and what was. */
    static Scene calm(Instant now) {
        Told told = new Told(now);
        return told.planned(told.over(bracketed(Scene.calm(now))));
    }

    /** Uptime with the bracket that it lies in. */
    private static Scene bracketed(Scene scene) {
        scene.components()
                .forEach(one -> {
                    BigDecimal uptime = new BigDecimal(one.get("uptime").asString());
                    one.put("low", uptime.subtract(AROUND).toPlainString());
                    one.put("high", uptime.add(AROUND).toPlainString());
                });
        return scene;
    }

    /** All of it in words that somebody else chose. */
    static Scene saying(Scene scene, Instant now, String text) {
        Told told = new Told(now);
        told.incident(
                scene,
                one -> {
                    one.put("id", "hostile").put("title", text).put("impact", text);
                    one.put("status", "investigating").put("started", told.ago(9)).putNull("ended");
                    update(one.putArray("updates"), "investigating", text, told.ago(9))
                            .put("bodyHtml", text);
                    one.putArray("components").addObject().put("id", "c").put("status", text);
                    one.putArray("evidence").add(text);
                });
        told.work(
                scene,
                one -> {
                    one.put("title", text).put("body", text).put("bodyHtml", text);
                    one.put("status", "in_progress").put("maintenance", text);
                    one.put("start", told.ago(5)).put("end", told.ago(-5)).put("id", "work");
                    one.putNull("announcedEnd").putArray("components").add("c").add(text);
                    update(one.putArray("updates"), text, text, told.ago(4));
                });
        return scene;
    }

    private Scene open(Scene scene, String title, boolean byPeople) {
        return incident(
                scene,
                one -> {
                    one.put("id", "k3v9x1q0z7ab").put("title", title).put("takenOver", byPeople);
                    one.put("status", "identified").put("impact", "major");
                    one.put("started", ago(23)).putNull("ended").putNull("proposedEnd");
                    affected(one, "partial_outage");
                    ArrayNode updates = one.putArray("updates");
                    update(
                            updates,
                            "identified",
                            "<p>The encoder of two workers was updated; they are being <strong>rolled"
                                    + " back</strong>.</p>",
                            ago(6));
                    update(
                            updates,
                            "investigating",
                            "<p>We are looking into failing WebP conversions.</p>",
                            ago(17));
                    update(
                                    updates,
                                    "investigating",
                                    "<p>Formats fails in part since 14:02 UTC. Failing: Convert to"
                                            + " WebP. Seen from This machine.</p>",
                                    ago(23))
                            .put("byMonitor", true);
                    one.putArray("evidence").add("20261123T211200000Z.0.here.webp");
                });
    }

    private Scene over(Scene scene) {
        return incident(
                scene,
                one -> {
                    one.put("id", "over").put("title", "Formats: fails in part");
                    one.put("takenOver", false).put("status", "resolved").put("impact", "minor");
                    one.put("started", ago(27 * 24 * 60)).put("ended", ago(27 * 24 * 60 - 4));
                    affected(one, "operational");
                    update(
                                    one.putArray("updates"),
                                    "resolved",
                                    "<p>All checks pass again. It lasted 4 min.</p>",
                                    ago(27 * 24 * 60 - 4))
                            .put("byMonitor", true);
                    one.putArray("evidence");
                });
    }

    /** One of long ago, of which only the title is still told. */
    private Scene earlier(Scene scene) {
        return scene.with(root -> {
            ObjectNode one = root.withArray("earlier").addObject();
            one.put("id", "earlier").put("title", "4 components are affected");
            one.put("started", ago(77 * 24 * 60)).put("ended", ago(77 * 24 * 60 - 35));
            affected(one, "operational");
        });
    }

    private Scene planned(Scene scene) {
        return work(
                scene,
                one -> {
                    one.put("id", "p0q8w7e6r5t4").put("maintenance", "m1n2b3v4c5x6");
                    one.put("title", "storage move in Falkenstein").put("status", "scheduled");
                    one.put("bodyHtml", "<p>Cached pictures stay; new ones may be slower.</p>");
                    one.put("start", ago(-48 * 60 - 5)).put("end", ago(-48 * 60 - 95));
                    one.put("announcedEnd", ago(-48 * 60 - 95));
                    one.putArray("components").add("cached");
                    one.putArray("updates");
                });
    }

    Scene incident(Scene scene, Consumer<ObjectNode> one) {
        return scene.with(root -> one.accept(root.withArray("incidents").addObject()));
    }

    private Scene work(Scene scene, Consumer<ObjectNode> one) {
        return scene.with(root -> one.accept(root.withArray("maintenance").addObject()));
    }

    private static void affected(ObjectNode incident, String status) {
        incident.putArray("components").addObject().put("id", "formats").put("status", status);
    }

    private static ObjectNode update(ArrayNode updates, String status, String html, String at) {
        return updates.addObject()
                .put("status", status)
                .put("byMonitor", false)
                .put("body", html)
                .put("bodyHtml", html)
                .put("at", at);
    }

    private String ago(long minutes) {
        return now.minus(Duration.ofMinutes(minutes).plusSeconds(30)).toString();
    }
}
