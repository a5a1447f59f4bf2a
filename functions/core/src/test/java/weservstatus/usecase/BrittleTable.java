package weservstatus.usecase;

import java.util.List;
import java.util.Optional;
import weservstatus.store.Table;

/** A table whose user may die before each write and after it. */
public final class BrittleTable implements Table {
    private final Table table;
    private final Fuse fuse;

    public BrittleTable(Table table, Fuse fuse) {
        this.table = table;
        this.fuse = fuse;
    }

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
        fuse.step();
        boolean written = table.put(item, condition);
        fuse.step();
        return written;
    }

    @Override
    public boolean delete(Key key, Condition condition) {
        fuse.step();
        boolean deleted = table.delete(key, condition);
        fuse.step();
        return deleted;
    }

    @Override
    public boolean transact(List<Write> writes) {
        fuse.step();
        boolean written = table.transact(writes);
        fuse.step();
        return written;
    }
}
