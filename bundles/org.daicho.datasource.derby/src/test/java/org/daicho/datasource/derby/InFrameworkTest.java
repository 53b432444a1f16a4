package org.daicho.datasource.derby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.apache.felix.cm.impl.ConfigurationManager;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.impl.Activator;
import org.daicho.ledger.system.DatabaseBackup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.tracker.ServiceTracker;

/** The bundle as it is built, in a framework with nothing but declarative services beside it. */
class InFrameworkTest {
    private static final String FILTER = "(&(objectClass=javax.sql.DataSource)(daicho.database=derby))";
    /** What the test shares with the bundles; in a runtime these come from bundles of their own. */
    private static final String SHARED = "org.slf4j;version=2.0.17,org.osgi.service.cm;version=1.6.1,"
            + "org.osgi.service.component;version=1.5.1,"
            + "org.osgi.service.component.runtime;version=1.5.0,org.osgi.service.component.runtime.dto;version=1.5.0,"
            + "org.osgi.util.function;version=1.2.0,org.osgi.util.promise;version=1.3.0";

    @TempDir
    Path folder;

    private Council council;
    private Framework framework;
    private BundleContext context;
    private Bundle bundle;

    @BeforeEach
    void startFramework() throws Exception {
        council = new Council(folder.resolve("data"), folder.resolve("data/keys"));
        framework = new FrameworkFactory()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SHARED, "daicho.data", council.data().toString()));
        framework.start();
        context = framework.getBundleContext();
        context.installBundle("reference:" + codeOf(Activator.class)).start();
        context.installBundle("reference:" + codeOf(DatabaseBackup.class));
        bundle = context.installBundle("reference:" + codeOf(DerbyDataSource.class));
    }

    @AfterEach
    void stopFramework() throws Exception {
        framework.stop();
        framework.waitForStop(30_000);
    }

    @Test
    void theServiceComesWithTheBundleAndGoesWithItAndComesAgainWithTheData() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        bundle.start();
        try (Connection connection = dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
            statement.execute("INSERT INTO notes VALUES 42");
        }
        assertTrue(Files.exists(council.keyFile()));
        Set<Thread> ours = new HashSet<>(Thread.getAllStackTraces().keySet());
        ours.removeAll(before);

        bundle.stop();

        assertNull(context.getAllServiceReferences(null, FILTER));
        assertTrue(ours.stream().anyMatch(thread -> thread.getName().startsWith("derby.")));
        for (Thread thread : ours) {
            thread.join(Duration.ofSeconds(10).toMillis());
            assertFalse(thread.isAlive(), thread.getName());
        }

        bundle.start();
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT id FROM notes")) {
            assertTrue(result.next());
            assertEquals(42, result.getInt(1));
        }
    }

    @Test
    void nothingOfTheEmbeddedLibrariesIsExportedOrTakenFromOutside() {
        assertNull(bundle.getHeaders("").get(Constants.EXPORT_PACKAGE));
        assertNull(bundle.getHeaders("").get(Constants.DYNAMICIMPORT_PACKAGE));
        assertFalse(bundle.getHeaders("").get(Constants.IMPORT_PACKAGE).contains("derby"));
        assertNotNull(bundle.getEntry("META-INF/LICENSE"));
        assertNotNull(bundle.getEntry("META-INF/NOTICE"));
    }

    @Test
    void aRefusedDatabaseGivesNoServiceAndTheReason() throws Exception {
        council.create();
        Files.delete(council.keyFile());

        bundle.start();

        String reason = failure();
        assertTrue(reason.contains("The key file " + council.keyFile()), reason);
        assertNull(context.getAllServiceReferences(null, FILTER));
    }

    @Test
    void aConfigurationMovesTheDatabaseAndItsKeys() throws Exception {
        Path data = folder.resolve("configured data");
        Path keys = folder.resolve("configured keys");
        context.installBundle("reference:" + codeOf(ConfigurationManager.class)).start();
        ConfigurationAdmin admin = context.getService(context.getServiceReference(ConfigurationAdmin.class));
        bundle.start();
        DataSource first = dataSource();
        ServiceTracker<DataSource, DataSource> services = new ServiceTracker<>(context, context.createFilter(FILTER),
                null);
        services.open();
        int changes = services.getTrackingCount();

        admin.getConfiguration(DerbyDataSource.PID, "?").update(
                new Hashtable<>(Map.of("data", data.toString(), "keys", keys.toString(), "maximumPoolSize", 2)));

        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (services.getTrackingCount() < changes + 2 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        try (Connection connection = dataSource().getConnection()) {
            assertTrue(connection.isValid(5));
        }
        assertTrue(Files.exists(keys.resolve("database.key")));
        assertTrue(Files.isDirectory(data.resolve("database")));
        assertThrows(SQLException.class, first::getConnection);
        services.close();
    }

    private DataSource dataSource() throws Exception {
        ServiceTracker<DataSource, DataSource> tracker = new ServiceTracker<>(context, context.createFilter(FILTER),
                null);
        tracker.open();
        try {
            DataSource source = tracker.waitForService(30_000);
            assertNotNull(source);
            return source;
        } finally {
            tracker.close();
        }
    }

    /** Waits until the component has failed. */
    private String failure() {
        ServiceReference<ServiceComponentRuntime> reference = context
                .getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = context.getService(reference);
        ComponentDescriptionDTO description = runtime.getComponentDescriptionDTO(bundle,
                DerbyDataSource.class.getName());
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline) {
            Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(description);
            for (ComponentConfigurationDTO configuration : configurations) {
                if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                    return configuration.failure;
                }
            }
            Thread.onSpinWait();
        }
        return fail("the component did not fail within 30 seconds");
    }

    private static String codeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }
}
