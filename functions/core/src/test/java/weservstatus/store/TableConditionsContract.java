package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.store.TableUnderTest.item;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;

/** Single items: get, put and delete under each condition. */
public interface TableConditionsContract extends TableUnderTest {

    @Test
    default void returnsWhatWasPutWithAllItsParts() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");
        Item item = new Item(key, "{\"a\":1}", 7, Optional.of(NOON.plusSeconds(60)));

        assertThat(table.put(item, Condition.ALWAYS)).isTrue();

        assertThat(table.get(key)).contains(item);
    }

    @Test
    default void findsNothingUnderAnUnusedKey() {
        Table table = table();
        String partition = partition();
        table.put(Item.of(new Table.Key(partition, "a"), "{}"), Condition.ALWAYS);

        assertThat(table.get(new Table.Key(partition, "b"))).isEmpty();
        assertThat(table.get(new Table.Key(partition + "x", "a"))).isEmpty();
    }

    @Test
    default void alwaysReplacesTheWholeItem() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");
        table.put(
                new Item(key, "{\"a\":1}", 7, Optional.of(NOON.plusSeconds(9))), Condition.ALWAYS);

        Item second = item(key, "{\"b\":2}");
        assertThat(table.put(second, Condition.ALWAYS)).isTrue();

        assertThat(table.get(key)).contains(second);
    }

    @Test
    default void absentLetsOnlyTheFirstIn() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");

        assertThat(table.put(item(key, "{\"first\":1}"), Condition.ABSENT)).isTrue();
        assertThat(table.put(item(key, "{\"second\":2}"), Condition.ABSENT)).isFalse();

        assertThat(table.get(key)).contains(item(key, "{\"first\":1}"));
    }

    @Test
    default void aRepeatedConditionalPutChangesNothing() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");
        Item item = item(key, "{\"same\":1}", 1);

        table.put(item, Condition.ABSENT);
        table.put(item, Condition.ABSENT);
        table.put(item, Condition.ABSENT);

        assertThat(table.list(Table.Query.of(key.partition()))).containsExactly(item);
    }

    @Test
    default void versionIsLetsOnlyThatVersionBeReplaced() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");

        assertThat(table.put(item(key, "{\"v\":2}", 2), Condition.versionIs(1))).isFalse();
        assertThat(table.put(item(key, "{\"v\":1}", 1), Condition.ABSENT)).isTrue();
        assertThat(table.put(item(key, "{\"v\":3}", 3), Condition.versionIs(2))).isFalse();
        assertThat(table.put(item(key, "{\"v\":2}", 2), Condition.versionIs(1))).isTrue();

        assertThat(table.get(key)).contains(item(key, "{\"v\":2}", 2));
    }

    @Test
    default void anItemWithoutAVersionHasVersionZero() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");
        table.put(Item.of(key, "{}"), Condition.ALWAYS);

        assertThat(table.put(item(key, "{}", 1), Condition.versionIs(0))).isTrue();
        assertThat(table.get(key).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    default void deletesWhatIsThere() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");
        table.put(Item.of(key, "{}"), Condition.ALWAYS);

        assertThat(table.delete(key, Condition.ALWAYS)).isTrue();

        assertThat(table.get(key)).isEmpty();
        assertThat(table.put(Item.of(key, "{}"), Condition.ABSENT)).isTrue();
    }

    @Test
    default void deletingWhatIsNotThereIsDone() {
        Table table = table();

        assertThat(table.delete(new Table.Key(partition(), "a"), Condition.ALWAYS)).isTrue();
    }

    @Test
    default void deletesOnlyTheVersionThatWasMeant() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");
        table.put(item(key, "{}", 5), Condition.ALWAYS);

        assertThat(table.delete(key, Condition.versionIs(4))).isFalse();
        assertThat(table.delete(key, Condition.ABSENT)).isFalse();
        assertThat(table.get(key)).isPresent();
        assertThat(table.delete(key, Condition.versionIs(5))).isTrue();
        assertThat(table.get(key)).isEmpty();
        assertThat(table.delete(key, Condition.versionIs(5))).isFalse();
        assertThat(table.delete(key, Condition.ABSENT)).isTrue();
    }

    @Test
    default void keepsTheLargestAndTheSmallestVersion() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");

        for (long version : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
            table.put(item(key, "{}", version), Condition.ALWAYS);
            assertThat(table.put(item(key, "{}", version), Condition.versionIs(version))).isTrue();
            assertThat(table.get(key).orElseThrow().version()).isEqualTo(version);
        }
    }
}
