package weservstatus.store;

import tools.jackson.databind.node.ObjectNode;
import weservstatus.notify.MessageId;
import weservstatus.notify.Pending;
import weservstatus.notify.Receiver;

/** A message that is still to be sent, as JSON. */
final class PendingJson implements Codec<Pending> {

    @Override
    public String encode(Pending pending) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("message", pending.message().value());
        json.put("receiver", pending.receiver().label());
        json.put("thread", pending.thread());
        json.put("order", pending.order());
        json.put("queued", pending.queued().toString());
        json.put("due", pending.due().toString());
        json.put("tried", pending.tried());
        return Fields.JSON.writeValueAsString(json);
    }

    @Override
    public Pending decode(String document) {
        Fields json = Fields.parse("pending", document);
        Pending pending =
                new Pending(
                        json.parsed("message", MessageId::new),
                        json.parsed("receiver", NoticeJson.one(Receiver::find)),
                        json.text("thread"),
                        json.text("order"),
                        json.instant("queued"),
                        json.instant("due"),
                        json.integer("tried"));
        json.end();
        return pending;
    }
}
