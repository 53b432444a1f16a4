package org.daicho.ledger.engine.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import javax.sql.DataSource;

import org.apache.derby.jdbc.EmbeddedDataSource;
import org.postgresql.ds.PGPoolingDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The database of one test. An empty one is Derby's, in memory, or PostgreSQL's where the property
 * {@code daicho.test.database} is {@code postgresql}.
 */
public abstract class TestDatabase implements AutoCloseable {

    static {
        // Nothing here has to outlive the machine; opening a database is three times as fast.
        System.setProperty("derby.system.durability", "test");
    }

    /** Makes a database for one test. */
    public static TestDatabase empty() {
        return "postgresql".equals(System.getProperty("daicho.test.database"))
                ? new Postgres()
                : new Derby("memory:" + UUID.randomUUID());
    }

    /** Opens the database of a folder, or makes it there. */
    public static TestDatabase derby(String folder) {
        return new Derby(folder);
    }

    public abstract DataSource source();

    /** Shuts the database down, or drops one that was made for the test. */
    @Override
    public abstract void close();

    private static final class Derby extends TestDatabase {

        private final EmbeddedDataSource source = new EmbeddedDataSource();

        Derby(String name) {
            source.setDatabaseName(name);
            source.setCreateDatabase("create");
        }

        @Override
        public DataSource source() {
            return source;
        }

        @Override
        public void close() {
            EmbeddedDataSource down = new EmbeddedDataSource();
            down.setDatabaseName(source.getDatabaseName());
            if (source.getDatabaseName().startsWith("memory:")) {
                down.setConnectionAttributes("drop=true");
            } else {
                down.setShutdownDatabase("shutdown");
            }
            // Derby tells of either by an exception.
            assertThrows(SQLException.class, down::getConnection);
        }
    }

    private static final class Postgres extends TestDatabase {

        /** A schema is made in a moment, a database takes seconds. */
        private final String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        /** Deprecated in favour of larger pools; for a test it is enough, and a connection each time is slow. */
        @SuppressWarnings("deprecation")
        private final PGPoolingDataSource source = new PGPoolingDataSource();

        Postgres() {
            administer("CREATE SCHEMA " + schema);
            source.setUrl(Server.RUNNING.getJdbcUrl("postgres", "postgres"));
            source.setCurrentSchema(schema);
            source.setDataSourceName(schema);
        }

        @Override
        public DataSource source() {
            return source;
        }

        @Override
        public void close() {
            source.close();
            administer("DROP SCHEMA " + schema + " CASCADE");
        }

        private static void administer(String sql) {
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** One server for all tests, which ends with the process. */
        private static final class Server {

            static final EmbeddedPostgres RUNNING = start();

            private static EmbeddedPostgres start() {
                try {
                    return EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                            .setServerConfig("synchronous_commit", "off").start();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
