package org.daicho.resolver;

import java.util.List;

import org.osgi.resource.Resource;

/**
 * The capability by which a bundle says that it is a module.
 */
public final class ModuleCapability {

    /** Its namespace, and the attribute that holds the module's id. */
    public static final String NAMESPACE = "daicho.module";

    private ModuleCapability() {
    }

    /** Returns the ids of the modules that a bundle declares. */
    public static List<String> ids(Resource bundle) {
        return bundle.getCapabilities(NAMESPACE).stream()
                .map(module -> String.valueOf(module.getAttributes().get(NAMESPACE))).toList();
    }
}
