package weservstatus.store;

import tools.jackson.databind.node.ObjectNode;
import weservstatus.notify.Event;
import weservstatus.notify.MessageId;
import weservstatus.notify.Outcome;
import weservstatus.notify.Receiver;

/** What became of a message, as JSON. */
final class OutcomeJson implements Codec<Outcome> {

    @Override
    public String encode(Outcome outcome) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("message", outcome.message().value());
        json.put("receiver", outcome.receiver().label());
        json.put("event", outcome.event().label());
        json.put("title", outcome.title());
        json.put("end", outcome.end().label());
        json.put("reason", outcome.reason());
        json.put("tried", outcome.tried());
        json.put("at", outcome.at().toString());
        return Fields.JSON.writeValueAsString(json);
    }

    @Override
    public Outcome decode(String document) {
        Fields json = Fields.parse("outcome", document);
        Outcome outcome =
                new Outcome(
                        json.parsed("message", MessageId::new),
                        json.parsed("receiver", NoticeJson.one(Receiver::find)),
                        json.parsed("event", NoticeJson.one(Event::find)),
                        json.text("title"),
                        json.parsed("end", NoticeJson.one(Outcome.End::find)),
                        json.text("reason"),
                        json.integer("tried"),
                        json.instant("at"));
        json.end();
        return outcome;
    }
}
