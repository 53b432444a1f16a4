package org.daicho.bench.bare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.daicho.datasource.derby.DerbyDatabase;

/**
 * One table with a number and a text, in a database that Daicho's own data source has opened. Rows are written in two
 * ways: each caller with a connection and a commit of its own, or by one thread that commits what has queued together, as
 * the ledger's writer does ({@code cnf/decisions/0004}).
 */
final class BareTable implements AutoCloseable {

    /** The most that is committed together, as in the ledger's writer. */
    private static final int MOST = 256;
    private static final String INSERT = "INSERT INTO bare VALUES (?, ?)";

    private record Row(String text, CompletableFuture<Void> written) {
    }

    private final DerbyDatabase database;
    private final String url;
    private final AtomicLong next;
    private final ConcurrentLinkedDeque<PreparedStatement> idle = new ConcurrentLinkedDeque<>();
    private final Thread writer = new Thread(this::write, "bare-writer");
    private final BlockingQueue<Row> queue = new LinkedBlockingQueue<>();

    BareTable(Path data) throws SQLException {
        database = DerbyDatabase.open(data, data.resolve("keys"));
        // Once it is open, connections need no key; these are as many as there are callers, without a pool's limit.
        url = "jdbc:derby:" + data.toAbsolutePath().normalize().resolve("database");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (!connection.getMetaData().getTables(null, null, "BARE", null).next()) {
                statement.execute("CREATE TABLE bare (id BIGINT NOT NULL PRIMARY KEY,"
                        + " content VARCHAR(2000) NOT NULL)");
            }
            try (ResultSet last = statement.executeQuery("SELECT MAX(id) FROM bare")) {
                last.next();
                next = new AtomicLong(last.getLong(1));
            }
        }
        writer.setDaemon(true);
        writer.start();
    }

    /** Writes a row with a commit of its own, on a connection that no other caller has meanwhile. */
    void single(String text) throws SQLException {
        PreparedStatement free = idle.pollFirst();
        PreparedStatement insert = free == null ? prepare() : free;
        insert.setLong(1, next.incrementAndGet());
        insert.setString(2, text);
        insert.executeUpdate();
        insert.getConnection().commit();
        idle.addFirst(insert);
    }

    /** Has a row written together with others, and returns once it is durable. */
    void together(String text) {
        Row row = new Row(text, new CompletableFuture<>());
        queue.add(row);
        row.written.join();
    }

    private void write() {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement insert = prepare(); Connection connection = insert.getConnection()) {
            while (true) {
                rows.add(queue.take());
                queue.drainTo(rows, MOST - 1);
                for (Row row : rows) {
                    insert.setLong(1, next.incrementAndGet());
                    insert.setString(2, row.text);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                rows.forEach(row -> row.written.complete(null));
                rows.clear();
            }
        } catch (SQLException failure) {
            rows.forEach(row -> row.written.completeExceptionally(failure));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private PreparedStatement prepare() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection.prepareStatement(INSERT);
    }

    /** Counts the rows. */
    long rows() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM bare")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Nobody writes any more. */
    @Override
    public void close() throws SQLException, InterruptedException {
        // Interrupted while it waits for the queue, never while Derby has its files in hand.
        writer.interrupt();
        writer.join();
        for (PreparedStatement each : idle) {
            each.getConnection().close();
        }
        database.close();
    }
}
