package weservstatus.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A table for tests of what lies above it; expired items stay until they are replaced. */
public final class InMemoryTable implements Table {
    private final InstantSource clock;
    private final NavigableMap<Key, Item> items =
            new TreeMap<>(
                    Comparator.comparing(Key::partition)
                            .thenComparing(Key::sort, Key::compareSort));

    public InMemoryTable(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Item> get(Key key) {
        Instant now = clock.instant();
        return Optional.ofNullable(items.get(key)).filter(item -> item.isLive(now));
    }

    @Override
    public synchronized Page query(Query query) {
        Instant now = clock.instant();
        boolean ascending = query.order() == Order.ASCENDING;
        List<Item> found =
                (ascending ? items : items.descendingMap())
                        .values().stream()
                                .filter(item -> item.key().partition().equals(query.partition()))
                                .filter(item -> item.isLive(now) && isWithin(query, item.key()))
                                .limit(query.limit() + 1L)
                                .toList();
        if (found.size() <= query.limit()) {
            return new Page(found, Optional.empty());
        }
        List<Item> page = found.subList(0, query.limit());
        return new Page(page, Optional.of(page.getLast().key().sort()));
    }

    private static boolean isWithin(Query query, Key key) {
        int direction = query.order() == Order.ASCENDING ? 1 : -1;
        return query.from().filter(from -> Key.compareSort(key.sort(), from) < 0).isEmpty()
                && query.to().filter(to -> Key.compareSort(key.sort(), to) > 0).isEmpty()
                && query.after()
                        .filter(after -> Key.compareSort(key.sort(), after) * direction <= 0)
                        .isEmpty();
    }

    @Override
    public boolean put(Item item, Condition condition) {
        return transact(List.of(new Write.Put(item, condition)));
    }

    @Override
    public boolean delete(Key key, Condition condition) {
        return transact(List.of(new Write.Delete(key, condition)));
    }

    @Override
    public synchronized boolean transact(List<Write> writes) {
        Transactions.require(writes);
        if (!writes.stream().allMatch(write -> holds(write.condition(), get(write.key())))) {
            return false;
        }
        writes.forEach(this::apply);
        return true;
    }

    private static boolean holds(Condition condition, Optional<Item> live) {
        return switch (condition) {
            case Condition.Always ignored -> true;
            case Condition.Absent ignored -> live.isEmpty();
            case Condition.VersionIs wanted ->
                    live.filter(item -> item.version() == wanted.version()).isPresent();
        };
    }

    private void apply(Write write) {
        switch (write) {
            case Write.Put put -> items.put(put.key(), put.item());
            case Write.Delete delete -> items.remove(delete.key());
        }
    }
}
