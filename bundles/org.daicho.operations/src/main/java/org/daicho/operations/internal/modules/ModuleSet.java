package org.daicho.operations.internal.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Text;
import org.daicho.operations.internal.catalogue.Catalogue;
import org.daicho.operations.internal.catalogue.Messages;
import org.daicho.operations.internal.modules.ModuleBundles.Installed;
import org.daicho.operations.internal.modules.ModuleChange.Source;
import org.daicho.resolver.ModuleJar;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modules of the running system. One change at a time; each is durable before it is answered, and one that fails
 * leaves the system as it was. Readers never wait for a change.
 * <p>
 * The order of a change decides what a sudden end leaves: an addition is written once it serves, a removal before
 * anything stops. What is written is what the next start brings back.
 */
final class ModuleSet {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleSet.class);
    private static final Duration SERVE_LIMIT = Duration.ofSeconds(10);
    private static final int BUSY_SECONDS = 60;
    private static final int MOST_TITLE = 200;

    /** Longer than a rule may take. */
    private static final Duration FLIGHT_LIMIT = Duration.ofSeconds(10);

    private final ReentrantLock changing = new ReentrantLock(true);
    private final Map<String, ActiveModule> active = new ConcurrentSkipListMap<>();
    private final Map<String, Text> problems = new ConcurrentSkipListMap<>();
    private final Map<String, ModuleJar> base = new ConcurrentSkipListMap<>();
    private final Parts parts;
    private volatile WantedModules wanted = new WantedModules(List.of());

    /** What a set of modules works with. */
    record Parts(ChangeLog log, ModuleBundles bundles, JarStore store, Catalogue catalogue, Serving serving,
            RequestsInFlight requests) {
    }

    ModuleSet(Parts parts) {
        this.parts = parts;
    }

    /** Returns the modules that are there, by id. */
    Map<String, ActiveModule> active() {
        return Map.copyOf(active);
    }

    /** Returns what is wrong with modules that shall be there, by id. */
    Map<String, Text> problems() {
        return Map.copyOf(problems);
    }

    /** Returns the modules that the distribution has of itself. */
    List<ModuleJar> base() {
        return List.copyOf(base.values());
    }

    /** Brings the modules that the log names, in the place of those that the distribution has. */
    void restore() {
        locked(() -> {
            wanted = new WantedModules(parts.log().read());
            Restoring restoring = new Restoring(parts.bundles(), wanted, this::kept);
            restoring.run();
            active.putAll(restoring.active());
            problems.putAll(restoring.problems());
            base.putAll(restoring.base());
            restoring.newer().forEach((module, before) -> write(ChangeLog.SYSTEM,
                    change(ModuleChange.Kind.UPDATED, module, before, List.of())));
            parts.store().retain(wanted.digests());
            return null;
        });
    }

    /** Returns what the log says. */
    WantedModules wanted() {
        return wanted;
    }

    /**
     * Adds a module; one that is there already stays as it is.
     *
     * @param by        who asked for it
     * @param candidate the jar
     */
    void add(Caller by, Candidate candidate) {
        ModuleJar jar = candidate.jar();
        locked(() -> {
            if (active.containsKey(jar.id())) {
                return null;
            }
            if (parts.bundles().isThere(jar.symbolicName())) {
                throw Messages.conflict("add.same-bundle", jar.id(), jar.symbolicName());
            }
            Installed installed = parts.bundles().install(jar, parts.catalogue().resources());
            try {
                start(installed, jar.id(), true);
                write(by, change(ModuleChange.Kind.ADDED, candidate, null, installed.parts()));
            } catch (RuntimeException e) {
                undo(installed);
                throw e;
            }
            active.put(jar.id(), new ActiveModule(installed.bundle(), candidate));
            problems.remove(jar.id());
            return null;
        });
    }

    /** Puts another version in the place of one that is there; it serves before the old one goes. */
    void replace(Caller by, Candidate candidate, ModuleChange.Kind kind) {
        ModuleJar jar = candidate.jar();
        locked(() -> {
            ActiveModule old = active.get(jar.id());
            if (old == null) {
                throw Messages.conflict("not-active", jar.id());
            }
            if (!jar.symbolicName().equals(old.jar().symbolicName())) {
                throw Messages.conflict("update.other-bundle", jar.id(), old.jar().symbolicName(), jar.symbolicName());
            }
            if (jar.singleton() || old.jar().singleton()) {
                throw Messages.conflict("update.singleton", jar.id());
            }
            checkUsers(old.bundle(), jar.id());
            keep(old);
            Installed installed = parts.bundles().install(jar, parts.catalogue().resources());
            try {
                start(installed, jar.id(), false);
                ModuleBundles.stop(old.bundle());
                parts.serving().await(installed.bundle(), jar.id(), true, SERVE_LIMIT);
                write(by, change(kind, candidate, old.jar().version().toString(), installed.parts()));
            } catch (RuntimeException e) {
                startAgain(old);
                undo(installed);
                throw e;
            }
            active.put(jar.id(), new ActiveModule(installed.bundle(), candidate));
            letGo(old.bundle());
            return null;
        });
    }

    /**
     * Takes a module out; what it recorded stays. One that is not there stays so.
     *
     * @param reason why, where nobody asked for it; else {@code null}
     */
    void remove(Caller by, String id, String reason) {
        locked(() -> {
            ActiveModule old = active.get(id);
            if (old == null) {
                giveUp(by, id);
                return null;
            }
            checkUsers(old.bundle(), id);
            keep(old);
            write(by, change(ModuleChange.Kind.REMOVED, old.from(), null, List.of()).because(reason));
            active.remove(id);
            ModuleBundles.stop(old.bundle());
            letGo(old.bundle());
            return null;
        });
    }

    /** A module that shall be there and can't is taken out by the log alone. */
    private void giveUp(Caller by, String id) {
        if (problems.containsKey(id)) {
            ModuleChange gone = wanted.of(id).map(last -> new ModuleChange(ModuleChange.Kind.REMOVED, id, last.title(),
                    last.version(), null, last.source(), last.file(), last.digest(), base(id), List.of(), null))
                    .orElseGet(() -> change(ModuleChange.Kind.REMOVED, Candidate.of(base.get(id), Source.BASE), null,
                            List.of()));
            write(by, gone);
            problems.remove(id);
        }
    }

    /** Notes a jar that was refused where nobody waits for an answer. */
    void refuse(ModuleChange refusal) {
        locked(() -> {
            write(ChangeLog.SYSTEM, refusal);
            return null;
        });
    }

    /** Finds the kept jar of a version that is not there. */
    Optional<Candidate> kept(ModuleChange change) {
        return parts.store().find(change.digest()).flatMap(ModuleJar::read)
                .map(jar -> new Candidate(jar, change.source(), change.file() == null
                        ? jar.symbolicName() + ".jar"
                        : change.file()));
    }

    private static void checkUsers(Bundle bundle, String id) {
        List<String> users = ModuleBundles.users(bundle).stream().map(Bundle::getSymbolicName).sorted().toList();
        if (!users.isEmpty()) {
            throw Messages.conflict("remove.used", id, String.join(", ", users));
        }
    }

    private void start(Installed installed, String id, boolean withRoutes) {
        try {
            parts.bundles().start(installed);
        } catch (BundleException e) {
            LOG.warn("{} can't start", installed.bundle(), e);
            throw Messages.conflict("start.failed", id, reason(e));
        }
        parts.serving().await(installed.bundle(), id, withRoutes, SERVE_LIMIT);
    }

    private static String reason(BundleException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static void startAgain(ActiveModule module) {
        try {
            module.bundle().start(Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            LOG.error("{} did not start again", module.bundle(), e);
        }
    }

    private void undo(Installed installed) {
        installed.fresh().forEach(ModuleBundles::stop);
        parts.bundles().uninstall(installed.fresh());
    }

    private void letGo(Bundle bundle) {
        if (!parts.requests().awaitEnd(FLIGHT_LIMIT)) {
            LOG.warn("Requests still ran when {} went.", bundle);
        }
        parts.bundles().uninstall(List.of(bundle));
        Set<String> needed = new HashSet<>();
        active.keySet().forEach(id -> wanted.of(id).ifPresent(
                change -> change.parts().forEach(part -> needed.add(part.digest()))));
        parts.bundles().uninstallUnused(needed);
        parts.store().retain(wanted.digests());
    }

    /** Keeps the jar of a module that goes, so that it can come back. */
    private void keep(ActiveModule module) {
        Path jar = module.jar().path();
        try {
            parts.store().keep(jar, module.jar().digest());
        } catch (IOException e) {
            LOG.warn("{} is not kept: {}", jar, e.getMessage());
        }
    }

    private void write(Caller by, ModuleChange change) {
        parts.log().write(by, change);
        wanted.apply(change);
        LOG.info("{}: {} {} by {}", change.kind(), change.module(), change.version(), by.account());
    }

    private ModuleChange change(ModuleChange.Kind kind, Candidate candidate, String before,
            List<ModuleChange.Part> brought) {
        ModuleJar jar = candidate.jar();
        String title = jar.title().text().ja();
        return new ModuleChange(kind, jar.id(), title.substring(0, Math.min(title.length(), MOST_TITLE)),
                jar.version().toString(), before, candidate.source(), candidate.file(), jar.digest(), base(jar.id()),
                brought, null);
    }

    private String base(String id) {
        return base.containsKey(id) ? base.get(id).digest() : null;
    }

    private <T> T locked(Supplier<T> change) {
        try {
            if (!changing.tryLock(BUSY_SECONDS, TimeUnit.SECONDS)) {
                throw Messages.refused(Kind.UNAVAILABLE, "busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Messages.refused(Kind.UNAVAILABLE, "busy");
        }
        try {
            return change.get();
        } finally {
            changing.unlock();
        }
    }
}
