package org.daicho.datasource.derby;

import java.nio.file.Path;
import java.util.Hashtable;

import javax.sql.DataSource;

import org.daicho.ledger.system.DatabaseBackup;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the council's database as a {@link DataSource} service while it is open.
 *
 * <p>
 * The service is registered by hand and not by the component's description: it is there exactly while the database is
 * open, so that who waits for it is never given nothing. Where the database is refused the component fails with the
 * sentence that says why, and no service appears. A changed configuration closes the database and opens it anew.
 */
@Component(immediate = true, service = {}, configurationPid = DerbyDataSource.PID)
@Designate(ocd = DerbyDataSource.Config.class)
@Capability(namespace = "osgi.service", effective = "active", uses = DataSource.class, attribute = {
        "objectClass:List<String>=\"javax.sql.DataSource\"",
        DerbyDataSource.DATABASE_PROPERTY + "=" + DerbyDataSource.DATABASE})
public final class DerbyDataSource {
    /** The PID of the configuration. */
    public static final String PID = "org.daicho.datasource.derby";
    /** The framework property with the data folder. */
    public static final String DATA_PROPERTY = "daicho.data";
    /** The framework property with the folder of the key files; default {@code DATA/keys}. */
    public static final String KEYS_PROPERTY = "daicho.keys";
    /** The service property that tells the kinds of databases apart. */
    public static final String DATABASE_PROPERTY = "daicho.database";
    /** The value of {@link #DATABASE_PROPERTY} here. */
    public static final String DATABASE = "derby";

    /** What a person may configure; what is empty comes from the framework's properties. */
    @ObjectClassDefinition(name = "内蔵データベース / Embedded database")
    @interface Config {
        @AttributeDefinition(name = "データの置き場所(空欄は daicho.data) / Data folder (empty: daicho.data)", required = false)
        String data() default "";

        @AttributeDefinition(name = "鍵の置き場所(空欄は daicho.keys) / Key folder (empty: daicho.keys)", required = false)
        String keys() default "";

        @AttributeDefinition(name = "同時接続数の上限 / Connections at most")
        int maximumPoolSize() default DerbySettings.DEFAULT_POOL_SIZE;

        @AttributeDefinition(name = "メモリに置くページ数(4または32KiB) / Pages kept in memory (4 or 32 KiB)")
        int pageCachePages() default DerbySettings.DEFAULT_PAGE_CACHE_PAGES;
    }

    private static final Logger LOG = LoggerFactory.getLogger(DerbyDataSource.class);

    private final DerbyDatabase database;
    private final ServiceRegistration<DatabaseBackup> backup;
    private final ServiceRegistration<DataSource> registration;

    /**
     * Opens the database and registers it.
     *
     * @param context where it is registered
     * @param config what a person configured
     * @throws IllegalStateException where the database is refused; the message says why
     */
    @Activate
    public DerbyDataSource(BundleContext context, Config config) {
        try {
            database = DerbyDatabase.open(settings(context, config));
        } catch (DatabaseRefusedException e) {
            // The component runtime buries the sentence in a stack trace.
            LOG.error(e.getMessage());
            throw e;
        }
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(DATABASE_PROPERTY, DATABASE);
        // Before the data source, for whoever takes both.
        backup = context.registerService(DatabaseBackup.class, database.backup(), new Hashtable<>(properties));
        registration = context.registerService(DataSource.class, database.dataSource(), properties);
    }

    /** Takes the service back, then closes the database. */
    @Deactivate
    void close() {
        try {
            registration.unregister();
            backup.unregister();
        } finally {
            database.close();
        }
    }

    private static DerbySettings settings(BundleContext context, Config config) {
        String data = firstGiven(config.data(), context.getProperty(DATA_PROPERTY));
        if (data.isEmpty()) {
            throw new DatabaseRefusedException(DATA_PROPERTY + "(データの置き場所)が設定されていません。",
                    DATA_PROPERTY + " (the data folder) is not set.", null);
        }
        String keys = firstGiven(config.keys(), context.getProperty(KEYS_PROPERTY));
        return new DerbySettings(Path.of(data), keys.isEmpty() ? Path.of(data, "keys") : Path.of(keys),
                config.maximumPoolSize(), config.pageCachePages());
    }

    private static String firstGiven(String configured, String ofFramework) {
        if (!configured.isBlank()) {
            return configured;
        }
        return ofFramework == null ? "" : ofFramework.strip();
    }
}
