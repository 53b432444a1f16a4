package org.daicho.operations.internal.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Text;
import org.daicho.operations.internal.catalogue.JarFolder;
import org.daicho.operations.internal.catalogue.JarFolder.Found;
import org.daicho.operations.internal.catalogue.JarFolder.Stamp;
import org.daicho.operations.internal.catalogue.Messages;
import org.daicho.operations.internal.modules.ModuleChange.Source;
import org.daicho.resolver.JarDigest;
import org.daicho.resolver.ModuleJar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code load}: a jar moved into it becomes a module, or a newer version of one; a jar taken out of it takes
 * the module out. A jar counts once it has stayed the same between two looks; a broken one may still be on its way, and
 * is refused only after {@value #PATIENCE} looks. One thread looks.
 */
final class LoadFolder {

    /** How many looks a broken jar has to become whole. */
    static final int PATIENCE = 6;

    private static final Logger LOG = LoggerFactory.getLogger(LoadFolder.class);

    private record Seen(Stamp stamp, int looks, boolean done) {
    }

    private final JarFolder folder;
    private final ModuleSet modules;
    private final Map<Path, Seen> seen = new TreeMap<>();
    private final Map<String, Text> refusals = new ConcurrentSkipListMap<>();
    private final Map<String, String> stuck = new HashMap<>();

    LoadFolder(JarFolder folder, ModuleSet modules) {
        this.folder = folder;
        this.modules = modules;
    }

    /** Returns why jars that lie in the folder are refused, by file name. */
    Map<String, Text> refusals() {
        return Map.copyOf(refusals);
    }

    /** Takes what the last run did with the jars as done, and takes out the modules whose jars went meanwhile. */
    void begin() {
        WantedModules wanted = modules.wanted();
        Map<Path, Stamp> stamps = folder.stamps();
        for (Found jar : folder.jars()) {
            String file = name(jar.path());
            String digest = digest(jar);
            if (wanted.knows(file, digest)) {
                seen.put(jar.path(), new Seen(stamps.get(jar.path()), 1, true));
                wanted.refusal(file).filter(refusal -> refusal.digest().equals(digest))
                        .ifPresent(refusal -> refusals.put(file, jar.obstacle() != null
                                ? jar.obstacle()
                                : new Text(refusal.reason(), refusal.reason())));
            }
        }
        takeOut(stamps);
    }

    /** Looks once. */
    void look() {
        Map<Path, Stamp> stamps = folder.stamps();
        takeOut(stamps);
        Map<Path, Found> whole = null;
        for (Map.Entry<Path, Stamp> jar : stamps.entrySet()) {
            Seen before = seen.get(jar.getKey());
            if (before == null || !before.stamp().equals(jar.getValue())) {
                seen.put(jar.getKey(), new Seen(jar.getValue(), 1, false));
                refusals.remove(name(jar.getKey()));
            } else if (!before.done()) {
                whole = whole == null ? read() : whole;
                boolean done = take(whole.get(jar.getKey()), before.looks() + 1);
                seen.put(jar.getKey(), new Seen(jar.getValue(), before.looks() + 1, done));
            }
        }
    }

    private Map<Path, Found> read() {
        Map<Path, Found> found = new HashMap<>();
        folder.jars().forEach(jar -> found.put(jar.path(), jar));
        return found;
    }

    private boolean take(Found jar, int looks) {
        if (jar == null || jar.obstacle() != null && looks < PATIENCE) {
            return false;
        }
        try {
            if (jar.obstacle() != null) {
                throw new LedgerException(Kind.CONFLICT, jar.obstacle());
            }
            take(Candidate.of(ModuleJar.require(jar.path()), Source.LOAD));
        } catch (LedgerException refusal) {
            if (refusal.kind() == Kind.UNAVAILABLE) {
                return false;
            }
            refuse(jar, refusal.text());
        }
        return true;
    }

    private void take(Candidate candidate) {
        ModuleJar jar = candidate.jar();
        ActiveModule there = modules.active().get(jar.id());
        if (there == null) {
            modules.add(ChangeLog.SYSTEM, candidate);
        } else {
            int newer = jar.version().compareTo(there.jar().version());
            if (newer == 0) {
                throw Messages.conflict("load.same", candidate.file(), jar.id(), jar.version());
            }
            if (newer < 0) {
                throw Messages.conflict("load.older", candidate.file(), jar.id(), jar.version(),
                        there.jar().version());
            }
            modules.replace(ChangeLog.SYSTEM, candidate, ModuleChange.Kind.UPDATED);
        }
    }

    private void refuse(Found jar, Text why) {
        String file = name(jar.path());
        LOG.warn("load/{}: {}", file, why.en());
        refusals.put(file, why);
        ModuleJar module = jar.module();
        try {
            modules.refuse(new ModuleChange(ModuleChange.Kind.REFUSED, module == null ? null : module.id(), null,
                    module == null ? null : module.version().toString(), null, Source.LOAD, file, digest(jar), null,
                    List.of(), why.ja()));
        } catch (LedgerException notWritten) {
            LOG.error("The refusal of {} could not be recorded: {}", file, notWritten.text().en());
        }
    }

    /** Takes out the modules whose jars are no longer in the folder. */
    private void takeOut(Map<Path, Stamp> stamps) {
        seen.keySet().retainAll(stamps.keySet());
        List<String> files = stamps.keySet().stream().map(LoadFolder::name).toList();
        refusals.keySet().retainAll(files);
        modules.active().forEach((id, module) -> {
            if (module.from().source() == Source.LOAD && !files.contains(module.from().file())) {
                try {
                    modules.remove(ChangeLog.SYSTEM, id, Messages.text("load.gone").ja());
                    stuck.remove(id);
                } catch (LedgerException refusal) {
                    if (!refusal.text().en().equals(stuck.put(id, refusal.text().en()))) {
                        LOG.warn("load/{} is gone, but {}", module.from().file(), refusal.text().en());
                    }
                }
            }
        });
    }

    private static String digest(Found jar) {
        try {
            return jar.module() == null ? JarDigest.of(jar.path()) : jar.module().digest();
        } catch (IOException gone) {
            return null;
        }
    }

    private static String name(Path jar) {
        return jar.getFileName().toString();
    }
}
