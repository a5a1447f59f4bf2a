package weservstatus.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.store.Table;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;
import weservstatus.store.Table.Order;
import weservstatus.store.Table.Page;
import weservstatus.store.Table.Query;
import weservstatus.store.Table.Write;

/**
 * The statements over the item table. Instants are whole seconds since 1970; an item is live while
 * {@code expires > now}.
 */
final class SqliteItems {
    /** In the column {@code expires}: the item stays. */
    private static final long NEVER = Long.MAX_VALUE;

    private static final String INSERT =
            "INSERT INTO item (partition, sort, document, version, expires)"
                    + " VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (partition, sort) DO UPDATE SET document = excluded.document,"
                    + " version = excluded.version, expires = excluded.expires";

    private SqliteItems() {}

    static Optional<Item> get(SqliteConnection connection, Table.Key key, long now)
            throws SQLException {
        return connection.query(
                rows -> rows.next() ? Optional.of(item(key.partition(), rows)) : Optional.empty(),
                "SELECT sort, document, version, expires FROM item"
                        + " WHERE partition = ? AND sort = ? AND expires > ?",
                key.partition(),
                key.sort(),
                now);
    }

    /** One page; the query is tightened, so that one bound each way is enough. */
    static Page page(SqliteConnection connection, Query query, long now) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(query.partition(), now));
        String sql =
                // The plus keeps the planner away from the index over expires.
                "SELECT sort, document, version, expires FROM item"
                        + " WHERE partition = ? AND +expires > ?"
                        + bounds(query, parameters)
                        + (query.order() == Order.ASCENDING
                                ? " ORDER BY sort"
                                : " ORDER BY sort DESC")
                        + " LIMIT ?";
        parameters.add(query.limit() + 1L);
        List<Item> found =
                connection.query(rows -> items(query.partition(), rows), sql, parameters.toArray());
        if (found.size() <= query.limit()) {
            return new Page(found, Optional.empty());
        }
        List<Item> page = found.subList(0, query.limit());
        return new Page(page, Optional.of(page.getLast().key().sort()));
    }

    private static String bounds(Query query, List<Object> parameters) {
        boolean ascending = query.order() == Order.ASCENDING;
        StringBuilder sql = new StringBuilder();
        query.after().ifPresent(sort -> bound(sql, ascending ? ">" : "<", sort, parameters));
        if (query.after().isEmpty() || !ascending) {
            query.from().ifPresent(sort -> bound(sql, ">=", sort, parameters));
        }
        if (query.after().isEmpty() || ascending) {
            query.to().ifPresent(sort -> bound(sql, "<=", sort, parameters));
        }
        return sql.toString();
    }

    private static void bound(
            StringBuilder sql, String comparison, String sort, List<Object> parameters) {
        sql.append(" AND sort ").append(comparison).append(" ?");
        parameters.add(sort);
    }

    /** Whether the condition held, and the item is written. */
    static boolean put(SqliteConnection connection, Item item, Condition condition, long now)
            throws SQLException {
        Table.Key key = item.key();
        long expires = item.expires().map(Instant::getEpochSecond).orElse(NEVER);
        int rows =
                switch (condition) {
                    case Condition.Always ignored ->
                            connection.update(
                                    INSERT,
                                    key.partition(),
                                    key.sort(),
                                    item.document(),
                                    item.version(),
                                    expires);
                    case Condition.Absent ignored ->
                            connection.update(
                                    INSERT + " WHERE item.expires <= ?",
                                    key.partition(),
                                    key.sort(),
                                    item.document(),
                                    item.version(),
                                    expires,
                                    now);
                    case Condition.VersionIs wanted ->
                            connection.update(
                                    "UPDATE item SET document = ?, version = ?, expires = ?"
                                            + " WHERE partition = ? AND sort = ?"
                                            + " AND version = ? AND expires > ?",
                                    item.document(),
                                    item.version(),
                                    expires,
                                    key.partition(),
                                    key.sort(),
                                    wanted.version(),
                                    now);
                };
        return rows == 1;
    }

    /** Whether every condition held; where one does not, the transaction is to be undone. */
    static boolean writeAll(SqliteConnection connection, List<Write> writes, long now)
            throws SQLException {
        for (Write write : writes) {
            boolean done =
                    switch (write) {
                        case Write.Put put -> put(connection, put.item(), put.condition(), now);
                        case Write.Delete delete -> delete(connection, delete, now);
                    };
            if (!done) {
                return false;
            }
        }
        return true;
    }

    private static boolean delete(SqliteConnection connection, Write.Delete delete, long now)
            throws SQLException {
        Optional<Item> live = get(connection, delete.key(), now);
        boolean holds =
                switch (delete.condition()) {
                    case Condition.Always ignored -> true;
                    case Condition.Absent ignored -> live.isEmpty();
                    case Condition.VersionIs wanted ->
                            live.filter(item -> item.version() == wanted.version()).isPresent();
                };
        if (holds) {
            connection.update(
                    "DELETE FROM item WHERE partition = ? AND sort = ?",
                    delete.key().partition(),
                    delete.key().sort());
        }
        return holds;
    }

    /** Deletes at most {@code most} expired items and returns how many. */
    static int purge(SqliteConnection connection, long now, int most) throws SQLException {
        return connection.update(
                "DELETE FROM item WHERE rowid IN"
                        + " (SELECT rowid FROM item WHERE expires <= ? LIMIT ?)",
                now,
                most);
    }

    static List<String> partitions(SqliteConnection connection, long now) throws SQLException {
        return connection.query(
                SqliteItems::names,
                "SELECT DISTINCT partition FROM item WHERE expires > ? ORDER BY partition",
                now);
    }

    private static List<String> names(ResultSet rows) throws SQLException {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
            names.add(rows.getString(1));
        }
        return names;
    }

    private static List<Item> items(String partition, ResultSet rows) throws SQLException {
        List<Item> items = new ArrayList<>();
        while (rows.next()) {
            items.add(item(partition, rows));
        }
        return items;
    }

    private static Item item(String partition, ResultSet rows) throws SQLException {
        long expires = rows.getLong(4);
        return new Item(
                new Table.Key(partition, rows.getString(1)),
                rows.getString(2),
                rows.getLong(3),
                expires == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochSecond(expires)));
    }

    /** Brings the whole log into the file and empties it; false where a reader holds it back. */
    static boolean emptyLog(SqliteConnection connection) throws SQLException {
        return connection.query(
                rows -> rows.next() && rows.getInt(1) == 0, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
