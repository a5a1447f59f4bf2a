package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.store.TableUnderTest.expiring;
import static weservstatus.store.TableUnderTest.sorts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;
import weservstatus.store.Table.Query;
import weservstatus.store.Table.Write;

/** An expired item does not exist, though the store has not deleted it yet. */
public interface TableExpiryContract extends TableUnderTest {
    Duration MINUTE = Duration.ofMinutes(1);

    @Test
    default void anItemIsThereUntilTheSecondItExpires() {
        TestClock clock = new TestClock(NOON);
        Table table = table(clock);
        Table.Key key = new Table.Key(partition(), "a");
        table.put(expiring(key, MINUTE), Condition.ALWAYS);

        clock.advance(MINUTE.minusMillis(1));
        assertThat(table.get(key)).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(table.get(key)).isEmpty();
    }

    @Test
    default void expiryIsRoundedDownToTheSecond() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");

        table.put(expiring(key, MINUTE.plusMillis(999)), Condition.ALWAYS);

        assertThat(table.get(key).orElseThrow().expires()).contains(NOON.plus(MINUTE));
    }

    @Test
    default void anExpiredItemIsInNoRange() {
        TestClock clock = new TestClock(NOON);
        Table table = table(clock);
        String partition = partition();
        table.put(Item.of(new Table.Key(partition, "a"), "{}"), Condition.ALWAYS);
        table.put(expiring(new Table.Key(partition, "b"), MINUTE), Condition.ALWAYS);
        table.put(
                expiring(new Table.Key(partition, "c"), MINUTE.multipliedBy(2)), Condition.ALWAYS);

        clock.advance(MINUTE);

        Query all = Query.of(partition);
        assertThat(sorts(table.list(all))).containsExactly("a", "c");
        assertThat(sorts(table.list(all.descending()))).containsExactly("c", "a");
        assertThat(sorts(table.list(all.between("b", "b")))).isEmpty();
    }

    @Test
    default void anExpiredItemCountsAsAbsent() {
        TestClock clock = new TestClock(NOON);
        Table table = table(clock);
        Table.Key key = new Table.Key(partition(), "a");
        table.put(expiring(key, MINUTE), Condition.ALWAYS);
        Item next =
                new Item(key, "{\"next\":1}", 0, Optional.of(NOON.plus(MINUTE.multipliedBy(3))));

        assertThat(table.put(next, Condition.ABSENT)).isFalse();
        clock.advance(MINUTE);
        assertThat(table.put(next, Condition.ABSENT)).isTrue();

        assertThat(table.get(key)).contains(next);
    }

    @Test
    default void anExpiredItemHasNoVersion() {
        TestClock clock = new TestClock(NOON);
        Table table = table(clock);
        Table.Key key = new Table.Key(partition(), "a");
        table.put(expiring(key, 3, NOON.plus(MINUTE)), Condition.ALWAYS);
        clock.advance(MINUTE);

        assertThat(table.put(TableUnderTest.item(key, "{}", 4), Condition.versionIs(3))).isFalse();
        assertThat(table.delete(key, Condition.versionIs(3))).isFalse();
        assertThat(table.delete(key, Condition.ABSENT)).isTrue();
        assertThat(table.delete(key, Condition.ALWAYS)).isTrue();
    }

    @Test
    default void anExpiredItemCountsAsAbsentInATransaction() {
        TestClock clock = new TestClock(NOON);
        Table table = table(clock);
        String partition = partition();
        Table.Key dead = new Table.Key(partition, "dead");
        Table.Key other = new Table.Key(partition, "other");
        table.put(expiring(dead, 3, NOON.plus(MINUTE)), Condition.ALWAYS);
        clock.advance(MINUTE);

        Write meansTheDead = new Write.Delete(dead, Condition.versionIs(3));
        Write put = new Write.Put(Item.of(other, "{}"), Condition.ABSENT);
        assertThat(table.transact(List.of(put, meansTheDead))).isFalse();
        assertThat(table.get(other)).isEmpty();

        Write replaces = new Write.Put(Item.of(dead, "{\"new\":1}"), Condition.ABSENT);
        assertThat(table.transact(List.of(put, replaces))).isTrue();
        assertThat(sorts(table.list(Query.of(partition)))).containsExactly("dead", "other");
    }

    @Test
    default void pagingPassesOverItemsThatExpired() {
        TestClock clock = new TestClock(NOON);
        Table table = table(clock);
        String partition = partition();
        for (int i = 0; i < 30; i++) {
            Table.Key key = new Table.Key(partition, "%02d".formatted(i));
            boolean stays = i % 10 == 9;
            table.put(expiring(key, stays ? MINUTE.multipliedBy(2) : MINUTE), Condition.ALWAYS);
        }
        clock.advance(MINUTE);

        Query query = Query.of(partition).limit(4);
        assertThat(sorts(table.list(query))).containsExactly("09", "19", "29");
        assertThat(sorts(table.list(query.descending()))).containsExactly("29", "19", "09");
        assertThat(table.first(query)).map(item -> item.key().sort()).contains("09");
    }

    @Test
    default void thePageAfterAnItemThatExpiredMeanwhileFollowsIt() {
        TestClock clock = new TestClock(NOON);
        Table table = table(clock);
        String partition = partition();
        for (String sort : List.of("a", "b", "c", "d", "e")) {
            Duration expires = sort.equals("b") ? MINUTE : MINUTE.multipliedBy(2);
            table.put(expiring(new Table.Key(partition, sort), expires), Condition.ALWAYS);
        }

        Query query = Query.of(partition).limit(2);
        Table.Page page = table.query(query);
        clock.advance(MINUTE);

        assertThat(sorts(page.items())).containsExactly("a", "b");
        assertThat(page.next()).contains("b");
        assertThat(sorts(table.list(query.after("b")))).containsExactly("c", "d", "e");
    }

    @Test
    default void anItemWrittenAfterItsExpiryIsNeverSeen() {
        Table table = table();
        Table.Key key = new Table.Key(partition(), "a");

        assertThat(table.put(expiring(key, MINUTE.negated()), Condition.ALWAYS)).isTrue();

        assertThat(table.get(key)).isEmpty();
        assertThat(table.put(Item.of(key, "{}"), Condition.ABSENT)).isTrue();
    }
}
