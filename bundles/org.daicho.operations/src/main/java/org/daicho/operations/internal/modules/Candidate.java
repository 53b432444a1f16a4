package org.daicho.operations.internal.modules;

import org.daicho.resolver.ModuleJar;

/**
 * A jar that a module can be added from.
 *
 * @param jar    the jar
 * @param source where it came from
 * @param file   the file name that it came under
 */
record Candidate(ModuleJar jar, ModuleChange.Source source, String file) {

    static Candidate of(ModuleJar jar, ModuleChange.Source source) {
        return new Candidate(jar, source, jar.path().getFileName().toString());
    }

    /** The same jar, taken from what was kept: where it once lay no longer counts. */
    Candidate kept() {
        return new Candidate(jar, ModuleChange.Source.KEPT, file);
    }
}
