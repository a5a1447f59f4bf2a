package weservstatus.local.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A status document as docs/api.md describes it, to be bent by a test into the state it needs. */
final class Scene {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final ObjectNode root = JSON.createObjectNode();
    private final Instant now;

    private Scene(Instant now) {
        this.now = now;
    }

    /** Everything works; 90 days with a few small troubles, data 14 s old. */
    static Scene calm(Instant now) {
        Scene scene = empty(now);
        scene.group("delivery", "Delivery");
        scene.component("website", "Website", "wsrv.nl answers, TLS, IPv4 and IPv6", "99.995");
        scene.component("cached", "Cached pictures", "a picture asked for before", "99.987");
        scene.group("processing", "Processing");
        scene.component("resize", "Resize and crop", "width, height, fit, align, crop", "99.972");
        scene.component("formats", "Formats", "JPEG, PNG, WebP, AVIF, GIF, TIFF", "99.957");
        scene.component("effects", "Effects and masks", "filters, tint, blur, shapes", "99.990");
        scene.component("animation", "Animation", "GIF and WebP frames and delays", "99.990");
        scene.bad("cached", 27, "partial", 4);
        scene.bad("resize", 77, "degraded", 35);
        scene.bad("resize", 27, "partial", 4);
        scene.bad("formats", 77, "degraded", 35);
        scene.bad("formats", 27, "partial", 4);
        scene.bad("formats", 19, "maintenance", 30);
        scene.bad("animation", 34, "degraded", 170);
        IntStream.rangeClosed(81, 89).forEach(ago -> scene.unrecorded("effects", ago));
        scene.component("effects").put("coverage", "90.0");
        List.of("website", "cached", "resize", "formats", "effects", "animation")
                .forEach(id -> scene.bad(id, 48, "major", 12));
        return scene;
    }

    /** A document without any group. */
    static Scene empty(Instant now) {
        Scene scene = new Scene(now);
        Instant through = now.minusSeconds(14);
        scene.root.putObject("page").put("name", "wsrv.nl status").putNull("notice");
        scene.set("generatedAt", now.minusSeconds(10).toString());
        scene.set("dataThrough", through.toString());
        scene.root.put("roundSeconds", 60).put("staleAfterSeconds", 150);
        scene.overall("operational", "works");
        scene.root.putNull("since");
        scene.root
                .putObject("checks")
                .put("active", 24)
                .put("good", 24)
                .put("suspect", 0)
                .put("unknown", 0);
        scene.root.putArray("places");
        scene.place("This machine", "reporting");
        scene.root.putArray("groups");
        scene.speed();
        scene.root.putArray("incidents");
        scene.root.putArray("maintenance");
        return scene;
    }

    /** WebP pictures fail since 23 minutes. */
    static Scene incident(Instant now) {
        return calm(now)
                .overall("partial_outage", "some_fail")
                .state("formats", "partial_outage")
                .bad("formats", 0, "partial", 23)
                .problem(
                        "formats",
                        Map.of(
                                "checkId", "webp",
                                "check", "Convert to WebP",
                                "side", "service",
                                "reason", "IMAGE",
                                "message", "format: expected webp, got png"));
    }

    /** Data is fresh, but the monitor cannot see the service. */
    static Scene blind(Instant now) {
        Scene scene = calm(now).overall("unknown", "cannot_see");
        scene.components().forEach(component -> component.put("status", "unknown"));
        scene.array("places").removeAll();
        scene.components().forEach(one -> scene.bad(one.get("id").asString(), 0, "unobserved", 25));
        return scene.place("This machine", "blind");
    }

    /** The hours of the page's speed as those of a component. */
    String hours() {
        ObjectNode latency = JSON.createObjectNode().put("component", "formats");
        latency.set("hours", root.get("speed").get("hours"));
        return latency.toString();
    }

    String json() {
        return root.toString();
    }

    Scene set(String field, @Nullable String value) {
        root.put(field, value);
        return this;
    }

    Scene with(Consumer<ObjectNode> change) {
        change.accept(root);
        return this;
    }

