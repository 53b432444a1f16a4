package org.daicho.operations.internal.modules;

import org.daicho.resolver.ModuleJar;
import org.osgi.framework.Bundle;

/**
 * A module that is there.
 *
 * @param bundle its bundle
 * @param from   what it was installed from; the file may be gone by now
 */
record ActiveModule(Bundle bundle, Candidate from) {

    ModuleJar jar() {
        return from.jar();
    }
}
