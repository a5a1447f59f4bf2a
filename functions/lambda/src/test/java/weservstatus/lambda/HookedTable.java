package weservstatus.lambda;

import java.util.List;
import java.util.Optional;
import weservstatus.store.Table;

/** A table before whose every operation something else may happen. */
record HookedTable(Table table, Runnable before) implements Table {
    @Override
    public Optional<Item> get(Key key) {
        before.run();
        return table.get(key);
    }

    @Override
    public Page query(Query query) {
        before.run();
        return table.query(query);
    }

    @Override
    public boolean put(Item item, Condition condition) {
        before.run();
        return table.put(item, condition);
    }

    @Override
    public boolean delete(Key key, Condition condition) {
        before.run();
        return table.delete(key, condition);
    }

    @Override
    public boolean transact(List<Write> writes) {
        before.run();
        return table.transact(writes);
    }
}
