package org.daicho.datasource.derby;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.daicho.ledger.system.DatabaseBackup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * The open database: its lock, its engine and its pool of connections.
 *
 * <p>
 * Connections begin in auto-commit mode with READ_COMMITTED; one that is closed in the middle of a transaction is
 * rolled back. Safe for use by many threads. {@link #close()} ends every thread that opening began.
 *
 * <p>
 * The pool does not know the key. Where Derby stops the database by itself (a full or failing disk), connections fail
 * until the database has been closed and opened again; what was committed is then recovered from the log.
 */
public final class DerbyDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DerbyDatabase.class);

    /** Derby's state for an exception of Java that it did not expect. */
    private static final String JAVA_FAULT = "XJ001";

    private final DerbySettings settings;
    private final Path folder;
    private final FolderLock lock;
    private final HikariDataSource pool;

    private DerbyDatabase(DerbySettings settings, FolderLock lock, HikariDataSource pool) {
        this.settings = settings;
        folder = settings.database();
        this.lock = lock;
        this.pool = pool;
    }

    /**
     * Opens the database in {@code data/database} with the keys in {@code keys} and the usual sizes.
     *
     * @param data the data folder, made when it is absent
     * @param keys the folder of the key files, made when it is absent
     * @return the open database, to be closed by the caller
     * @throws IllegalStateException where it is refused; the message says why, in Japanese and English
     */
    public static DerbyDatabase open(Path data, Path keys) {
        return open(DerbySettings.of(data, keys));
    }

    /**
     * Opens the database, making it and its key where there is none, and changing its key where a next one lies ready.
     *
     * @param settings where it lies and how much it may take
     * @return the open database, to be closed by the caller
     * @throws DatabaseRefusedException where it is refused
     */
    static DerbyDatabase open(DerbySettings settings) {
        FolderLock lock = null;
        try {
            PrivateFiles.makeFolder(settings.log());
            lock = FolderLock.take(settings.lock());
            DerbyDatabase database = new DerbyDatabase(settings, lock, openLocked(settings));
            lock = null;
            return database;
        } catch (IOException | SQLException | UnsupportedOperationException e) {
            throw new DatabaseRefusedException(
                    "データの置き場所 " + settings.data() + " または鍵の置き場所 " + settings.keys()
                            + " を読み書きできません。権限と空き容量を確かめてください。",
                    "The data folder " + settings.data() + " or the key folder " + settings.keys()
                            + " cannot be read or written; check rights and free space.",
                    e);
        } finally {
            release(lock);
        }
    }

    /**
     * The pool. It refuses after {@link #close()}.
     *
     * @return the source of connections
     */
    public DataSource dataSource() {
        return pool;
    }

    /**
     * Copies of the database while it is open.
     *
     * @return who makes them
     */
    public DatabaseBackup backup() {
        return new DerbyBackup(settings, pool);
    }

    /** Closes the pool, stops the database with a checkpoint, and releases the folder. A second call does nothing. */
    @Override
    public void close() {
        if (pool.isClosed()) {
            return;
        }
        pool.close();
        stop(folder);
        leave();
        release(lock);
    }

    private static HikariDataSource openLocked(DerbySettings settings) throws IOException, SQLException {
        DerbyEngine.join();
        boolean opened = false;
        try {
            new DatabaseOpening(settings).run();
            HikariDataSource pool = pool(settings);
            opened = true;
            return pool;
        } finally {
            if (!opened) {
                leave();
            }
        }
    }

    private static HikariDataSource pool(DerbySettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("daicho-derby");
        config.setDataSource(DerbyEngine.source(settings.database()));
        config.setMaximumPoolSize(settings.maximumPoolSize());
        config.setAutoCommit(true);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // There is no network in between that would drop a connection that grows old.
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        config.setKeepaliveTime(0);
        config.setExceptionOverride(new ClosedByFault());
        return new HikariDataSource(config);
    }

    /** A Java fault inside Derby ends the connection, which the pool would give to the next one. */
    private static final class ClosedByFault implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            return JAVA_FAULT.equals(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }

    private static void stop(Path folder) {
        try {
            DerbyEngine.stop(folder);
        } catch (SQLException e) {
            LOG.warn("データベース {} を正常に停止できませんでした。次の起動時に自動で復旧します。 / "
                    + "The database {} did not stop cleanly; its next start recovers it.", folder, folder, e);
        }
    }

    private static void leave() {
        try {
            DerbyEngine.leave();
        } catch (SQLException e) {
            LOG.warn("Derby を正常に停止できませんでした。 / Derby did not stop cleanly.", e);
        }
    }

    private static void release(FolderLock lock) {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("ロックファイルを閉じられませんでした。 / The lock file could not be closed.", e);
        }
    }
}
