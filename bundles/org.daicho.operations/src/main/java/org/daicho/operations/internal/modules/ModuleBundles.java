package org.daicho.operations.internal.modules;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.daicho.operations.internal.catalogue.Messages;
import org.daicho.operations.internal.catalogue.Resolution;
import org.daicho.resolver.IndexedBundle;
import org.daicho.resolver.ModuleCapability;
import org.daicho.resolver.ModuleJar;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles of modules and of what comes along for them. Nothing here touches a bundle that it did not install itself,
 * but for a module that is to go. Guarded by who holds it.
 */
final class ModuleBundles {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleBundles.class);
    private static final String MODULE = "daicho:module/";
    private static final String PART = "daicho:part/";
    private static final int REFRESH_SECONDS = 30;

    private final BundleContext context;
    private final JarStore store;

    /**
     * What was installed.
     *
     * @param bundle the module's bundle
     * @param parts  what it needs of bundles that came along, for it or for others
     * @param fresh  the bundles that are new, the module's own first
     */
    record Installed(Bundle bundle, List<ModuleChange.Part> parts, List<Bundle> fresh) {
    }

    ModuleBundles(BundleContext context, JarStore store) {
        this.context = context;
        this.store = store;
    }

    /** Finds the bundles of the distribution that are modules. */
    List<Bundle> modules() {
        return Stream.of(context.getBundles())
                .filter(bundle -> !ModuleCapability.ids(bundle.adapt(BundleRevision.class)).isEmpty())
                .toList();
    }

    /** Tells whether a bundle of a name is there, in whatever version. */
    boolean isThere(String symbolicName) {
        return Stream.of(context.getBundles()).anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName()));
    }

    /** Finds the file that a bundle was installed from. */
    static Optional<Path> file(Bundle bundle) {
        String location = bundle.getLocation().replaceFirst("^reference:", "");
        try {
            Path file = location.startsWith("file:") && !location.startsWith("file:/")
                    ? Path.of(location.substring("file:".length()))
                    : location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
            return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Installs a module with what it lacks, and starts nothing yet.
     *
     * @throws org.daicho.ledger.LedgerException CONFLICT where it can't be; then nothing of it is left
     */
    Installed install(ModuleJar jar, List<IndexedBundle> catalogue) {
        List<Bundle> fresh = new ArrayList<>();
        try {
            Bundle bundle = install(MODULE + jar.digest(), store.keep(jar.path(), jar.digest()), fresh);
            Set<ModuleChange.Part> parts = new LinkedHashSet<>();
            for (Resource needed : Resolution.of(context, bundle, catalogue)) {
                if (needed instanceof IndexedBundle part) {
                    install(PART + part.digest(), kept(part), fresh);
                    parts.add(new ModuleChange.Part(part.digest(), part.name()));
                } else {
                    parts.addAll(partsOf(((BundleRevision) needed).getBundle()));
                }
            }
            return new Installed(bundle, List.copyOf(parts), fresh);
        } catch (IOException | BundleException e) {
            LOG.warn("{} can't be installed", jar.path(), e);
            uninstall(fresh);
            throw Messages.conflict("install.failed", jar.path().getFileName());
        } catch (RuntimeException e) {
            uninstall(fresh);
            throw e;
        }
    }

    /**
     * Installs a module from the store as it was before the restart.
     *
     * @throws org.daicho.ledger.LedgerException CONFLICT where a jar is gone; then nothing of it is left
     */
    Installed reinstall(ModuleChange wanted) {
        List<Bundle> fresh = new ArrayList<>();
        try {
            Bundle bundle = install(MODULE + wanted.digest(), find(wanted.module(), wanted.digest()), fresh);
            for (ModuleChange.Part part : wanted.parts()) {
                install(PART + part.digest(), find(part.name(), part.digest()), fresh);
            }
            return new Installed(bundle, wanted.parts(), fresh);
        } catch (IOException | BundleException e) {
            LOG.error("{} {} can't be installed again", wanted.module(), wanted.version(), e);
            uninstall(fresh);
            throw Messages.conflict("install.failed", wanted.file());
        } catch (RuntimeException e) {
            uninstall(fresh);
            throw e;
        }
    }

    private Path find(String name, String digest) {
        return store.find(digest).orElseThrow(() -> Messages.conflict("store.gone", name));
    }

    private Path kept(IndexedBundle part) {
        try {
            return store.keep(part.path(), part.digest());
        } catch (IOException e) {
            LOG.warn("{} can't be taken from the catalogue", part.path(), e);
            throw Messages.conflict("catalogue.differs", part.path().getFileName());
        }
    }

    private Bundle install(String location, Path jar, List<Bundle> fresh) throws IOException, BundleException {
        Bundle there = context.getBundle(location);
        if (there != null) {
            return there;
        }
        try (InputStream in = Files.newInputStream(jar)) {
            Bundle bundle = context.installBundle(location, in);
            fresh.add(bundle);
            return bundle;
        }
    }

    /** What of a running bundle came along for a module: itself, and all such that it is wired to. */
    private Set<ModuleChange.Part> partsOf(Bundle bundle) {
        Set<ModuleChange.Part> parts = new LinkedHashSet<>();
        Deque<Bundle> open = new ArrayDeque<>(List.of(bundle));
        while (!open.isEmpty()) {
            Bundle next = open.pop();
            if (next.getLocation().startsWith(PART)
                    && parts.add(new ModuleChange.Part(next.getLocation().substring(PART.length()),
                            next.getSymbolicName()))) {
                next.adapt(BundleWiring.class).getRequiredWires(null)
                        .forEach(wire -> open.push(wire.getProvider().getBundle()));
            }
        }
        return parts;
    }

    /** Starts what is new, the module last. */
    void start(Installed installed) throws BundleException {
        for (int i = installed.fresh().size() - 1; i > 0; i--) {
            start(installed.fresh().get(i));
        }
        start(installed.bundle());
    }

    static void start(Bundle bundle) throws BundleException {
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        }
    }

    /** Finds who is wired to a bundle. */
    static List<Bundle> users(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null
                ? List.of()
                : wiring.getProvidedWires(null).stream().map(BundleWire::getRequirer).filter(Objects::nonNull)
                        .map(BundleRevision::getBundle).filter(user -> user != bundle).distinct().toList();
    }

    static void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("{} did not stop cleanly", bundle, e);
        }
    }

    /** Uninstalls bundles and lets go of their code; whoever is wired to one of them would be refreshed with it. */
    void uninstall(List<Bundle> bundles) {
        List<Bundle> gone = bundles.stream().filter(bundle -> bundle.getState() != Bundle.UNINSTALLED).toList();
        for (Bundle bundle : gone) {
            try {
                bundle.uninstall();
            } catch (BundleException e) {
                LOG.error("{} can't be uninstalled", bundle, e);
            }
        }
        refresh(gone);
    }

    private void refresh(List<Bundle> gone) {
        if (gone.isEmpty()) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> done.countDown();
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class).refreshBundles(gone, listener);
        try {
            if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("The code of {} was not let go of in time", gone);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes out what came along for modules and serves none of them any more. */
    void uninstallUnused(Set<String> needed) {
        Set<Bundle> tried = new LinkedHashSet<>();
        List<Bundle> unused;
        do {
            unused = Stream.of(context.getBundles()).filter(bundle -> bundle.getLocation().startsWith(PART))
                    .filter(bundle -> !needed.contains(bundle.getLocation().substring(PART.length())))
                    .filter(bundle -> users(bundle).isEmpty() && tried.add(bundle)).toList();
            unused.forEach(ModuleBundles::stop);
            uninstall(unused);
        } while (!unused.isEmpty());
    }
}
