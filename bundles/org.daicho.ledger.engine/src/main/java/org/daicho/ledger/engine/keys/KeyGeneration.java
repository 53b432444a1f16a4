package org.daicho.ledger.engine.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A generation of the key store: the store of generation <i>g</i> is {@code entry-keys.g}, its master key
 * {@code master.g.key}; the rename of the new store into place is the moment the new generation holds. Open to be added
 * to. One thread at a time.
 */
final class KeyGeneration implements AutoCloseable {

    private static final Pattern STORE = Pattern.compile("entry-keys\\.(\\d+)");
    private static final Pattern OWN = Pattern.compile("(?:entry-keys\\.\\d+|master\\.\\d+\\.key)(?:\\.part)?");

    private final Path folder;
    private final long number;
    private final byte[] master;
    private final FileChannel store;
    /** Where the next record goes; what lies behind is the rest of a write that failed. */
    private long end;

    private KeyGeneration(Path folder, long number, byte[] master, FileChannel store, long end) {
        this.folder = folder;
        this.number = number;
        this.master = master;
        this.store = store;
        this.end = end;
    }

    /** Returns the name of a generation's master key. */
    static String masterName(long number) {
        return "master." + number + ".key";
    }

    /** Returns the name of a generation's store. */
    static String storeName(long number) {
        return "entry-keys." + number;
    }

    /** Returns the generation that holds in a folder; 0 where there is none. */
    static long newest(Path folder) throws IOException {
        long newest = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher matcher = STORE.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    newest = Math.max(newest, Long.parseLong(matcher.group(1)));
                }
            }
        }
        return newest;
    }

    /**
     * Reads the keys of a generation and leaves its files as they are.
     *
     * @throws IOException where a file is missing, can't be read or is damaged
     */
    static Map<String, byte[]> read(Path folder, long number) throws IOException {
        Path file = folder.resolve(storeName(number));
        return KeyRecords.unwrap(master(folder, number), ByteBuffer.wrap(Files.readAllBytes(file)), file.toString());
    }

    private static byte[] master(Path folder, long number) throws IOException {
        Path file = folder.resolve(masterName(number));
        if (!Files.exists(file)) {
            throw new IOException("鍵ファイルがありません。元の場所に戻してから、もう一度お試しください / The key file is missing; put it back,"
                    + " then try again: " + file);
        }
        return KeyFiles.secret(file);
    }

    /**
     * Opens the generation that holds.
     *
     * @param keys takes the keys by entry
     */
    static KeyGeneration open(Path folder, long number, Map<String, byte[]> keys) throws IOException {
        byte[] master = master(folder, number);
        Path file = folder.resolve(storeName(number));
        ByteBuffer records = ByteBuffer.wrap(Files.readAllBytes(file));
        keys.putAll(KeyRecords.unwrap(master, records, file.toString()));
        FileChannel store = FileChannel.open(file, StandardOpenOption.WRITE);
        // A record cut short by a crash belongs to an entry that was never written.
        store.truncate(records.position());
        return new KeyGeneration(folder, number, master, store, records.position());
    }

    /** Begins the first generation of a folder. */
    static KeyGeneration first(Path folder) throws IOException {
        return begin(folder, 1, Map.of());
    }

    /** Begins the next generation, under a master key of its own; this one is still there. */
    KeyGeneration next(Map<String, byte[]> keys) throws IOException {
        return begin(folder, number + 1, keys);
    }

    private static KeyGeneration begin(Path folder, long number, Map<String, byte[]> keys) throws IOException {
        Path masterFile = folder.resolve(masterName(number));
        KeyFiles.destroy(masterFile);
        byte[] master = KeyFiles.secret(masterFile);
        byte[] records = KeyRecords.wrap(master, keys);
        Path part = folder.resolve(storeName(number) + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, KeyFiles.attributes("rw-------"));
        FileChannel store = FileChannel.open(part, StandardOpenOption.WRITE);
        try {
            KeyGeneration begun = new KeyGeneration(folder, number, master, store, write(store, records, 0));
            // From here on the new store is the one that a start would find, whatever fails later.
            Files.move(part, folder.resolve(storeName(number)), StandardCopyOption.ATOMIC_MOVE);
            return begun;
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Adds keys by entry; durable when this returns. */
    void add(Map<String, byte[]> keys) throws IOException {
        end = write(store, KeyRecords.wrap(master, keys), end);
    }

    /** Writes at a place and returns where that ends; durable. */
    private static long write(FileChannel channel, byte[] content, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        long position = from;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
        channel.force(true);
        return position;
    }

    /** Destroys the master keys and stores of all other generations. */
    void destroyOthers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (OWN.matcher(name).matches() && !name.equals(masterName(number))
                        && !name.equals(storeName(number))) {
                    KeyFiles.destroy(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
