package org.daicho.operations.internal.health;

import java.nio.file.Path;

import org.osgi.framework.BundleContext;

/**
 * Where the system keeps its files, as the launcher says.
 */
public final class Folders {

    private Folders() {
    }

    /** Returns the data folder. */
    public static Path data(BundleContext context) {
        String data = context.getProperty("daicho.data");
        return Path.of(data == null || data.isBlank() ? "data" : data);
    }

    /** Returns the key folder. */
    public static Path keys(BundleContext context) {
        String keys = context.getProperty("daicho.keys");
        return keys == null || keys.isBlank() ? data(context).resolve("keys") : Path.of(keys);
    }
}
