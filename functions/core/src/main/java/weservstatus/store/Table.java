package weservstatus.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Documents under a partition and a sort key, after the model of DynamoDB. An expired item is never
 * returned and never counts as present, whenever the store deletes it. Every method is atomic; any
 * trouble with the store is an unchecked exception.
 */
public interface Table {

    /**
     * Where an item lies.
     *
     * @param partition at most 2,048 bytes in UTF-8, not empty
     * @param sort at most 1,024 bytes in UTF-8, not empty; items are ordered by its UTF-8 bytes
     */
    record Key(String partition, String sort) {}

    /**
     * What lies there.
     *
     * @param document JSON text, at most 350 KB in UTF-8
     * @param version chosen by the writer, used by {@link Condition.VersionIs}; 0 where unused
     * @param expires when the item ceases to exist, to the second
     */
    record Item(Key key, String document, long version, Optional<Instant> expires) {
        /** An item without a version that stays. */
        public static Item of(Key key, String document) {
            return new Item(key, document, 0, Optional.empty());
        }
    }

    /** What must hold about the live item under the key for a write to happen. */
    sealed interface Condition {
        record Always() implements Condition {}

        /** No live item. */
        record Absent() implements Condition {}

        /** A live item of exactly this version. */
        record VersionIs(long version) implements Condition {}
    }

    /** One part of a transaction. */
    sealed interface Write {
        record Put(Item item, Condition condition) implements Write {}

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
     * @param to highest sort key, inclusive; absent for the last
     * @param limit most items in one page, at least 1
     * @param after sort key of the last item of the page before, in the same order
     */
    record Query(
            String partition,
            Optional<String> from,
            Optional<String> to,
            Order order,
            int limit,
            Optional<String> after) {}

    /**
     * Some of the items asked for.
     *
     * @param next value for {@link Query#after}; absent on the last page. A page may be shorter
     *     than the limit and still have a next one.
     */
    record Page(List<Item> items, Optional<String> next) {}

    Optional<Item> get(Key key);

    Page query(Query query);

    /** Whether the item was written; false when the condition does not hold. */
    boolean put(Item item, Condition condition);

    /** Whether the condition held; deleting what is not there with Always is true. */
    boolean delete(Key key, Condition condition);

    /** All of the writes or none of them: 1 to 25, each with another key. */
    boolean transact(List<Write> writes);
}
