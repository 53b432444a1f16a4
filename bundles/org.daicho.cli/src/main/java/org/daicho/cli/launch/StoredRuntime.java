package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

import org.daicho.cli.refusal.Refusal;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * The framework with no more than opens and verifies stored data: components, the log, the data source and the ledger
 * provider; no HTTP. Its service is called by reflection, as the classes are the framework's and not
 * ours.
 */
final class StoredRuntime implements AutoCloseable {

    /** Started, in this order; what they need is resolved with them. */
    private static final List<String> STARTED = List.of("org.apache.aries.spifly.", "logback-classic-", "slf4j-api-",
            "org.apache.felix.log-", "org.apache.felix.logback-", "org.apache.felix.scr-", "org.daicho.datasource.",
            "org.daicho.ledger.engine-");
    private static final int READY_SECONDS = 60;
    private static final long LOOK_MILLIS = 50;

    private final Framework framework;
    private final Path cache;
    private final List<String> failures = new ArrayList<>();
    private Object service;

    private StoredRuntime(Framework framework, Path cache) {
        this.framework = framework;
        this.cache = cache;
    }

    /**
     * Opens stored data. Nobody else may use it until this is closed.
     *
     * @param data the folder with the database
     * @param keys the folder of the key files
     * @param type the service that does what is wanted
     * @param more further framework properties
     * @return the runtime
     * @throws Refusal with the sentence of whoever refused to open it
     * @throws Exception where the framework cannot start
     */
    static StoredRuntime launch(Path data, Path keys, String type, Map<String, String> more) throws Exception {
        if (Files.exists(keys.resolve("database.key.next"))) {
            // Opening would go on with the change, and so write.
            throw new Refusal("データベースの鍵の交換が終わっていません。システムを一度起動してから、もう一度お試しください",
                    "A change of the database's key has not finished; start the system once, then try again");
        }
        Distribution distribution = Home.ofProcess().installed();
        Path cache = Files.createTempDirectory("daicho-audit");
        Logs.open(distribution.root().resolve("conf"), Files.createDirectories(data.resolve("log")));
        Map<String, Object> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, cache.resolve("framework").toString());
        properties.put("felix.log.logger", new Logs.FrameworkLog());
        properties.put("felix.log.level", "2");
        properties.put("daicho.data", data.toString());
        properties.put("daicho.keys", keys.toString());
        properties.putAll(more);
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        StoredRuntime runtime = new StoredRuntime(factory.newFramework(FrameworkProperties.cast(properties)), cache);
        try {
            runtime.start(distribution.bundles());
            runtime.await(type);
            return runtime;
        } catch (Exception failure) {
            runtime.close();
            throw failure;
        }
    }

    private void start(List<Path> jars) throws BundleException {
        framework.init();
        Map<Path, Bundle> bundles = new HashMap<>();
        for (Path jar : jars) {
            bundles.put(jar, framework.getBundleContext().installBundle(jar.toUri().toString()));
        }
        framework.start();
        for (String name : STARTED) {
            for (Path jar : jars) {
                Bundle bundle = bundles.get(jar);
                if (jar.getFileName().toString().startsWith(name)
                        && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                    start(bundle);
                }
            }
        }
    }

    private void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException failure) {
            failures.add(StartFailure.describe(bundle, failure));
        }
    }

    /** Waits for the service, or for a component that says why there will be none. */
    private void await(String type) throws InterruptedException, InvalidSyntaxException {
        Diagnosis diagnosis = new Diagnosis(framework.getBundleContext(), failures);
        for (long left = TimeUnit.SECONDS.toMillis(READY_SECONDS); left > 0; left -= LOOK_MILLIS) {
            // All, as our own class path has a class of that name too, which the service is not of.
            ServiceReference<?>[] found = framework.getBundleContext().getAllServiceReferences(type, null);
            if (found != null) {
                service = framework.getBundleContext().getService(found[0]);
                return;
            }
            List<String> refused = diagnosis.refusals();
            if (!refused.isEmpty()) {
                throw new Refusal(refused.get(0));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new Refusal("データを開けませんでした", "The data could not be opened, missing: " + diagnosis.text());
    }

    /** Calls a method of the service. */
    Object call(String method, Object... arguments) {
        try {
            return Diagnosis.call(service, method, arguments);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Reads a component of a record that the service returned. */
    static Object get(Object record, String component) {
        try {
            return Diagnosis.call(record, component);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(READY_SECONDS));
        } catch (BundleException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        DataCopy.deleteTree(cache);
    }
}
