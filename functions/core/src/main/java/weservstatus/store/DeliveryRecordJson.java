package weservstatus.store;

import tools.jackson.databind.node.ObjectNode;
import weservstatus.notify.DeliveryRecord;
import weservstatus.notify.Event;
import weservstatus.notify.MessageId;
import weservstatus.notify.Receiver;

/** What became of a message, as JSON. */
final class DeliveryRecordJson implements Codec<DeliveryRecord> {

    @Override
    public String encode(DeliveryRecord record) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("message", record.message().value());
        json.put("receiver", record.receiver().label());
        json.put("event", record.event().label());
        json.put("title", record.title());
        json.put("end", record.end().label());
        json.put("reason", record.reason());
        json.put("tried", record.tried());
        json.put("at", record.at().toString());
        return Fields.JSON.writeValueAsString(json);
    }

    @Override
    public DeliveryRecord decode(String document) {
        Fields json = Fields.parse("deliveryRecord", document);
        DeliveryRecord record =
                new DeliveryRecord(
                        json.parsed("message", MessageId::new),
                        json.parsed("receiver", NoticeJson.one(Receiver::find)),
                        json.parsed("event", NoticeJson.one(Event::find)),
                        json.text("title"),
                        json.parsed("end", NoticeJson.one(DeliveryRecord.End::find)),
                        json.text("reason"),
                        json.integer("tried"),
                        json.instant("at"));
        json.end();
        return record;
    }
}
