package org.daicho.cli.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.daicho.cli.refusal.Refusal;
import org.daicho.resolver.ModuleCapability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleRevision;

/**
 * A runtime inside this process: the framework with the distribution's bundles, always on a clean bundle cache, so that
 * a start never depends on the one before it. All that lasts lies elsewhere in the data folder.
 */
public final class DaichoRuntime implements AutoCloseable {

    private static final int READY_SECONDS = 60;
    private static final long STARTED = ManagementFactory.getRuntimeMXBean().getStartTime();
    private static final String MODULES = "(&(objectClass=org.daicho.ledger.spi.LedgerModule)(daicho.module=*)"
            + "(daicho.chapter>=1))";

    private final Settings settings;
    private final DataFolder data;
    private final Framework framework;
    private final Set<String> failures = new LinkedHashSet<>();
    private volatile int port;

    private DaichoRuntime(Settings settings, DataFolder data, Framework framework) {
        this.settings = settings;
        this.data = data;
        this.framework = framework;
    }

    /**
     * Starts the framework and its bundles.
     *
     * @param settings what to start, and where
     * @return the runtime; its services may still be on their way
     * @throws Refusal where the data folder or the port is in use
     * @throws Exception where the framework cannot start
     */
    public static DaichoRuntime launch(Settings settings) throws Exception {
        DataFolder data = DataFolder.hold(settings.data());
        RunFile.delete(settings.data()); // that of a process which was killed
        checkPort(settings);
        Logs.open(settings.distribution().root().resolve("conf"), data.log());
        String name = settings.distribution().name();
        System.err.println("daicho: " + name + " を起動しています / starting " + name + " …");
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        Framework framework = factory.newFramework(FrameworkProperties.of(settings, data));
        DaichoRuntime runtime = new DaichoRuntime(settings, data, framework);
        StopHook.install(runtime::stop);
        runtime.start();
        return runtime;
    }

    private static void checkPort(Settings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException inUse) {
            throw new Refusal("ポート " + settings.port() + " は使えません。使っているものを止めるか、--port で別の番号を指定してください",
                    "Port " + settings.port() + " is not free; stop what uses it, or choose another with --port");
        }
    }

    private void start() throws BundleException {
        framework.init();
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : settings.distribution().bundles()) {
            bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
        }
        framework.start();
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null && !isModule(bundle)) {
                start(bundle);
            }
        }
    }

    /** Which modules there shall be is told by the log, so operations starts them, once the log can be read. */
    static boolean isModule(Bundle bundle) {
        return !ModuleCapability.ids(bundle.adapt(BundleRevision.class)).isEmpty();
    }

    private void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException failure) {
            failures.add(StartFailure.describe(bundle, failure));
        }
    }

    /**
     * Waits until the system serves, and leaves the {@link RunFile} for the commands that talk to it.
     *
     * @throws Refusal with the sentence of the component of ours that refused, at once; or naming what is missing, after
     *     60 seconds
     * @throws InterruptedException where the wait was interrupted
     * @throws IOException where the data folder cannot be written
     */
    public void awaitReady() throws InterruptedException, IOException {
        port = awaitPort(ReadyListener.on(framework.getBundleContext()),
                new Diagnosis(framework.getBundleContext(), failures));
        new RunFile(settings.host(), port, new OperatorToken(framework.getBundleContext()).mint(),
                ProcessHandle.current().pid(), Instant.ofEpochMilli(STARTED),
                settings.distribution().root().toAbsolutePath()).write(settings.data());
    }

    private int awaitPort(ReadyListener listener, Diagnosis diagnosis) throws InterruptedException {
        for (long left = READY_SECONDS; failures.isEmpty() && left > 0; left--) {
            Integer found = listener.await(1, TimeUnit.SECONDS);
            if (found != null) {
                return found;
            }
            List<String> refused = diagnosis.refusals();
            if (!refused.isEmpty()) {
                throw new Refusal(refused.get(0));
            }
        }
        throw new Refusal("起動できませんでした(詳しくは " + data.log() + " のログ)",
                "The start did not finish (see the log there), missing: " + diagnosis.text());
    }

    /**
     * Returns the line that tells where the system serves.
     *
     * @return the line
     */
    public String readyLine() {
        long millis = System.currentTimeMillis() - STARTED;
        return String.format(Locale.ROOT, "Daicho ready: http://127.0.0.1:%d/ (%s, %d modules, %.1f s)", port,
                settings.distribution().name(), modules(), millis / 1000.0);
    }

    private int modules() {
        try {
            ServiceReference<?>[] found = framework.getBundleContext().getAllServiceReferences(null, MODULES);
            return found == null ? 0 : found.length;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Waits until the framework has stopped.
     *
     * @throws InterruptedException where the wait was interrupted
     */
    public void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    private void stop() {
        RunFile.delete(settings.data());
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(READY_SECONDS));
        } catch (BundleException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        data.close();
    }
}
