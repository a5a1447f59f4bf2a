package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.store.TableUnderTest.sorts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;
import weservstatus.store.Table.Query;

/** Ranges in both directions, their bounds, and paging through them. */
public interface TableRangesContract extends TableUnderTest {

    /** Puts an item under each sort key, in the order given. */
    private static Table filled(Table table, String partition, List<String> sorts) {
        for (String sort : sorts) {
            table.put(
                    Item.of(new Table.Key(partition, sort), "{\"at\":\"" + sort + "\"}"),
                    Condition.ALWAYS);
        }
        return table;
    }

    private static Query query(
            String partition, Optional<String> from, Optional<String> to, Table.Order order) {
        return new Query(partition, from, to, order, 2, Optional.empty());
    }

    @Test
    default void ordersByTheSortKeyInBothDirections() {
        String partition = partition();
        Table table = filled(table(), partition, List.of("c", "a", "d", "b"));

        Query all = Query.of(partition);
        assertThat(sorts(table.list(all))).containsExactly("a", "b", "c", "d");
        assertThat(sorts(table.list(all.descending()))).containsExactly("d", "c", "b", "a");
    }

    @Test
    default void bothBoundsAreInclusiveAndEitherMayBeOpen() {
        String partition = partition();
        Table table = filled(table(), partition, List.of("a", "b", "c", "d", "e"));
        Optional<String> open = Optional.empty();

        for (Table.Order order : Table.Order.values()) {
            assertThat(range(table, query(partition, Optional.of("b"), Optional.of("d"), order)))
                    .containsExactly("b", "c", "d");
            assertThat(range(table, query(partition, Optional.of("d"), open, order)))
                    .containsExactly("d", "e");
            assertThat(range(table, query(partition, open, Optional.of("b"), order)))
                    .containsExactly("a", "b");
            assertThat(range(table, query(partition, open, open, order)))
                    .containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    default void boundsNeedNotBeKeysThatExist() {
        String partition = partition();
        Table table = filled(table(), partition, List.of("b", "d", "f"));

        assertThat(sorts(table.list(Query.of(partition).between("a", "e"))))
                .containsExactly("b", "d");
        assertThat(sorts(table.list(Query.of(partition).between("b0", "c")))).isEmpty();
        assertThat(sorts(table.list(Query.of(partition).between("x", "z")))).isEmpty();
    }

    @Test
    default void aRangeThatEndsBeforeItStartsIsEmpty() {
        String partition = partition();
        Table table = filled(table(), partition, List.of("a", "b", "c"));
        Query backwards = Query.of(partition).between("c", "a");

        assertThat(table.query(backwards)).isEqualTo(new Table.Page(List.of(), Optional.empty()));
        assertThat(table.query(backwards.descending()).items()).isEmpty();
    }

    @Test
    default void anUnknownPartitionIsEmpty() {
        assertThat(table().query(Query.of(partition())))
                .isEqualTo(new Table.Page(List.of(), Optional.empty()));
    }

    @Test
    default void aRangeStaysWithinItsPartition() {
        String partition = partition();
        Table table = filled(table(), partition, List.of("a"));
        filled(table, partition + "0", List.of("b"));

        assertThat(sorts(table.list(Query.of(partition)))).containsExactly("a");
    }

    @Test
    default void pagesHoldAtMostTheLimitAndMissOrRepeatNothing() {
        String partition = partition();
        List<String> sorts = IntStream.range(0, 23).mapToObj("%03d"::formatted).toList();
        Table table = filled(table(), partition, sorts);

        for (int limit : new int[] {1, 2, 7, 22, 23, 24}) {
            Query query = Query.of(partition).limit(limit);
            assertThat(paged(table, query)).isEqualTo(sorts);
            assertThat(paged(table, query.descending())).isEqualTo(sorts.reversed());
            assertThat(paged(table, query.between("005", "011"))).isEqualTo(sorts.subList(5, 12));
        }
    }

    @Test
    default void afterNeedNotExistAndMayLieOutsideTheRange() {
        String partition = partition();
        Table table = filled(table(), partition, List.of("a", "b", "c", "d", "e"));
        Query query = Query.of(partition).between("b", "d");

        assertThat(sorts(table.list(query.after("bb")))).containsExactly("c", "d");
        assertThat(sorts(table.list(query.after("a")))).containsExactly("b", "c", "d");
        assertThat(sorts(table.list(query.after("d")))).isEmpty();
        assertThat(sorts(table.list(query.after("x")))).isEmpty();
        Query back = query.descending();
        assertThat(sorts(table.list(back.after("bb")))).containsExactly("b");
        assertThat(sorts(table.list(back.after("e")))).containsExactly("d", "c", "b");
        assertThat(sorts(table.list(back.after("b")))).isEmpty();
        assertThat(sorts(table.list(back.after("a")))).isEmpty();
    }

    @Test
    default void pagingGoesOnAfterItsLastItemWasDeleted() {
        String partition = partition();
        Table table = filled(table(), partition, List.of("a", "b", "c", "d"));
        Query query = Query.of(partition).limit(2);

        Optional<String> next = table.query(query).next();
        table.delete(new Table.Key(partition, "b"), Condition.ALWAYS);

        assertThat(next).contains("b");
        assertThat(sorts(table.list(query.after("b")))).containsExactly("c", "d");
    }

    @Test
    default void readsARangeThatIsLargerThanAnyPageOfTheStore() {
        String partition = partition();
        Table table = table();
        String large = "\"" + "0123456789".repeat(30_000) + "\"";
        for (int i = 0; i < 8; i++) {
            table.put(Item.of(new Table.Key(partition, "large-" + i), large), Condition.ALWAYS);
        }

        List<Item> items = table.list(Query.of(partition));

        assertThat(items).hasSize(8).allMatch(item -> item.document().equals(large));
    }

    private static List<String> range(Table table, Query query) {
        List<String> sorts = sorts(table.list(query));
        return query.order() == Table.Order.ASCENDING ? sorts : sorts.reversed();
    }

    /** Pages by hand, checking each page's size. */
    private static List<String> paged(Table table, Query query) {
        List<String> seen = new ArrayList<>();
        Optional<Query> rest = Optional.of(query);
        while (rest.isPresent()) {
            Table.Page page = table.query(rest.get());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
            seen.addAll(sorts(page.items()));
            rest = rest.get().next(page);
        }
        return seen;
    }
}
