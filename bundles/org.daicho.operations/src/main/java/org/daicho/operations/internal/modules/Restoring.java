package org.daicho.operations.internal.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Text;
import org.daicho.operations.internal.catalogue.Messages;
import org.daicho.operations.internal.modules.ModuleBundles.Installed;
import org.daicho.operations.internal.modules.ModuleChange.Kind;
import org.daicho.operations.internal.modules.ModuleChange.Source;
import org.daicho.resolver.ModuleJar;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the modules at a start those that the log names. The launcher installs the distribution's modules without
 * starting them; where the log names another version, or none, the distribution's own goes. One use, one thread.
 */
final class Restoring {

    private static final Logger LOG = LoggerFactory.getLogger(Restoring.class);

    private final ModuleBundles bundles;
    private final WantedModules wanted;
    private final Function<ModuleChange, Optional<Candidate>> kept;
    private final Map<String, ActiveModule> active = new LinkedHashMap<>();
    private final Map<String, Text> problems = new TreeMap<>();
    private final Map<String, ModuleJar> base = new TreeMap<>();
    private final Map<Candidate, String> newer = new LinkedHashMap<>();
    private final Map<String, Installed> installed = new HashMap<>();

    Restoring(ModuleBundles bundles, WantedModules wanted, Function<ModuleChange, Optional<Candidate>> kept) {
        this.bundles = bundles;
        this.wanted = wanted;
        this.kept = kept;
    }

    Map<String, ActiveModule> active() {
        return active;
    }

    Map<String, Text> problems() {
        return problems;
    }

    Map<String, ModuleJar> base() {
        return base;
    }

    /** Returns the modules that the distribution brought in a newer version, each with the version before. */
    Map<Candidate, String> newer() {
        return newer;
    }

    void run() {
        bundles.modules().forEach(this::ofDistribution);
        wanted.all().stream().filter(change -> change.kind() != Kind.REMOVED && !active.containsKey(change.module()))
                .forEach(this::reinstall);
        new ArrayList<>(active.values()).forEach(this::start);
    }

    private void ofDistribution(Bundle bundle) {
        Optional<ModuleJar> jar = read(bundle);
        if (jar.isEmpty() || base.putIfAbsent(jar.get().id(), jar.get()) != null) {
            LOG.error("{} is left as it is: it can't be read, or is there twice", bundle);
            return;
        }
        String id = jar.get().id();
        ModuleChange last = wanted.of(id).orElse(null);
        if (last == null || last.kind() != Kind.REMOVED && last.digest().equals(jar.get().digest())) {
            active.put(id, new ActiveModule(bundle, Candidate.of(jar.get(), Source.BASE)));
        } else if (last.kind() != Kind.REMOVED && !jar.get().digest().equals(last.base())
                && jar.get().version().compareTo(Version.parseVersion(last.version())) > 0) {
            Candidate own = Candidate.of(jar.get(), Source.BASE);
            active.put(id, new ActiveModule(bundle, own));
            newer.put(own, last.version());
        } else {
            ModuleBundles.stop(bundle);
            bundles.uninstall(List.of(bundle));
        }
    }

    private static Optional<ModuleJar> read(Bundle bundle) {
        try {
            return ModuleBundles.file(bundle).flatMap(ModuleJar::read);
        } catch (LedgerException refusal) {
            LOG.error("{}", refusal.text().en());
            return Optional.empty();
        }
    }

    private void reinstall(ModuleChange change) {
        String id = change.module();
        try {
            Candidate candidate = kept.apply(change)
                    .orElseThrow(() -> Messages.conflict("store.gone", change.file()));
            Installed again = bundles.reinstall(change);
            installed.put(id, again);
            active.put(id, new ActiveModule(again.bundle(), candidate));
        } catch (LedgerException refusal) {
            fail(id, refusal.text());
        }
    }

    private void start(ActiveModule module) {
        String id = module.jar().id();
        try {
            if (installed.containsKey(id)) {
                bundles.start(installed.get(id));
            } else {
                ModuleBundles.start(module.bundle());
            }
        } catch (BundleException e) {
            LOG.error("{} does not start", module.bundle(), e);
            active.remove(id);
            bundles.uninstall(installed.containsKey(id) ? installed.get(id).fresh() : List.of(module.bundle()));
            fail(id, Messages.text("start.failed", id, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private void fail(String id, Text why) {
        LOG.error("The module {} is not there: {}", id, why.en());
        problems.put(id, why);
    }
}
