package weservstatus.notify;

import java.net.URI;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.observe.Side;

/**
 * A message as our own JSON, for programs. Fields are only ever added.
 *
 * <p>The specification of Standard Webhooks asks for less than 20 kB, so {@code what} is cut at
 * {@value #MOST_WHAT} characters.
 */
final class MessageJson {
    private static final int MOST_WHAT = 4_000;
    private static final int MOST_PARTS = 50;

    /** For all channels. */
    static final JsonMapper JSON = JsonMapper.shared();

    private MessageJson() {}

    static ObjectNode of(Message message) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", message.id().value());
        json.put("event", message.event().label());
        json.put("thread", message.about().thread());
        about(message.about(), json);
        json.put("page", line(message.page()));
        json.put("title", line(message.heading().title()));
        json.put("impact", message.heading().impact().label());
        json.put("status", message.heading().status());
        json.put("at", message.at().toString());
        parts(message.parts(), json.putArray("components"));
        json.put("componentCount", message.parts().size());
        facts(message.facts(), json);
        json.put("link", message.look().link().toASCIIString());
        texts(
                message.look().evidence().stream().map(URI::toASCIIString).toList(),
                json.putArray("evidence"));
        message.look().curl().ifPresent(line -> json.put("curl", line(line)));
        json.put("advice", line(message.advice()));
        return json;
    }

    /** Such as {@code incident.opened}. */
    static String type(Message message) {
        String noun =
                switch (message.about()) {
                    case About.OfIncident ignored -> "incident";
                    case About.OfWork ignored -> "maintenance";
                    case About.OfMessages ignored -> "messages";
                };
        return noun + "." + message.event().label();
    }

    private static void about(About about, ObjectNode json) {
        switch (about) {
            case About.OfIncident incident -> json.put("incident", incident.incident().value());
            case About.OfWork work -> json.put("maintenance", work.work().value());
            case About.OfMessages ignored -> json.putNull("incident");
        }
    }

    private static void parts(List<Message.Part> parts, ArrayNode array) {
        for (Message.Part part : parts.stream().limit(MOST_PARTS).toList()) {
            ObjectNode json = array.addObject();
            json.put("id", part.id().value());
            json.put("name", line(part.name()));
            json.put("group", part.group().value());
            json.put("groupName", line(part.groupName()));
            json.put("status", part.status().label());
        }
    }

    private static void facts(Message.Facts facts, ObjectNode json) {
        json.put("what", Dialect.PLAIN.cut(facts.what(), MOST_WHAT));
        json.put("since", facts.since().toString());
        facts.until().ifPresent(until -> json.put("until", until.toString()));
        texts(facts.places(), json.putArray("places"));
        json.put("side", facts.side().map(Side::label).orElse("unknown"));
        texts(facts.failing(), json.putArray("failing"));
    }

    private static void texts(List<String> texts, ArrayNode array) {
        texts.stream().limit(MOST_PARTS).map(MessageJson::line).forEach(array::add);
    }

    private static String line(String text) {
        return Dialect.PLAIN.line(text, 500);
    }
}
