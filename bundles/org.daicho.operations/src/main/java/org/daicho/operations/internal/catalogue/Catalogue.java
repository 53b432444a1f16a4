package org.daicho.operations.internal.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import org.daicho.resolver.CatalogueIndex;
import org.daicho.resolver.IndexedBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The distribution's folder of bundles that are not installed. Its index, {@value CatalogueIndex#FILE}, offers whatever a module may
 * lack; a module may also lie beside the index, as any of its jars says for itself which module it is. A library that
 * the index does not name is offered to nobody. Safe for use by many threads.
 */
public final class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private final JarFolder jars;

    /** Makes a view of a folder, which may not be there. */
    public Catalogue(Path folder) {
        jars = new JarFolder(folder.toAbsolutePath().normalize());
    }

    /** Returns the jars that are modules, or broken. */
    public Collection<JarFolder.Found> modules() {
        return jars.jars().stream().filter(jar -> jar.module() != null || jar.obstacle() != null).toList();
    }

    /** Returns what the index offers; nothing where it is missing or can't be read, which is logged. */
    public List<IndexedBundle> resources() {
        Path index = jars.path().resolve(CatalogueIndex.FILE);
        if (!Files.exists(index)) {
            return List.of();
        }
        try {
            return CatalogueIndex.read(index);
        } catch (IOException e) {
            LOG.error("The catalogue's index can't be read; modules that need its bundles can't be added.", e);
            return List.of();
        }
    }
}
