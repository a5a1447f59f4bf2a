package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weservstatus.store.TableUnderTest.item;
import static weservstatus.store.TableUnderTest.sorts;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;
import weservstatus.store.Table.Query;
import weservstatus.store.Table.Write;

/** Several writes: all of them or none. */
public interface TableTransactionsContract extends TableUnderTest {

    @Test
    default void carriesOutAllWritesAcrossPartitions() {
        Table table = table();
        Table.Key one = new Table.Key(partition(), "a");
        Table.Key two = new Table.Key(partition(), "a");
        Table.Key gone = new Table.Key(partition(), "gone");
        table.put(item(two, "{}", 1), Condition.ALWAYS);
        table.put(item(gone, "{}"), Condition.ALWAYS);

        boolean done =
                table.transact(
                        List.of(
                                new Write.Put(item(one, "{\"new\":1}"), Condition.ABSENT),
                                new Write.Put(item(two, "{}", 2), Condition.versionIs(1)),
                                new Write.Delete(gone, Condition.ALWAYS)));

        assertThat(done).isTrue();
        assertThat(table.get(one)).contains(item(one, "{\"new\":1}"));
        assertThat(table.get(two)).contains(item(two, "{}", 2));
        assertThat(table.get(gone)).isEmpty();
    }

    @Test
    default void oneFailingConditionUndoesEverything() {
        for (int failing = 0; failing < 3; failing++) {
            Table table = table();
            String partition = partition();
            Item kept = item(new Table.Key(partition, "kept"), "{}", 5);
            table.put(kept, Condition.ALWAYS);

            assertThat(table.transact(writes(partition, failing))).isFalse();

            assertThat(table.list(Query.of(partition))).containsExactly(kept);
        }
    }

    /** Three writes of which the one at {@code failing} cannot happen. */
    private static List<Write> writes(String partition, int failing) {
        Table.Key kept = new Table.Key(partition, "kept");
        Condition none = Condition.versionIs(77);
        return List.of(
                new Write.Put(
                        item(new Table.Key(partition, "new"), "{}"),
                        failing == 0 ? none : Condition.ABSENT),
                new Write.Delete(kept, failing == 1 ? Condition.ABSENT : Condition.versionIs(5)),
                new Write.Put(
                        item(new Table.Key(partition, "other"), "{}"),
                        failing == 2 ? none : Condition.ALWAYS));
    }

    @Test
    default void holdsUpToTwentyFiveWrites() {
        Table table = table();
        String partition = partition();

        assertThat(table.transact(puts(partition, 25))).isTrue();
        assertThat(table.list(Query.of(partition))).hasSize(25);

        List<Write> again = puts(partition, 25);
        assertThat(table.transact(again)).isFalse();
        assertThat(table.list(Query.of(partition).limit(10))).hasSize(25);
    }

    @Test
    default void refusesNoneTooManyOrTheSameKeyTwice() {
        Table table = table();
        String partition = partition();
        Table.Key key = new Table.Key(partition, "a");
        List<Write> twice =
                List.of(
                        new Write.Put(item(key, "{}"), Condition.ALWAYS),
                        new Write.Put(item(new Table.Key(partition, "b"), "{}"), Condition.ALWAYS),
                        new Write.Delete(key, Condition.ALWAYS));

        assertThatThrownBy(() -> table.transact(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a transaction has 1 to 25 writes, not 0");
        assertThatThrownBy(() -> table.transact(puts(partition, 26)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a transaction has 1 to 25 writes, not 26");
        assertThatThrownBy(() -> table.transact(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("twice in one transaction: ");
        assertThat(table.list(Query.of(partition))).isEmpty();
    }

    @Test
    default void refusesMoreThanTenOfTheLargestDocuments() {
        Table table = table();
        String partition = partition();
        String large = "x".repeat(Table.MAX_DOCUMENT_BYTES);
        List<Write> writes =
                IntStream.range(0, 11)
                        .mapToObj(i -> item(new Table.Key(partition, "large-" + i), large))
                        .<Write>map(item -> new Write.Put(item, Condition.ALWAYS))
                        .toList();

        assertThatThrownBy(() -> table.transact(writes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a transaction has at most 3584000 bytes, not 3942400");
        assertThat(table.transact(writes.subList(0, 10))).isTrue();
    }

    @Test
    default void theSameSortKeyInTwoPartitionsIsTwoKeys() {
        Table table = table();
        Table.Key one = new Table.Key(partition(), "a");
        Table.Key two = new Table.Key(partition(), "a");

        boolean done =
                table.transact(
                        List.of(
                                new Write.Put(item(one, "{}"), Condition.ABSENT),
                                new Write.Put(item(two, "{}"), Condition.ABSENT)));

        assertThat(done).isTrue();
    }

    @Test
    default void aRepeatedTransactionIsRefusedByItsOwnConditions() {
        Table table = table();
        String partition = partition();
        List<Write> writes = puts(partition, 2);

        assertThat(table.transact(writes)).isTrue();
        assertThat(table.transact(writes)).isFalse();

        assertThat(sorts(table.list(Query.of(partition)))).containsExactly("000", "001");
    }

    @Test
    default void writesGoOnAfterATransactionThatFailed() {
        Table table = table();
        String partition = partition();
        Table.Key key = new Table.Key(partition, "000");
        table.put(item(key, "{}"), Condition.ALWAYS);

        assertThat(table.transact(puts(partition, 3))).isFalse();

        assertThat(table.put(item(new Table.Key(partition, "z"), "{}"), Condition.ABSENT)).isTrue();
        assertThat(sorts(table.list(Query.of(partition)))).containsExactly("000", "z");
    }

    private static List<Write> puts(String partition, int count) {
        return IntStream.range(0, count)
                .mapToObj("%03d"::formatted)
                .map(sort -> item(new Table.Key(partition, sort), "{}"))
                .<Write>map(item -> new Write.Put(item, Condition.ABSENT))
                .toList();
    }
}
