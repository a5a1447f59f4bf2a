package weservstatus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import weservstatus.store.Table;
import weservstatus.store.Transactions;

/**
 * The table of the one-machine edition, in one SQLite file. Writers take turns on one connection;
 * readers have connections of their own and wait for no writer.
 */
public final class SqliteTable implements Table, AutoCloseable {
    private static final int PURGED_AT_ONCE = 500;

    private final SqliteFile file;
    private final InstantSource clock;
    private final SqliteConnection writer;
    private final List<SqliteConnection> readers;
    private final AtomicInteger reads = new AtomicInteger();

    /** Whether the log still holds what should be forgotten. */
    private final AtomicBoolean marked = new AtomicBoolean();

    private SqliteTable(SqliteFile file, InstantSource clock) throws SQLException {
        this.file = file;
        this.clock = clock;
        writer = file.connect();
        readers = List.of(file.connect(), file.connect());
    }

    /**
     * Opens the file, which is created where it is missing.
     *
     * @throws IllegalStateException when the file is not ours or of a newer version
     * @throws java.io.UncheckedIOException when it cannot be read or written
     */
    public static SqliteTable open(Path path, InstantSource clock) {
        SqliteFile file = SqliteFile.open(path);
        try {
            return new SqliteTable(file, clock);
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    @Override
    public Optional<Item> get(Key key) {
        return reading(connection -> SqliteItems.get(connection, key, now()));
    }

    @Override
    public Page query(Query query) {
        Query tightened = query.tightened();
        if (tightened.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        return reading(connection -> SqliteItems.page(connection, tightened, now()));
    }

    @Override
    public boolean put(Item item, Condition condition) {
        return writing(connection -> SqliteItems.put(connection, item, condition, now()));
    }

    @Override
    public boolean delete(Key key, Condition condition) {
        return transact(List.of(new Write.Delete(key, condition)));
    }

    @Override
    public boolean transact(List<Write> writes) {
        Transactions.require(writes);
        long now = now();
        return writing(connection ->
                connection.atomically(
                        inTransaction -> SqliteItems.writeAll(inTransaction, writes, now)));
    }

    @Override
    public void scrub() {
        marked.set(!writing(SqliteItems::emptyLog));
    }

    /** Names of all partitions that hold anything. */
    List<String> partitions() {
        return reading(connection -> SqliteItems.partitions(connection, now()));
    }

    /**
     * Deletes what has expired, a few hundred rows at a time, so that no writer waits long. To be
     * called now and then; reads do not depend on it.
     *
     * @return how many items were deleted
     */
    public int purge() {
        int purged = 0;
        int last = PURGED_AT_ONCE;
        while (last == PURGED_AT_ONCE) {
            last = writing(connection -> SqliteItems.purge(connection, now(), PURGED_AT_ONCE));
            purged += last;
        }
        if (purged > 0 || marked.get()) {
            scrub();
        }
        return purged;
    }

    /** Waits for whoever uses the table, then closes the file. */
    @Override
    public void close() {
        try {
            for (SqliteConnection reader : readers) {
                reader.close();
            }
            writer.close();
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private <T> T reading(SqliteConnection.Task<T> task) {
        return in(readers.get(Math.floorMod(reads.getAndIncrement(), readers.size())), task);
    }

    private <T> T writing(SqliteConnection.Task<T> task) {
        return in(writer, task);
    }

    private <T> T in(SqliteConnection connection, SqliteConnection.Task<T> task) {
        try {
            return connection.alone(task);
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    private static UncheckedIOException trouble(SqliteFile file, SQLException e) {
        return new UncheckedIOException(new IOException(file.path() + ": " + e.getMessage(), e));
    }
}
