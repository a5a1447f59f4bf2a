package weservstatus.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.incident.Impact;
import weservstatus.incident.IncidentId;
import weservstatus.incident.MaintenanceId;
import weservstatus.notify.About;
import weservstatus.notify.Event;
import weservstatus.notify.Message;
import weservstatus.notify.MessageId;
import weservstatus.notify.Notice;
import weservstatus.observe.Side;
import weservstatus.verdict.ComponentStatus;

/** A notice as JSON. */
final class NoticeJson implements Codec<Notice> {
    private static final int VERSION = 1;

    @Override
    public String encode(Notice notice) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("v", VERSION);
        json.put("id", notice.id().value());
        json.put("event", notice.event().label());
        encode(notice.about(), json);
        json.put("title", notice.heading().title());
        json.put("impact", notice.heading().impact().label());
        json.put("status", notice.heading().status());
        ArrayNode parts = json.putArray("parts");
        for (Notice.Part part : notice.parts()) {
            ObjectNode node = parts.addObject();
            node.put("component", part.id().value());
            node.put("status", part.status().label());
        }
        encode(notice.facts(), json.putObject("facts"));
        texts(json, "evidence", notice.evidence());
        json.put("byMonitor", notice.byMonitor());
        json.put("at", notice.at().toString());
        return Fields.JSON.writeValueAsString(json);
    }

    private static void encode(About about, ObjectNode json) {
        switch (about) {
            case About.OfIncident of -> json.put("incident", of.incident().value());
            case About.OfWork of -> {
                ObjectNode node = json.putObject("work");
                node.put("id", of.work().value());
                node.put("occurrence", of.occurrence());
                node.put("start", of.start().toString());
                node.put("end", of.end().toString());
            }
            case About.OfMessages ignored -> {}
        }
    }

    private static void encode(Message.Facts facts, ObjectNode json) {
        json.put("what", facts.what());
        json.put("since", facts.since().toString());
        facts.until().ifPresent(until -> json.put("until", until.toString()));
        texts(json, "places", facts.places());
        facts.side().ifPresent(side -> json.put("side", side.label()));
        texts(json, "failing", facts.failing());
    }

    private static void texts(ObjectNode json, String name, List<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }

    @Override
    public Notice decode(String document) {
        Fields json = Fields.parse("notice", document);
        if (json.whole("v") != VERSION) {
            throw new UnreadableDocument("notice.v", "written by another version of the program");
        }
        Notice notice =
                new Notice(
                        json.parsed("id", MessageId::new),
                        json.parsed("event", one(Event::find)),
                        about(json),
                        new Message.Heading(
                                json.text("title"),
                                json.parsed("impact", one(Impact::find)),
                                json.text("status")),
                        json.objects("parts").stream().map(NoticeJson::part).toList(),
                        facts(json.object("facts")),
                        json.texts("evidence"),
                        json.flag("byMonitor"),
                        json.instant("at"));
        json.end();
        return notice;
    }

    private static About about(Fields json) {
        if (json.has("incident")) {
            return new About.OfIncident(json.parsed("incident", IncidentId::new));
        }
        return json.optionalObject("work").map(NoticeJson::work).orElseGet(About.OfMessages::new);
    }

    private static About work(Fields json) {
        About about =
                new About.OfWork(
                        json.parsed("id", MaintenanceId::new),
                        json.text("occurrence"),
                        json.instant("start"),
                        json.instant("end"));
        json.end();
        return about;
    }

    private static Notice.Part part(Fields json) {
        Notice.Part part =
                new Notice.Part(
                        json.parsed("component", ComponentId::new),
                        json.parsed("status", one(ComponentStatus::find)));
        json.end();
        return part;
    }

    private static Message.Facts facts(Fields json) {
        Message.Facts facts =
                new Message.Facts(
                        json.text("what"),
                        json.instant("since"),
                        IncidentJson.optional(json, "until"),
                        json.texts("places"),
                        json.has("side")
                                ? Optional.of(json.parsed("side", one(NoticeJson::side)))
                                : Optional.empty(),
                        json.texts("failing"));
        json.end();
        return facts;
    }

    private static Optional<Side> side(String label) {
        return Stream.of(Side.values()).filter(side -> side.label().equals(label)).findFirst();
    }

    /** What a finder finds, or a refusal that the reader of the document turns into a fault. */
    static <T> Function<String, T> one(Function<String, Optional<T>> finder) {
        return label -> finder.apply(label).orElseThrow(() -> new IllegalArgumentException(label));
    }
}
