package weservstatus.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Documents under a partition and a sort key, after the model of DynamoDB. An expired item is never
 * returned and never counts as present, whenever the store deletes it. Every method is atomic and
 * sees every write that was acknowledged before; any trouble with the store is an unchecked
 * exception.
 *
 * <p>A conditional write whose answer was lost on the way may be sent again by the adapter and then
 * find itself: false therefore means "the condition does not hold now", and the caller looks at
 * what is there before it concludes that somebody else was first.
 */
public interface Table {
    int MAX_DOCUMENT_BYTES = 350 * 1024;
    int MAX_WRITES = 25;

    /** Of all documents in one transaction together. */
    int MAX_TRANSACTION_BYTES = 10 * MAX_DOCUMENT_BYTES;

    /**
     * Where an item lies.
     *
     * @param partition at most 2,048 bytes in UTF-8, not empty
     * @param sort at most 1,024 bytes in UTF-8, not empty; items are ordered by its UTF-8 bytes
     */
    record Key(String partition, String sort) {
        public Key {
            Utf8.require("partition", partition, 2_048);
            Utf8.require("sort key", sort, 1_024);
        }

        /** The order of sort keys: by their bytes in UTF-8, which is not the order of strings. */
        public static int compareSort(String one, String other) {
            return Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * What lies there.
     *
     * @param document JSON text, not empty, at most {@link #MAX_DOCUMENT_BYTES} in UTF-8
     * @param version chosen by the writer, used by {@link Condition.VersionIs}; 0 where unused
     * @param expires from when on the item does not exist, rounded down to the second
     */
    record Item(Key key, String document, long version, Optional<Instant> expires) {
        public Item {
            Utf8.require("document of " + key, document, MAX_DOCUMENT_BYTES);
            expires = expires.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
        }

        /** An item without a version that stays. */
        public static Item of(Key key, String document) {
            return new Item(key, document, 0, Optional.empty());
        }

        public boolean isLive(Instant now) {
            return expires.isEmpty() || now.isBefore(expires.get());
        }
    }

    /** What must hold about the live item under the key for a write to happen. */
    sealed interface Condition {
        record Always() implements Condition {}

        /** No live item. */
        record Absent() implements Condition {}

        /** A live item of exactly this version. */
        record VersionIs(long version) implements Condition {}

        Condition ALWAYS = new Always();
        Condition ABSENT = new Absent();

        static Condition versionIs(long version) {
            return new VersionIs(version);
        }
    }

    /** One part of a transaction. */
    sealed interface Write {
        Key key();

        Condition condition();

        record Put(Item item, Condition condition) implements Write {
            @Override
            public Key key() {
                return item.key();
            }
        }

        record Delete(Key key, Condition condition) implements Write {}
    }

    enum Order {
        ASCENDING,
        DESCENDING
    }

    /**
     * Items of one partition.
     *
     * @param from lowest sort key, inclusive; absent for the first
     * @param to highest sort key, inclusive; absent for the last; below {@code from}, nothing is
     *     found
     * @param limit most items in one page, at least 1
     * @param after sort key of the last item of the page before, in the same order; it need not
     *     exist any more
     */
    record Query(
            String partition,
            Optional<String> from,
            Optional<String> to,
            Order order,
            int limit,
            Optional<String> after) {
        public Query {
            Utf8.require("partition", partition, 2_048);
            from.ifPresent(sort -> Utf8.require("from", sort, 1_024));
            to.ifPresent(sort -> Utf8.require("to", sort, 1_024));
            after.ifPresent(sort -> Utf8.require("after", sort, 1_024));
            if (limit < 1) {
                throw new IllegalArgumentException("a page holds at least 1 item, not " + limit);
            }
        }

        /** All items of the partition, in pages of 100. */
        public static Query of(String partition) {
            return new Query(
                    partition,
                    Optional.empty(),
                    Optional.empty(),
                    Order.ASCENDING,
                    100,
                    Optional.empty());
        }

        public Query between(String first, String last) {
            return new Query(partition, Optional.of(first), Optional.of(last), order, limit, after);
        }

        public Query descending() {
            return new Query(partition, from, to, Order.DESCENDING, limit, after);
        }

        public Query limit(int most) {
            return new Query(partition, from, to, order, most, after);
        }

        public Query after(String sort) {
            return new Query(partition, from, to, order, limit, Optional.of(sort));
        }

        /**
         * The query for the page after {@code page}, absent when that was the last.
         *
         * @throws IllegalStateException when the page does not lead on, rather than ask for ever
         */
        public Optional<Query> next(Page page) {
            if (page.next().isPresent() && page.next().equals(after)) {
                throw new IllegalStateException("a page of " + partition + " ends where it began");
            }
            return page.next().map(this::after);
        }

        /** Whether the bounds leave no room for any key. */
        public boolean isEmpty() {
            return end().filter(this::startsAtOrPast).isPresent();
        }

        /** The same query, its {@code after} left out where the range starts behind it anyway. */
        public Query tightened() {
            boolean idle =
                    after.isPresent()
                            && start().filter(sort -> compare(after.get(), sort) < 0).isPresent();
            return idle ? new Query(partition, from, to, order, limit, Optional.empty()) : this;
        }

        private boolean startsAtOrPast(String end) {
            return start().filter(sort -> compare(sort, end) > 0).isPresent()
                    || after.filter(sort -> compare(sort, end) >= 0).isPresent();
        }

        private Optional<String> start() {
            return order == Order.ASCENDING ? from : to;
        }

        private Optional<String> end() {
            return order == Order.ASCENDING ? to : from;
        }

        /** Negative when {@code one} comes before {@code other} in the order asked for. */
        private int compare(String one, String other) {
            return order == Order.ASCENDING
                    ? Key.compareSort(one, other)
                    : Key.compareSort(other, one);
        }
    }

    /**
     * Some of the items asked for.
     *
     * @param next value for {@link Query#after}; absent on the last page. A page may be shorter
     *     than the limit, even empty, and still have a next one.
     */
    record Page(List<Item> items, Optional<String> next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    Optional<Item> get(Key key);

    Page query(Query query);

    /** Whether the item was written; false when the condition does not hold. */
    boolean put(Item item, Condition condition);

    /** Whether the condition held; deleting what is not there with Always is true. */
    boolean delete(Key key, Condition condition);

    /**
     * Leaves nothing behind of what was deleted or replaced, as far as that is this program's to
     * do: no old copy in a log, no old bytes in a file. Where another reader stands in the way, it
     * is made up for later.
     */
    default void scrub() {}

    /**
     * Whether all of the writes happened; otherwise none did.
     *
     * @throws IllegalArgumentException unless there are 1 to {@link #MAX_WRITES} writes, each with
     *     another key, of at most {@link #MAX_TRANSACTION_BYTES}
     */
    boolean transact(List<Write> writes);

    /** The items of all pages from this one on, in order. */
    default List<Item> list(Query query) {
        List<Item> items = new ArrayList<>();
        Optional<Query> rest = Optional.of(query);
        while (rest.isPresent()) {
            Page page = query(rest.get());
            items.addAll(page.items());
            rest = rest.get().next(page);
        }
        return items;
    }

    /** The first item in the query's order, whatever its limit. */
    default Optional<Item> first(Query query) {
        Optional<Query> rest = Optional.of(query.limit(1));
        while (rest.isPresent()) {
            Page page = query(rest.get());
            if (!page.items().isEmpty()) {
                return Optional.of(page.items().getFirst());
            }
            rest = rest.get().next(page);
        }
        return Optional.empty();
    }
}
