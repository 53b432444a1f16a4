package org.daicho.ledger.engine.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.daicho.tlog.MalformedException;
import org.daicho.tlog.NoteSigner;

/**
 * The one file with the keys of a backup target, a ZIP: it opens every backup there, and each backup replaces it. The
 * search key is not in it.
 *
 * @param files its files by name
 */
public record KeyArchive(Map<String, byte[]> files) {

    /** The log's signing key. */
    public static final String LOG_KEY = "log.key";
    /** The log's origin. */
    public static final String ORIGIN = "origin";
    /** The newest checkpoint when the archive was written. */
    public static final String NEWEST = "newest";
    /** The list of the erased entries. */
    public static final String ERASED = "erased.json";
    /** The checkpoint after which nothing was signed any more; only where the log was closed. */
    public static final String CLOSED = "closed";
    /** The folder of the database's keys, each under its SHA-256 in hex. */
    public static final String DATABASE_KEYS = "database-keys/";

    private static final int MOST = 1 << 30;

    /** Keeps the files in order. */
    public KeyArchive {
        files = new TreeMap<>(files);
    }

    /**
     * Puts an archive together.
     *
     * @param folder  the key folder
     * @param erased  the erased entries; their keys are left out
     * @param more    further files by name
     * @return the archive
     * @throws IOException where the signing key can't be read
     */
    public static KeyArchive of(KeyFolder folder, List<ErasedEntry> erased, Map<String, byte[]> more)
            throws IOException {
        Map<String, byte[]> files = new HashMap<>(more);
        files.putAll(folder.entries().copy(
                erased.stream().map(ErasedEntry::entry).collect(Collectors.toSet())));
        files.put(ERASED, ErasedEntry.write(erased));
        files.put(LOG_KEY, KeyFiles.hex(folder.seed()));
        return new KeyArchive(files);
    }

    /**
     * Reads an archive.
     *
     * @param file the file
     * @return the archive
     * @throws IOException where it can't be read, or is damaged
     */
    public static KeyArchive read(Path file) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readNBytes(MOST));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        KeyArchive archive = new KeyArchive(files);
        if (!files.containsKey(LOG_KEY) || !files.containsKey(ORIGIN)) {
            throw new IOException("The file of the keys is damaged: " + file);
        }
        return archive;
    }

    /**
     * Writes the archive, durable when this returns.
     *
     * @param file the file
     * @throws IOException where it can't be written
     */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        KeyFiles.write(file, bytes.toByteArray());
    }

    /** Puts an archive that was written in the place of the one before, which is destroyed. */
    public static void replace(Path written, Path file) throws IOException {
        KeyFiles.replace(written, file);
    }

    /** Deletes an archive that was written and not used. */
    public static void destroy(Path file) throws IOException {
        KeyFiles.destroy(file);
    }

    /** Returns a file as text; empty where there is none. */
    public String text(String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    /** Opens the keys of the entries. */
    public EntryKeys entryKeys() throws IOException {
        return EntryKeys.of(files);
    }

    /** Returns the erased entries. */
    public List<ErasedEntry> erased() throws IOException {
        try {
            return ErasedEntry.read(files.get(ERASED));
        } catch (MalformedException | RuntimeException e) {
            throw new IOException("The list of erased entries is damaged.", e);
        }
    }

    /** Returns the signer of the log's checkpoints. */
    public NoteSigner signer() throws IOException {
        return NoteSigner.fromSeed(text(ORIGIN), KeyFiles.secret(files.get(LOG_KEY), LOG_KEY));
    }
}
