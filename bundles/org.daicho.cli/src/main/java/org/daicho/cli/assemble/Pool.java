package org.daicho.cli.assemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.daicho.cli.launch.DataCopy;
import org.daicho.cli.refusal.Refusal;
import org.daicho.resolver.ModuleCapability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.resolver.Resolver;

/**
 * All jars of a distribution, those that run and those of its catalogue, as the framework itself reads their manifests.
 * The framework is initialised and never started: no code of a bundle runs.
 */
final class Pool implements AutoCloseable {

    private static final int STOP_SECONDS = 60;

    private final Framework framework;
    private final Path cache;
    private final Map<BundleRevision, Path> jars = new LinkedHashMap<>();

    private Pool(Framework framework, Path cache) {
        this.framework = framework;
        this.cache = cache;
    }

    static Pool open(Path distribution, Path... more) throws IOException {
        Path cache = Files.createTempDirectory("daicho-assemble");
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, cache.resolve("framework").toString());
        properties.put("felix.log.level", "0");
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        Pool pool = new Pool(factory.newFramework(properties), cache);
        try {
            pool.framework.init();
            for (Path jar : files(distribution.resolve("bundles"), distribution.resolve("catalogue"))) {
                pool.install(jar);
            }
            for (Path jar : more) {
                pool.install(jar);
            }
            return pool;
        } catch (BundleException failure) {
            pool.close();
            throw new IOException(failure);
        } catch (IOException | RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
                }
            }
        }
        return jars;
    }

    private void install(Path jar) {
        try {
            Bundle bundle = framework.getBundleContext().installBundle("reference:" + jar.toUri());
            if (bundle.getSymbolicName() == null) {
                throw new BundleException("no symbolic name");
            }
            jars.put(bundle.adapt(BundleRevision.class), jar);
        } catch (BundleException failure) {
            if (failure.getType() != BundleException.DUPLICATE_BUNDLE_ERROR) {
                throw new Refusal("このファイルは壊れているか、OSGi バンドルではありません: " + jar,
                        "This file is broken or no OSGi bundle: " + jar);
            }
        }
    }

    Collection<BundleRevision> bundles() {
        return jars.keySet();
    }

    Path jar(BundleRevision bundle) {
        return jars.get(bundle);
    }

    /** The ids of the modules, in order. */
    Set<String> modules() {
        Set<String> ids = new TreeSet<>();
        jars.keySet().forEach(bundle -> ids.addAll(ModuleCapability.ids(bundle)));
        return ids;
    }

    BundleWiring system() {
        return framework.adapt(BundleWiring.class);
    }

    Resolver resolver() {
        return framework.getBundleContext()
                .getService(framework.getBundleContext().getServiceReference(Resolver.class));
    }

    @Override
    public void close() throws IOException {
        try {
            framework.stop();
            framework.waitForStop(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (BundleException failure) {
            throw new IOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        DataCopy.deleteTree(cache);
    }
}
