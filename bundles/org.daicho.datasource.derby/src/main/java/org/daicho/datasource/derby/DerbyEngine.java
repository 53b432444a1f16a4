package org.daicho.datasource.derby;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * Starts and stops databases in the Derby engine that belongs to this bundle's class loader.
 *
 * <p>
 * Derby takes its settings from system properties, which the whole JVM shares. They are therefore set only while a
 * database starts (Derby reads them only then) and put back afterwards; one that the operator gave with {@code -D} is
 * respected. The engine itself is stopped with its last database: it then ends its threads and takes its driver from
 * {@link DriverManager}, and the next start begins afresh. Starts and stops exclude each other.
 */
final class DerbyEngine {
    private static final Object GUARD = new Object();
    private static final String DURABILITY = "derby.system.durability";
    private static final String DATABASE_STOPPED = "08006";
    private static final String ENGINE_STOPPED = "XJ015";

    /** Openers that use the engine; guarded by {@link #GUARD}. */
    private static int users;

    private DerbyEngine() {
    }

    /** Counts one more user of the engine. */
    static void join() {
        synchronized (GUARD) {
            users++;
        }
    }

    /**
     * Counts one user less, and stops the engine after the last.
     *
     * @throws SQLException where the engine does not stop
     */
    static void leave() throws SQLException {
        synchronized (GUARD) {
            users--;
            if (users > 0) {
                return;
            }
            // Says that it has stopped by an exception. "No suitable driver" means that it never started.
            try (Connection none = DriverManager.getConnection("jdbc:derby:;shutdown=true")) {
                throw new SQLException("Derby answered its shutdown with a connection: " + none);
            } catch (SQLException e) {
                if (!ENGINE_STOPPED.equals(e.getSQLState()) && !"08001".equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    /**
     * Starts one database; until it is stopped further connections need no attributes.
     *
     * @param settings where the log goes and how large the page cache is
     * @param database the folder of the database
     * @param attributes Derby's connection attributes, with the key
     * @throws SQLException as Derby gives it
     * @throws DatabaseRefusedException where the JVM was told to trade durability for speed
     */
    static void start(DerbySettings settings, Path database, String attributes) throws SQLException {
        synchronized (GUARD) {
            if ("test".equalsIgnoreCase(System.getProperty(DURABILITY))) {
                throw new DatabaseRefusedException(
                        DURABILITY + "=test では停電時に記録が失われるため起動しません。この設定を外してください。",
                        DURABILITY + "=test would lose records in a power cut; remove this setting.", null);
            }
            Map<String, String> ours = properties(settings);
            ours.keySet().removeIf(name -> System.getProperty(name) != null);
            ours.forEach(System::setProperty);
            try {
                EmbeddedDataSource source = source(database);
                source.setConnectionAttributes(attributes);
                source.getConnection().close();
            } finally {
                ours.keySet().forEach(System::clearProperty);
            }
        }
    }

    /**
     * Stops one database with a checkpoint, and only this one.
     *
     * @param database the folder of the database
     * @throws SQLException where it does not stop cleanly; the log then recovers it at its next start
     */
    static void stop(Path database) throws SQLException {
        EmbeddedDataSource source = source(database);
        source.setShutdownDatabase("shutdown");
        synchronized (GUARD) {
            try (Connection none = source.getConnection()) {
                throw new SQLException("Derby answered its shutdown with a connection: " + none);
            } catch (SQLException e) {
                if (!DATABASE_STOPPED.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    /**
     * A source of plain connections to a started database; it holds no key.
     *
     * @param database the folder of the database
     * @return the source
     */
    static EmbeddedDataSource source(Path database) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(database.toString());
        return source;
    }

    private static Map<String, String> properties(DerbySettings settings) {
        Map<String, String> properties = new LinkedHashMap<>();
        // Else Derby would read a derby.properties, and look for databases, in whatever the current folder is.
        properties.put("derby.system.home", settings.data().toString());
        properties.put("derby.stream.error.file", settings.log().resolve("derby.log").toString());
        properties.put("derby.infolog.append", "true");
        // Any value but "test" is the full durability; being set here it wins over a derby.properties file.
        properties.put(DURABILITY, "default");
        // Bytes. Derby forces its log whenever this buffer fills; its 32 KiB hold but 20 rows of a batch.
        properties.put("derby.storage.logBufferSize", "1048576");
        properties.put("derby.storage.pageCacheSize", Integer.toString(settings.pageCachePages()));
        return properties;
    }
}
