package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.store.InMemoryTable;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.verdict.Scene;

/** The account's table says yes to every write and keeps none, as on a stage. */
class StagedTableTest {
    private final InMemoryTable there = new InMemoryTable(new TestClock(Scene.START));
    private final Table staged = new StagedTable(new Deaf(there));

    @Test
    void whatIsWrittenIsReadAfterItAndIsNotThere() {
        staged.put(item("b", "new"), Table.Condition.ABSENT);

        assertThat(staged.get(key("b")).orElseThrow().document()).isEqualTo("new");
        assertThat(there.get(key("b"))).isEmpty();
    }

    @Test
    void aQueryFindsWhatIsThereAndWhatWasWrittenInItsOrder() {
        there.put(item("a", "old"), Table.Condition.ALWAYS);
        there.put(item("c", "old"), Table.Condition.ALWAYS);
        there.put(item("d", "old"), Table.Condition.ALWAYS);
        staged.transact(
                List.of(
                        new Table.Write.Put(item("b", "new"), Table.Condition.ABSENT),
                        new Table.Write.Put(item("c", "new"), Table.Condition.versionIs(7)),
                        new Table.Write.Delete(key("d"), Table.Condition.ALWAYS)));
        staged.put(Table.Item.of(new Table.Key("other", "b"), "new"), Table.Condition.ALWAYS);

        assertThat(staged.list(Table.Query.of("part")))
                .extracting(Table.Item::document)
                .containsExactly("old", "new", "new");
        assertThat(staged.list(Table.Query.of("part").descending().between("b", "c")))
                .extracting(item -> item.key().sort())
                .containsExactly("c", "b");
        assertThat(there.list(Table.Query.of("part"))).hasSize(3);
    }

    @Test
    void whatWasDeletedIsGoneForTheStageAlone() {
        there.put(item("a", "old"), Table.Condition.ALWAYS);

        staged.delete(key("a"), Table.Condition.ALWAYS);

        assertThat(staged.get(key("a"))).isEmpty();
        assertThat(there.get(key("a"))).isPresent();
    }

    private static Table.Key key(String sort) {
        return new Table.Key("part", sort);
    }

    private static Table.Item item(String sort, String document) {
        return Table.Item.of(key(sort), document);
    }

    private record Deaf(Table table) implements Table {
        @Override
        public Optional<Item> get(Key key) {
            return table.get(key);
        }

        @Override
        public Page query(Query query) {
            return table.query(query);
        }

        @Override
        public boolean put(Item item, Condition condition) {
            return true;
        }

        @Override
        public boolean delete(Key key, Condition condition) {
            return true;
        }

        @Override
        public boolean transact(List<Write> writes) {
            return true;
        }
    }
}
