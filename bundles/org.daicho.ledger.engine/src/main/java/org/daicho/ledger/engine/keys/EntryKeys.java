package org.daicho.ledger.engine.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key store: a random key for each entry, wrapped under a master key, in files of its own.
 * <p>
 * A key is durable before its entry is written. Destroying keys writes the whole store anew under a new master key and
 * then destroys the old master key and the old store, so that no copy of the file that was made before opens with what
 * is left. The store of generation <i>g</i> is {@code entry-keys.g}, its master key {@code master.g.key}; the rename of
 * the new store into place is the moment the new generation holds. A record is the entry's id (22 ASCII bytes), a nonce
 * (12 bytes) and the AES-256-GCM ciphertext of the key with its tag (48 bytes), the id being authenticated too.
 * <p>
 * Safe for use by many threads.
 */
public final class EntryKeys implements AutoCloseable {

    /** The length of a key, in bytes. */
    public static final int KEY_BYTES = 32;

    private static final int ID_BYTES = 22;
    private static final int RECORD_BYTES = ID_BYTES + Aead.OVERHEAD + KEY_BYTES;
    private static final String FIRST_MASTER = "master.1.key";
    private static final String FIRST_STORE = "entry-keys.1";
    private static final Pattern STORE = Pattern.compile("entry-keys\\.(\\d+)");
    private static final Pattern OWN = Pattern.compile("(?:entry-keys\\.\\d+|master\\.\\d+\\.key)(?:\\.part)?");

    /** Makes what was renamed in a folder durable. */
    interface FolderSync {
        void run(Path folder) throws IOException;
    }

    private final Path folder;
    private final FolderSync sync;
    private boolean readOnly;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final Set<String> doomed = new HashSet<>();
    private long generation;
    private byte[] master;
    private FileChannel store;
    /** Where the next record goes; what lies behind is the rest of a write that failed. */
    private long end;
    /** Whether the store's name may not outlast a power cut yet, so that the next start would find the old one. */
    private boolean unsettled;

    private EntryKeys(Path folder, FolderSync sync) {
        this.folder = folder;
        this.sync = sync;
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
        EntryKeys result = new EntryKeys(folder, sync);
        long newest = newest(folder, STORE);
        if (newest == 0) {
            result.begin(1, Map.of());
        } else {
            result.load(newest);
        }
        result.settle();
        result.destroyOthers();
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
        EntryKeys result = new EntryKeys(Path.of("."), KeyFiles::syncFolder);
        result.readOnly = true;
        result.master = KeyFiles.secret(files.getOrDefault(FIRST_MASTER, new byte[0]), FIRST_MASTER);
        byte[] records = files.getOrDefault(FIRST_STORE, new byte[0]);
        result.unwrap(ByteBuffer.wrap(records), FIRST_STORE);
        return result;
    }

    /**
     * Copies the store as it is now, as a store of its own under a master key of its own.
     *
     * @param without the entries whose keys are left out
     * @return the files of the copy by their names
     */
    public synchronized Map<String, byte[]> copy(Set<String> without) {
        byte[] fresh = newKey();
        Map<String, byte[]> copied = new HashMap<>(keys);
        copied.keySet().removeAll(without);
        ByteBuffer records = ByteBuffer.allocate(copied.size() * RECORD_BYTES);
        copied.forEach((entry, key) -> records.put(wrap(fresh, entry, key)));
        return Map.of(FIRST_MASTER, KeyFiles.hex(fresh), FIRST_STORE, records.array());
    }

    /** Returns the entries that have a key. */
    public Set<String> entries() {
        return Set.copyOf(keys.keySet());
    }

    /**
     * Reads the key store of a folder and leaves the folder as it is; nothing can be added or destroyed.
     *
     * @param folder the key folder
     * @return the store
     * @throws IOException where there is none, or a file can't be read or is damaged
     */
    public static EntryKeys read(Path folder) throws IOException {
        EntryKeys result = new EntryKeys(folder, KeyFiles::syncFolder);
        result.readOnly = true;
        result.load(newest(folder, STORE));
        return result;
    }

