package weservstatus.lambda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.store.Table;

/**
 * The account's table as it would be after what a {@link Rehearsal} writes: the writes go to where
 * they end without a trace, and are remembered here, so that whoever writes and reads again comes
 * to an end. Conditions always hold, for nobody else is on the stage.
 */
final class StagedTable implements Table {
    private final Table account;

    /** What was written; absent what was deleted. */
    private final Map<Key, Optional<Item>> written = new HashMap<>();

    StagedTable(Table account) {
        this.account = account;
    }

    @Override
    public synchronized Optional<Item> get(Key key) {
        Optional<Item> there = account.get(key);
        return Optional.ofNullable(written.get(key)).orElse(there);
    }

    /** What was written stands on the first page, whatever the limit. */
    @Override
    public synchronized Page query(Query query) {
        Page there = account.query(query);
        List<Item> items = new ArrayList<>(there.items());
        items.removeIf(item -> written.containsKey(item.key()));
        if (query.after().isEmpty()) {
            written.values().stream()
                    .flatMap(Optional::stream)
                    .filter(item -> isAskedFor(item.key(), query))
                    .forEach(items::add);
        }
        Comparator<Item> bySort =
                (one, other) -> Key.compareSort(one.key().sort(), other.key().sort());
        items.sort(query.order() == Order.ASCENDING ? bySort : bySort.reversed());
        return new Page(items, there.next());
    }

    private static boolean isAskedFor(Key key, Query query) {
        return key.partition().equals(query.partition())
                && query.from().filter(from -> Key.compareSort(key.sort(), from) < 0).isEmpty()
                && query.to().filter(to -> Key.compareSort(key.sort(), to) > 0).isEmpty();
    }

    @Override
    public synchronized boolean put(Item item, Condition condition) {
        written.put(item.key(), Optional.of(item));
        return account.put(item, condition);
    }

    @Override
    public synchronized boolean delete(Key key, Condition condition) {
        written.put(key, Optional.empty());
        return account.delete(key, condition);
    }

    @Override
    public synchronized boolean transact(List<Write> writes) {
        for (Write write : writes) {
            written.put(
                    write.key(),
                    switch (write) {
                        case Write.Put put -> Optional.of(put.item());
                        case Write.Delete ignored -> Optional.empty();
                    });
        }
        return account.transact(writes);
    }
}
