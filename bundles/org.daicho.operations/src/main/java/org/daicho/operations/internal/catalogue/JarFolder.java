package org.daicho.operations.internal.catalogue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Text;
import org.daicho.resolver.ModuleJar;

/**
 * The jars of a folder. A jar is read again only where its size or time has changed. Safe for use by many threads.
 */
public final class JarFolder {

    /**
     * What a jar turned out to be.
     *
     * @param path     the file
     * @param module   the module in it, or {@code null}
     * @param obstacle what is wrong with it, or {@code null}; a bundle that is no module has neither
     */
    public record Found(Path path, ModuleJar module, Text obstacle) {
    }

    /**
     * By what a change of a file is noticed.
     *
     * @param size in bytes
     * @param time when it was last written
     */
    public record Stamp(long size, FileTime time) {
    }

    private record Read(Stamp stamp, Found found) {
    }

    private final Path folder;
    private final Map<Path, Read> cache = new HashMap<>();

    /** Makes a view of a folder, which may not be there. */
    public JarFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    /** Lists the jars with the stamps by which they are told apart, by name. */
    public Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return stamps;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                stamp(jar).ifPresent(stamp -> stamps.put(jar, stamp));
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // The folder went meanwhile: what was seen of it counts.
        }
        return stamps;
    }

    private static Optional<Stamp> stamp(Path jar) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime()))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Reads all jars. */
    public Collection<Found> jars() {
        Map<Path, Stamp> stamps = stamps();
        synchronized (cache) {
            cache.keySet().retainAll(stamps.keySet());
        }
        return stamps.entrySet().stream().map(jar -> read(jar.getKey(), jar.getValue())).toList();
    }

    private Found read(Path jar, Stamp stamp) {
        synchronized (cache) {
            Read known = cache.get(jar);
            if (known != null && known.stamp().equals(stamp)) {
                return known.found();
            }
        }
        Found found = read(jar);
        synchronized (cache) {
            cache.put(jar, new Read(stamp, found));
        }
        return found;
    }

    private static Found read(Path jar) {
        try {
            return new Found(jar, ModuleJar.read(jar).orElse(null), null);
        } catch (LedgerException refusal) {
            return new Found(jar, null, refusal.text());
        }
    }
}
