package weservstatus.store;

import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.CheckId;
import weservstatus.observe.Beat;

/** The last call of each target that calls us. */
public final class BeatStore {
    /** Callers of one heartbeat that may meet at once; beyond that the newer ones are told so. */
    private static final int TRIES = 8;

    private final Table table;

    public BeatStore(Table table) {
        this.table = table;
    }

    public Optional<Beat> find(CheckId check) {
        return table.get(key(check)).map(item -> decode(item.document()));
    }

    /** Keeps the newest call: an older one, or the same again, changes nothing. */
    public void put(CheckId check, Beat beat) {
        for (int left = TRIES; left > 0; left--) {
            Optional<Table.Item> known = table.get(key(check));
            if (known.filter(item -> isNoOlder(item, beat)).isPresent()
                    || write(known, check, beat)) {
                return;
            }
        }
        throw new IllegalStateException("too many calls for " + check + " at once");
    }

    private static boolean isNoOlder(Table.Item known, Beat beat) {
        return !decode(known.document()).at().isBefore(beat.at());
    }

    private boolean write(Optional<Table.Item> known, CheckId check, Beat beat) {
        long version = known.map(Table.Item::version).orElse(0L);
        Table.Condition unchanged =
                known.isEmpty() ? Table.Condition.ABSENT : Table.Condition.versionIs(version);
        return table.put(
                new Table.Item(key(check), encode(beat), version + 1, Optional.empty()), unchanged);
    }

    private static String encode(Beat beat) {
        ObjectNode json = Fields.JSON.createObjectNode();
        json.put("at", beat.at().toString());
        json.put("up", beat.up());
        json.put("message", beat.message());
        beat.pingMillis().ifPresent(ping -> json.put("ping", ping));
        return Fields.JSON.writeValueAsString(json);
    }

    private static Beat decode(String document) {
        Fields json = Fields.parse("beat", document);
        Beat beat =
                new Beat(
                        json.instant("at"),
                        json.flag("up"),
                        json.text("message"),
                        json.has("ping")
                                ? OptionalLong.of(json.whole("ping"))
                                : OptionalLong.empty());
        json.end();
        return beat;
    }

    private static Table.Key key(CheckId check) {
        return new Table.Key("beat", check.value());
    }
}
