package weservstatus.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.check.Looks;

/** When each location last looked at each check: a restart must not begin from the beginning. */
public final class LookStore {
    private static final String ALL = "all";

    private final Table table;

    public LookStore(Table table) {
        this.table = table;
    }

    public Optional<Looks> find(LocationId location) {
        return table.get(key(location)).map(item -> decode(item.document()));
    }

    /** The newest word counts: what two rounds at once lose is asked once too often. */
    public void put(LocationId location, Looks looks) {
        table.put(Table.Item.of(key(location), encode(looks)), Table.Condition.ALWAYS);
    }

    private static String encode(Looks looks) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("since", looks.since().toString());
        ObjectNode last = json.putObject("last");
        looks.last().forEach((check, slot) -> last.put(check.value(), slot.getEpochSecond()));
        return Fields.JSON.writeValueAsString(json);
    }

    private static Looks decode(String document) {
        Fields json = Fields.parse("looks", document);
        Fields last = json.object("last");
        Map<CheckId, Instant> looks = new TreeMap<>();
        last.names()
                .forEach(name ->
                        looks.put(new CheckId(name), Instant.ofEpochSecond(last.whole(name))));
        Looks decoded = new Looks(json.instant("since"), looks);
        json.end();
        return decoded;
    }

    private static Table.Key key(LocationId location) {
        return new Table.Key("looks#" + location, ALL);
    }
}
