package weservstatus.usecase;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import weservstatus.store.Table;

/**
 * A table that says what is about to happen: "get", "query" or "put" and the partition, before it
 * does it.
 */
record WatchedTable(Table table, Consumer<String> watcher) implements Table {
    @Override
    public Optional<Item> get(Key key) {
        watcher.accept("get " + key.partition());
        return table.get(key);
    }

    @Override
    public Page query(Query query) {
        watcher.accept("query " + query.partition());
        return table.query(query);
    }

    @Override
    public boolean put(Item item, Condition condition) {
        watcher.accept("put " + item.key().partition());
        return table.put(item, condition);
    }

    @Override
    public boolean delete(Key key, Condition condition) {
        watcher.accept("delete " + key.partition());
        return table.delete(key, condition);
    }

    @Override
    public boolean transact(List<Write> writes) {
        watcher.accept("transact");
        return table.transact(writes);
    }
}
