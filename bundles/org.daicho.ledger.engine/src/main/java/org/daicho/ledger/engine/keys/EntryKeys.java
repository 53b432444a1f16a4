package org.daicho.ledger.engine.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The key store: a random key for each entry, wrapped under a master key, in files of its own.
 * <p>
 * A key is durable before its entry is written. Destroying keys writes the whole store anew under a new master key and
 * then destroys the old master key and the old store, so that no copy of the file that was made before opens with what
 * is left; see {@link KeyGeneration}, and {@link KeyRecords} for what is in the file.
 * <p>
 * Safe for use by many threads.
 */
public final class EntryKeys implements AutoCloseable {

    /** The length of a key, in bytes. */
    public static final int KEY_BYTES = 32;

    /** Makes what was renamed in a folder durable. */
    interface FolderSync {
        void run(Path folder) throws IOException;
    }

    private final Path folder;
    private final FolderSync sync;
    private final Map<String, byte[]> keys;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> doomed = new HashSet<>();
    /** Where keys are added; {@code null} where the store is only read. */
    private KeyGeneration generation;
    /** Whether the store's name may not outlast a power cut yet, so that the next start would find the old one. */
    private boolean unsettled;

    private EntryKeys(Path folder, FolderSync sync, KeyGeneration generation, Map<String, byte[]> keys) {
        this.folder = folder;
        this.sync = sync;
        this.generation = generation;
        this.keys = new ConcurrentHashMap<>(keys);
    }

    /**
     * Opens the key store of a folder, or makes it.
     *
     * @param folder the key folder
     * @return the store
     * @throws IOException where a file can't be read, or is damaged
     */
    public static EntryKeys open(Path folder) throws IOException {
        return open(folder, KeyFiles::syncFolder);
    }

    static EntryKeys open(Path folder, FolderSync sync) throws IOException {
        KeyFiles.createFolder(folder);
        Map<String, byte[]> keys = new HashMap<>();
        long newest = KeyGeneration.newest(folder);
        KeyGeneration generation = newest == 0
                ? KeyGeneration.first(folder)
                : KeyGeneration.open(folder, newest, keys);
        EntryKeys result = new EntryKeys(folder, sync, generation, keys);
        result.settle();
        generation.destroyOthers();
        return result;
    }

    /**
     * Reads a key store from what {@link #copy} returned; nothing can be added or destroyed.
     *
     * @param files the master key's file and the store's, by their names
     * @return the store
     * @throws IOException where one of them is damaged
     */
    static EntryKeys of(Map<String, byte[]> files) throws IOException {
        String master = KeyGeneration.masterName(1);
        String store = KeyGeneration.storeName(1);
        byte[] none = new byte[0];
        return read(Path.of("."), KeyRecords.unwrap(KeyFiles.secret(files.getOrDefault(master, none), master),
                ByteBuffer.wrap(files.getOrDefault(store, none)), store));
    }

    /**
     * Reads the key store of a folder and leaves the folder as it is; nothing can be added or destroyed.
     *
     * @param folder the key folder
     * @return the store
     * @throws IOException where there is none, or a file can't be read or is damaged
     */
    public static EntryKeys read(Path folder) throws IOException {
        return read(folder, KeyGeneration.read(folder, KeyGeneration.newest(folder)));
    }

    private static EntryKeys read(Path folder, Map<String, byte[]> keys) {
        return new EntryKeys(folder, KeyFiles::syncFolder, null, keys);
    }

    /** Tells whether a folder has a key store. */
    static boolean isIn(Path folder) throws IOException {
        return Files.isDirectory(folder) && KeyGeneration.newest(folder) > 0;
    }

    /**
     * Copies the store as it is now, as a store of its own under a master key of its own.
     *
     * @param without the entries whose keys are left out
     * @return the files of the copy by their names
     */
    public synchronized Map<String, byte[]> copy(Set<String> without) {
        byte[] master = newKey();
        Map<String, byte[]> copied = new HashMap<>(keys);
        copied.keySet().removeAll(without);
        return Map.of(KeyGeneration.masterName(1), KeyFiles.hex(master),
                KeyGeneration.storeName(1), KeyRecords.wrap(master, copied));
    }

    /** Returns the entries that have a key. */
    public Set<String> entries() {
        return Set.copyOf(keys.keySet());
    }

    /** Finds an entry's key; empty once it was destroyed. */
    public Optional<byte[]> find(String entry) {
        return Optional.ofNullable(keys.get(entry));
    }

    /** Makes a random key; it is not part of the store until {@link #add} is called. */
    public byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /**
     * Adds keys; durable when this returns.
     *
     * @param added new keys by entry
     * @throws IOException where they could not be written
     */
    public synchronized void add(Map<String, byte[]> added) throws IOException {
        if (added.isEmpty()) {
            return;
        }
        if (unsettled) {
            // A key in a store that a power cut takes back would be lost with its entry.
            settle();
        }
        generation.add(added);
        keys.putAll(added);
    }

    /**
     * Destroys the keys of entries, for good.
     *
     * @param entries the entries
     * @throws IOException where the store could not be written anew, or the old one not destroyed; a repeat goes on from
     *                     there
     */
    public synchronized void destroy(Collection<String> entries) throws IOException {
        doomed.addAll(entries);
        Map<String, byte[]> kept = new HashMap<>(keys);
        if (kept.keySet().removeAll(doomed)) {
            KeyGeneration old = generation;
            generation = old.next(kept);
            unsettled = true;
            keys.keySet().retainAll(kept.keySet());
            old.close();
        }
        settle();
        generation.destroyOthers();
        doomed.clear();
    }

    /** Goes on with a destruction that failed. */
    public synchronized void finish() throws IOException {
        if (!doomed.isEmpty()) {
            destroy(Set.of());
        }
    }

    private void settle() throws IOException {
        sync.run(folder);
        unsettled = false;
    }

    @Override
    public synchronized void close() throws IOException {
        if (generation != null) {
            generation.close();
        }
    }
}
