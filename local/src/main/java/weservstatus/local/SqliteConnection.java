package weservstatus.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One connection, which its users take turns on, and the statements prepared on it, each once. */
final class SqliteConnection implements AutoCloseable {

    /** What to do with a connection. */
    @FunctionalInterface
    interface Task<T> {
        T run(SqliteConnection connection) throws SQLException;
    }

    /** What to make of the rows. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private final Lock turn = new ReentrantLock();
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    SqliteConnection(Connection connection) {
        this.connection = connection;
    }

    /** Waits for the turn and runs the task; everything below belongs inside of one. */
    <T> T alone(Task<T> task) throws SQLException {
        turn.lock();
        try {
            return task.run(this);
        } finally {
            turn.unlock();
        }
    }

    /** Returns the number of rows changed. */
    int update(String sql, Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /** Reads the answer to its end, so that no read stays open and holds back the log. */
    <T> T query(Reading<T> reading, String sql, Object... parameters) throws SQLException {
        try (ResultSet rows = bound(sql, parameters).executeQuery()) {
            return reading.read(rows);
        }
    }

    /** All that the task writes, or nothing where it answers false or throws. */
    boolean atomically(Task<Boolean> task) throws SQLException {
        boolean done = false;
        connection.setAutoCommit(false);
        try {
            done = task.run(this);
            if (done) {
                connection.commit();
            }
            return done;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /** Waits for the turn, then closes; later tasks fail. */
    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            connection.close();
        } finally {
            turn.unlock();
        }
    }

    private PreparedStatement bound(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
