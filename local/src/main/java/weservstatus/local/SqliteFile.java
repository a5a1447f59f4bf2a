package weservstatus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * A SQLite file of ours: created readable for its owner only, and opened only when this version of
 * the program knows its form.
 */
final class SqliteFile {
    private static final int SCHEMA = 1;

    /** "WSST" in SQLite's header tells our files from anybody else's. */
    private static final int APPLICATION = 0x57535354;

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final SQLiteDataSource source;

    private SqliteFile(Path path) {
        this.path = path;
        source = new SQLiteDataSource(settings());
        source.setUrl("jdbc:sqlite:" + path.toAbsolutePath());
    }

    /** Creates the file and its schema where they are missing. */
    static SqliteFile open(Path path) {
        createForOwnerOnly(path);
        SqliteFile file = new SqliteFile(path);
        try (SqliteConnection connection = file.connect()) {
            connection.atomically(file::prepare);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(path + ": " + e.getMessage(), e));
        }
        return file;
    }

    Path path() {
        return path;
    }

    /** What is deleted by it is overwritten with zeros. */
    SqliteConnection connect() throws SQLException {
        SqliteConnection connection = new SqliteConnection(source.getConnection());
        number(connection, "PRAGMA secure_delete = ON");
        return connection;
    }

    /**
     * The log is forced to the disk at each commit, so that what was acknowledged outlives a power
     * cut too and not only the process: that costs a few milliseconds a write, and there are a
     * handful of writes a minute. 512 KB of pages per connection are kept, not SQLite's 2 MB.
     */
    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout(5_000);
        config.setCacheSize(-512);
        config.setJournalSizeLimit(4 * 1024 * 1024);
        return config;
    }

    private static void createForOwnerOnly(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return;
            }
            create(path);
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SQLite gives its log and its index of the log the mode of this file. */
    private static void create(Path path) throws IOException {
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException ignored) {
            // Opened again.
        }
    }

    private boolean prepare(SqliteConnection connection) throws SQLException {
        int application = number(connection, "PRAGMA application_id");
        int schema = number(connection, "PRAGMA user_version");
        int tables = number(connection, "SELECT count(*) FROM sqlite_schema");
        if (application == 0 && schema == 0 && tables == 0) {
            create(connection);
        } else if (application != APPLICATION) {
            throw new IllegalStateException(
                    path + " is a database of another program. Give another data folder.");
        } else if (schema > SCHEMA) {
            throw new IllegalStateException(
                    path
                            + " was written by a newer weserv-status (schema "
                            + schema
                            + ", this one knows up to "
                            + SCHEMA
                            + "). Run that version, or give another data folder.");
        }
        return true;
    }

    /**
     * A table with row ids, since documents of a few KB stay whole in its pages. What never expires
     * has the greatest number.
     */
    private static void create(SqliteConnection connection) throws SQLException {
        connection.update(
                """
                CREATE TABLE item (
                    partition TEXT NOT NULL,
                    sort TEXT NOT NULL,
                    document TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    expires INTEGER NOT NULL,
                    UNIQUE (partition, sort)
                ) STRICT
                """);
        connection.update("CREATE INDEX item_expires ON item (expires)");
        connection.update("PRAGMA application_id = " + APPLICATION);
        connection.update("PRAGMA user_version = " + SCHEMA);
    }

    private static int number(SqliteConnection connection, String sql) throws SQLException {
        return connection.query(SqliteFile::firstNumber, sql);
    }

    private static int firstNumber(ResultSet rows) throws SQLException {
        return rows.next() ? rows.getInt(1) : 0;
    }
}
