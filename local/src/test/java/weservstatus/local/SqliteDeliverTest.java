package weservstatus.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.usecase.DeliverContract;

/** The outbox in a database on disk. */
class SqliteDeliverTest implements DeliverContract {
    @TempDir private Path folder;
    private final List<SqliteTable> opened = new ArrayList<>();

    @Override
    public Table table(TestClock clock) {
        SqliteTable table = SqliteTable.open(folder.resolve(opened.size() + ".db"), clock);
        opened.add(table);
        return table;
    }

    @AfterEach
    void close() {
        opened.forEach(SqliteTable::close);
    }
}
