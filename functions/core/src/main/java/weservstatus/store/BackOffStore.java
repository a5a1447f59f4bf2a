package weservstatus.store;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.LocationId;
import weservstatus.check.TargetId;
import weservstatus.verdict.BackOff;

/** Whom each location leaves alone, and until when: a restart must not ask again at once. */
public final class BackOffStore {
    private final Table table;

    public BackOffStore(Table table) {
        this.table = table;
    }

    public Optional<BackOff> find(LocationId location, TargetId target) {
        return table.get(key(location, target)).map(item -> decode(item.document()));
    }

    /** The newest word counts: a location performs one round at a time. */
    public void put(LocationId location, TargetId target, BackOff backOff) {
        table.put(
                new Table.Item(
                        key(location, target),
                        encode(backOff),
                        0,
                        Optional.of(backOff.forgotten())),
                Table.Condition.ALWAYS);
    }

    private static String encode(BackOff backOff) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("until", backOff.until().toString());
        json.put("wait", backOff.pause().toString());
        json.put("everything", backOff.everything());
        json.put("over", backOff.over());
        return Fields.JSON.writeValueAsString(json);
    }

    private static BackOff decode(String document) {
        Fields json = Fields.parse("backOff", document);
        BackOff backOff =
                new BackOff(
                        json.instant("until"),
                        json.duration("wait"),
                        json.flag("everything"),
                        json.flag("over"));
        json.end();
        return backOff;
    }

    private static Table.Key key(LocationId location, TargetId target) {
        return new Table.Key("backoff#" + location, target.value());
    }
}
