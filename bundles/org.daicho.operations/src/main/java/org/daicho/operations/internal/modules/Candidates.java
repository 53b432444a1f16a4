package org.daicho.operations.internal.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.daicho.operations.internal.catalogue.Catalogue;
import org.daicho.operations.internal.catalogue.JarFolder;
import org.daicho.operations.internal.modules.ModuleChange.Source;

/**
 * The jars that modules can be added from: the catalogue, the distribution, the folder {@code load}, and what was kept of
 * modules that went. Safe for use by many threads.
 */
final class Candidates {

    private final ModuleSet modules;
    private final Catalogue catalogue;
    private final JarFolder load;

    Candidates(ModuleSet modules, Catalogue catalogue, JarFolder load) {
        this.modules = modules;
        this.catalogue = catalogue;
        this.load = load;
    }

    /** Returns all of them, of each module the newest first. */
    List<Candidate> all() {
        List<Candidate> all = new ArrayList<>();
        catalogue.modules().stream().filter(jar -> jar.module() != null)
                .forEach(jar -> all.add(Candidate.of(jar.module(), Source.CATALOGUE)));
        modules.base().forEach(jar -> all.add(Candidate.of(jar, Source.BASE)));
        load.jars().stream().filter(jar -> jar.module() != null)
                .forEach(jar -> all.add(Candidate.of(jar.module(), Source.LOAD)));
        modules.wanted().all().stream().filter(change -> !modules.active().containsKey(change.module()))
                .forEach(change -> modules.kept(change).map(Candidate::kept).ifPresent(all::add));
        all.sort(Comparator.comparing((Candidate each) -> each.jar().id())
                .thenComparing(each -> each.jar().version(), Comparator.reverseOrder()));
        return all;
    }

    /** Finds the newest jar of a module. */
    Optional<Candidate> newest(String id) {
        return all().stream().filter(each -> each.jar().id().equals(id)).findFirst();
    }

    /** Returns the jars of the catalogue that can't be read. */
    List<JarFolder.Found> broken() {
        return catalogue.modules().stream().filter(jar -> jar.obstacle() != null).toList();
    }
}