    /** Tells whether a folder has a key store. */
    static boolean isIn(Path folder) throws IOException {
        return Files.isDirectory(folder) && newest(folder, STORE) > 0;
    }

    private static long newest(Path folder, Pattern name) throws IOException {
        long newest = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher matcher = name.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    newest = Math.max(newest, Long.parseLong(matcher.group(1)));
                }
            }
        }
        return newest;
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
        ByteBuffer records = ByteBuffer.allocate(added.size() * RECORD_BYTES);
        added.forEach((entry, key) -> records.put(wrap(master, entry, key)));
        end = write(store, records.flip(), end);
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
            FileChannel old = store;
            begin(generation + 1, kept);
            keys.keySet().retainAll(kept.keySet());
            old.close();
        }
        settle();
        destroyOthers();
        doomed.clear();
    }

    /** Goes on with a destruction that failed. */
    public synchronized void finish() throws IOException {
        if (!doomed.isEmpty()) {
            destroy(Set.of());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (!readOnly) {
            store.close();
        }
    }

    private void settle() throws IOException {
        sync.run(folder);
        unsettled = false;
    }

    private void begin(long next, Map<String, byte[]> content) throws IOException {
        Path masterFile = folder.resolve("master." + next + ".key");
        KeyFiles.destroy(masterFile);
        byte[] nextMaster = KeyFiles.secret(masterFile);
        ByteBuffer records = ByteBuffer.allocate(content.size() * RECORD_BYTES);
        content.forEach((entry, key) -> records.put(wrap(nextMaster, entry, key)));
        Path part = folder.resolve("entry-keys." + next + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, KeyFiles.attributes("rw-------"));
        FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE);
        long length;
        try {
            length = write(out, records.flip(), 0);
            Files.move(part, folder.resolve("entry-keys." + next), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
        unsettled = true;
        // From here on the new store is the one that a start would find, whatever fails later.
        generation = next;
        master = nextMaster;
        store = out;
        end = length;
    }

    private void load(long number) throws IOException {
        generation = number;
        Path masterFile = folder.resolve("master." + number + ".key");
        if (!Files.exists(masterFile)) {
            throw new IOException("鍵ファイルがありません。元の場所に戻してから、もう一度お試しください / The key file is missing; put it back,"
                    + " then try again: " + masterFile);
        }
        master = KeyFiles.secret(masterFile);
        Path file = folder.resolve("entry-keys." + number);
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
        unwrap(all, file.toString());
        if (readOnly) {
            return;
        }
        store = FileChannel.open(file, StandardOpenOption.WRITE);
        // A record cut short by a crash belongs to an entry that was never written.
        end = all.position();
        store.truncate(end);
    }

    /** Reads records as far as they are whole. */
    private void unwrap(ByteBuffer all, String where) throws IOException {
        while (all.remaining() >= RECORD_BYTES && !isUnwritten(all)) {
            byte[] id = new byte[ID_BYTES];
            all.get(id);
            byte[] sealed = new byte[RECORD_BYTES - ID_BYTES];
            all.get(sealed);
            try {
                keys.put(new String(id, StandardCharsets.US_ASCII), Aead.open(master, sealed, id));
            } catch (GeneralSecurityException e) {
                throw new IOException("鍵の保管ファイルが壊れているか、主鍵が違います / The key store is damaged or its master key"
                        + " is another one: " + where, e);
            }
        }
    }

    /** Tells whether a crash left the rest of the file without what was to be written there. */
    private static boolean isUnwritten(ByteBuffer all) {
        for (int i = all.position(); i < all.limit(); i++) {
            if (all.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private void destroyOthers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (OWN.matcher(name).matches() && !name.equals("master." + generation + ".key")
                        && !name.equals("entry-keys." + generation)) {
                    KeyFiles.destroy(file);
                }
            }
        }
    }

    private byte[] wrap(byte[] under, String entry, byte[] key) {
        byte[] id = entry.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(RECORD_BYTES).put(id).put(Aead.seal(under, key, id, random)).array();
    }

    /** Writes at a place and returns where that ends; durable. */
    private static long write(FileChannel channel, ByteBuffer bytes, long from) throws IOException {
        long position = from;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        channel.force(true);
        return position;
    }
}