    Scene aged(Duration age) {
        return set("dataThrough", now.minus(age).toString());
    }

    Scene paced(int roundSeconds, int staleAfterSeconds) {
        root.put("roundSeconds", roundSeconds).put("staleAfterSeconds", staleAfterSeconds);
        return this;
    }

    Scene overall(String status, String headline) {
        root.put("status", status).put("headline", headline);
        return this;
    }

    Scene notice(String text) {
        root.withObject("page").put("notice", text);
        return this;
    }

    Scene place(String name, String state) {
        array("places").addObject().put("id", name).put("name", name).put("state", state);
        return this;
    }

    Scene group(String id, String name) {
        array("groups").addObject().put("id", id).put("name", name).putArray("components");
        return this;
    }

    /** Adds to the newest group; all days are good. */
    Scene component(String id, String name, String about, @Nullable String uptime) {
        ArrayNode groups = array("groups");
        ObjectNode component =
                ((ArrayNode) groups.get(groups.size() - 1).get("components")).addObject();
        component.put("id", id).put("name", name).put("description", about);
        component.put("status", "operational").putNull("since").putArray("problems");
        component.put("uptime", uptime).put("coverage", "99.9");
        ArrayNode days = component.putArray("days");
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        for (int ago = 89; ago >= 0; ago--) {
            day(days.addObject(), today.minusDays(ago), ago == 0 ? elapsedToday() : DAY);
        }
        return this;
    }

    private static void day(ObjectNode day, LocalDate date, long operational) {
        day.put("date", date.toString()).put("operational", operational);
        List.of("degraded", "partial", "major", "maintenance", "unobserved")
                .forEach(state -> day.put(state, 0));
    }

    /** At least half an hour, so that a test just after midnight has room for its trouble. */
    private long elapsedToday() {
        return Math.max(30 * MINUTE, now.toEpochMilli() % DAY);
    }

    Scene state(String id, String status) {
        component(id)
                .put("status", status)
                .put("since", now.minus(Duration.ofSeconds(23 * 60 + 30)) + "");
        return this;
    }

    Scene problem(String id, Map<String, String> problem) {
        ObjectNode added = component(id).withArray("problems").addObject();
        problem.forEach(added::put);
        return this;
    }

    /** Turns good minutes of a day into others. */
    Scene bad(String id, int daysAgo, String state, int minutes) {
        ObjectNode day = dayOf(id, daysAgo);
        long moved = Math.min(minutes * MINUTE, day.get("operational").asLong());
        day.put("operational", day.get("operational").asLong() - moved);
        day.put(state, day.get(state).asLong() + moved);
        return this;
    }

    Scene unrecorded(String id, int daysAgo) {
        dayOf(id, daysAgo).put("operational", 0);
        return this;
    }

    ObjectNode component(String id) {
        return components().stream()
                .filter(component -> component.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<ObjectNode> components() {
        return array("groups")
                .valueStream()
                .flatMap(group -> group.get("components").valueStream())
                .map(ObjectNode.class::cast)
                .toList();
    }

    private ObjectNode dayOf(String id, int daysAgo) {
        return (ObjectNode) component(id).get("days").get(89 - daysAgo);
    }

    private ArrayNode array(String field) {
        return root.withArray(field);
    }

    /** A day like any other: quicker at night, one slow hour. */
    private void speed() {
        ObjectNode speed = root.putObject("speed");
        latency(speed.putObject("day").put("n", 8640), 86.1, 152.4, 258.0);
        ArrayNode hours = speed.putArray("hours");
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        for (int ago = 23; ago >= 0; ago--) {
            double busy = Math.sin(ago / 3.7) * 9 + (ago == 8 ? 28 : 0) + ago % 4;
            ObjectNode one = hours.addObject().put("hour", hour.minus(ago, ChronoUnit.HOURS) + "");
            latency(one.put("n", 360), 84 + busy, 150 + 2.2 * busy, 240 + 3 * busy);
        }
    }

    private static void latency(ObjectNode node, double p50, double p95, double p99) {
        node.put("p50", p50).put("p95", p95).put("p99", p99);
    }
}
