package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.store.Table;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;
import weservstatus.store.TableContract;
import weservstatus.store.TableUnderTest;
import weservstatus.store.TestClock;

class SqliteTableTest implements TableContract {
    @TempDir private Path folder;
    private final List<SqliteTable> opened = new ArrayList<>();

    @Override
    public Table table(InstantSource clock) {
        return open(clock);
    }

    private SqliteTable open(InstantSource clock) {
        SqliteTable table = SqliteTable.open(file(), clock);
        opened.add(table);
        return table;
    }

    private Path file() {
        return folder.resolve("data/status.db");
    }

    @AfterEach
    void close() {
        opened.forEach(SqliteTable::close);
    }

    @Test
    void keepsItemsWhenOpenedAgain() {
        Item item = new Item(new Table.Key("p", "a"), "{}", 4, Optional.of(NOON.plusSeconds(5)));
        try (SqliteTable table = SqliteTable.open(file(), new TestClock(NOON))) {
            table.put(item, Condition.ABSENT);
        }

        assertThat(table().get(item.key())).contains(item);
    }

    @Test
    void twoOpenTablesOnOneFileSeeEachOther() {
        Table one = table();
        Table other = table();
        Table.Key key = new Table.Key("p", "a");

        assertThat(one.put(Item.of(key, "{}"), Condition.ABSENT)).isTrue();
        assertThat(other.get(key)).isPresent();
        assertThat(other.put(Item.of(key, "{}"), Condition.ABSENT)).isFalse();
    }

    @Test
    void purgesWhatHasExpiredAndNothingElse() throws SQLException {
        TestClock clock = new TestClock(NOON);
        SqliteTable table = open(clock);
        for (int i = 0; i < 1_200; i++) {
            Table.Key key = new Table.Key("p", "dies-%04d".formatted(i));
            table.put(TableUnderTest.expiring(key, Duration.ofMinutes(1)), Condition.ALWAYS);
        }
        table.put(Item.of(new Table.Key("p", "stays"), "{}"), Condition.ALWAYS);
        table.put(
                TableUnderTest.expiring(new Table.Key("p", "later"), Duration.ofMinutes(2)),
                Condition.ALWAYS);

        assertThat(table.purge()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(table.purge()).isEqualTo(1_200);

        assertThat(number("SELECT count(*) FROM item")).isEqualTo(2);
    }

    @Test
    void onlyTheOwnerMayReadTheFiles() throws IOException {
        table().put(Item.of(new Table.Key("p", "a"), "{}"), Condition.ALWAYS);

        for (String suffix : List.of("", "-wal", "-shm")) {
            Path path = Path.of(file() + suffix);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as(path.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void takesRightsAwayFromAFileThatOthersMayRead() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createFile(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        table();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAFileOfANewerVersion() throws SQLException {
        open(new TestClock(NOON)).close();
        execute("PRAGMA user_version = 2");

        assertThatThrownBy(this::table)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        file()
                                + " was written by a newer weserv-status (schema 2, this one knows"
                                + " up to 1). Run that version, or give another data folder.");
        assertThat(number("PRAGMA user_version")).isEqualTo(2);
    }

    @Test
    void refusesTheDatabaseOfAnotherProgram() throws SQLException, IOException {
        Files.createDirectories(file().getParent());
        execute("CREATE TABLE songs (title TEXT)");

        assertThatThrownBy(this::table)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(
                        "status.db is a database of another program. Give another data folder.");
        assertThat(number("SELECT count(*) FROM sqlite_schema")).isEqualTo(1);
    }

    @Test
    void saysWhichFileIsNoDatabase() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "This is a letter, and a long one at that. ".repeat(100));

        assertThatThrownBy(this::table)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("status.db")
                .hasMessageContaining("file is not a database");
    }

    @Test
    void failsClearlyAfterItWasClosed() {
        SqliteTable table = open(new TestClock(NOON));
        table.close();

        assertThatThrownBy(() -> table.get(new Table.Key("p", "a")))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(
                        () -> table.put(Item.of(new Table.Key("p", "a"), "{}"), Condition.ALWAYS))
                .isInstanceOf(UncheckedIOException.class);
    }

    /** Reads by partition and sort key walk the one index, whatever the bounds and the order. */
    @Test
    void findsItemsByIndex() throws SQLException {
        open(new TestClock(Instant.EPOCH));

        for (String order : List.of("sort", "sort DESC")) {
            String plan =
                    plan(
                            "SELECT sort, document, version, expires FROM item WHERE partition = 'p'"
                                    + " AND +expires > 1 AND sort >= 'a' AND sort <= 'b' ORDER BY "
                                    + order
                                    + " LIMIT 10");
            assertThat(plan)
                    .contains("USING INDEX")
                    .contains("partition=? AND sort>? AND sort<?")
                    .doesNotContain("TEMP B-TREE");
        }
    }

    private String plan(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString("detail")).append('\n');
            }
        }
        return plan.toString();
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }
}
