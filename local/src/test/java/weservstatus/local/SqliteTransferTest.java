package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.store.Partitions;
import weservstatus.store.TestClock;
import weservstatus.usecase.TransferContract;
import weservstatus.verdict.Scene;

/** Exports and imports of databases and folders on disk. */
class SqliteTransferTest implements TransferContract {
    private final List<SqliteTable> opened = new ArrayList<>();
    @TempDir private Path folder = Path.of("unset");

    @Override
    public Stores stores(TestClock clock) {
        Path mine = folder.resolve(String.valueOf(opened.size()));
        SqliteTable table = SqliteTable.open(folder.resolve(opened.size() + ".db"), clock);
        opened.add(table);
        return new Stores(table, DataFolder.blobs(mine));
    }

    @AfterEach
    void noPartitionIsForgottenByAnExport() {
        List<String> known = Partitions.kept(Scene.at("here").component("pictures").catalogue());
        for (SqliteTable table : opened) {
            assertThat(table.partitions())
                    .filteredOn(Partitions::isKept)
                    .filteredOn(partition -> !partition.equals("import"))
                    .isSubsetOf(known);
            table.close();
        }
    }
}
