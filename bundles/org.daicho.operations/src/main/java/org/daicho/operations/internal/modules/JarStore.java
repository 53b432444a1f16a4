package org.daicho.operations.internal.modules;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

import org.daicho.resolver.JarDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars of added modules in the data folder, by their digests, so that they are there whatever becomes of the catalogue
 * and the bundle cache. A jar has its name only once it is whole and durable.
 */
final class JarStore {

    private static final Logger LOG = LoggerFactory.getLogger(JarStore.class);
    private static final String ENDING = ".jar";

    private final Path folder;

    JarStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a copy of a jar.
     *
     * @param jar    the jar
     * @param digest what its digest must be
     * @return the copy
     * @throws IOException where it can't be kept, or is another jar by now
     */
    Path keep(Path jar, String digest) throws IOException {
        Path kept = folder.resolve(digest + ENDING);
        if (Files.exists(kept)) {
            return kept;
        }
        Files.createDirectories(folder);
        Path copy = Files.createTempFile(folder, "copy", ".tmp");
        try {
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            if (!JarDigest.of(copy).equals(digest)) {
                throw new IOException(jar + " has changed");
            }
            try (FileChannel file = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(copy, kept, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel names = FileChannel.open(folder)) {
                names.force(true);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
        return kept;
    }

    /** Finds a jar that was kept; one that is damaged is none. */
    Optional<Path> find(String digest) {
        Path kept = folder.resolve(digest + ENDING);
        try {
            return Files.exists(kept) && JarDigest.of(kept).equals(digest) ? Optional.of(kept) : Optional.empty();
        } catch (IOException e) {
            LOG.error("The kept jar {} can't be read.", kept, e);
            return Optional.empty();
        }
    }

    /** Deletes the jars that nothing needs any more, and halves of a copy that a sudden end left. */
    void retain(Set<String> digests) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.endsWith(ENDING) || !digests.contains(name.substring(0, name.length() - ENDING.length()))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("Jars that are no longer needed could not be deleted from {}.", folder, e);
        }
    }
}
