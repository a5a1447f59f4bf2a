package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.store.Table.Item;
import weservstatus.store.Table.Query;

/** Another process writes, is killed with signal 9 in the middle, and the file is opened again. */
class SqliteKillTest {
    private static final int ENOUGH = 150;

    @TempDir private Path folder;

    @Test
    @Timeout(120)
    void everythingAcknowledgedIsThereAfterKillMinusNine() throws Exception {
        Path file = folder.resolve("status.db");

        for (int turn = 0; turn < 2; turn++) {
            Path database = turn == 0 ? file : folder.resolve("second.db");
            int acknowledged = writeUntilKilled(database);
            assertThat(acknowledged).isGreaterThanOrEqualTo(ENOUGH);
            assertThatNothingIsLost(database, acknowledged);
        }
    }

    /** Returns how many writes the killed process had been told were safe. */
    private static int writeUntilKilled(Path file) throws IOException, InterruptedException {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SqliteWriter.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            int acknowledged = 0;
            String line = lines.readLine();
            while (line != null) {
                acknowledged++;
                if (acknowledged == ENOUGH) {
                    // By its handle: Process.destroyForcibly would close the pipe as well.
                    writer.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
            return acknowledged;
        } finally {
            writer.destroyForcibly();
            assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isEqualTo(128 + 9);
        }
    }

    private static void assertThatNothingIsLost(Path file, int acknowledged) throws SQLException {
        try (SqliteTable table = SqliteTable.open(file, InstantSource.system())) {
            List<Item> rows = table.list(Query.of("row"));
            List<Item> left = table.list(Query.of("left"));
            List<Item> right = table.list(Query.of("right"));

            assertThat(rows).hasSizeBetween(acknowledged, acknowledged + 1);
            assertThat(left).hasSizeBetween(acknowledged, rows.size());
            assertThat(right).hasSameSizeAs(left);
            assertThat(rows)
                    .allMatch(item ->
                            item.document().equals(SqliteWriter.document(item.key().sort())));
        }
        assertThat(integrity(file)).isEqualTo("ok");
    }

    private static String integrity(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA integrity_check")) {
            return rows.getString(1);
        }
    }
}
