package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import weservstatus.store.Table.Item;

/** What a class that runs the table's contract supplies, and the words its tests are told in. */
public interface TableUnderTest {
    Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** Opens the table; whoever implements this closes it after the test. */
    Table table(InstantSource clock);

    default Table table() {
        return table(new TestClock(NOON));
    }

    /** A partition that no other test uses, since a table may be shared. */
    default String partition() {
        return "test#" + UUID.randomUUID();
    }

    static Item item(Table.Key key, String document) {
        return Item.of(key, document);
    }

    static Item item(Table.Key key, String document, long version) {
        return new Item(key, document, version, Optional.empty());
    }

    static Item expiring(Table.Key key, long version, Instant at) {
        return new Item(key, "{\"expires\":true}", version, Optional.of(at));
    }

    static Item expiring(Table.Key key, Duration fromNoon) {
        return expiring(key, 0, NOON.plus(fromNoon));
    }

    static List<String> sorts(List<Item> items) {
        return items.stream().map(item -> item.key().sort()).toList();
    }
}
