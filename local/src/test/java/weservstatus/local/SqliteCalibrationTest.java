package weservstatus.local;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.store.Table;
import weservstatus.usecase.CalibrationContract;

/** What was learned of a service outlives the process: the database is opened again each time. */
class SqliteCalibrationTest extends CalibrationContract {
    @TempDir private Path folder = Path.of("unset");
    private final List<SqliteTable> opened = new ArrayList<>();

    @Override
    protected Table table() {
        close();
        SqliteTable table = SqliteTable.open(folder.resolve("status.db"), InstantSource.system());
        opened.add(table);
        return table;
    }

    @AfterEach
    void close() {
        opened.forEach(SqliteTable::close);
        opened.clear();
    }
}
