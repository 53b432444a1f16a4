package org.daicho.ledger.engine.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.daicho.tlog.NoteSigner;

/**
 * The folder of the key files: the log's signing key ({@code log.key}, an Ed25519 seed), the key of the search terms
 * ({@code search.key}), the entries' keys ({@link EntryKeys}) and, so that an old copy of the database is noticed, the
 * newest checkpoint ({@code checkpoint}).
 */
public final class KeyFolder implements AutoCloseable {

    private final Path folder;
    private final FolderLock lock;
    private final byte[] search;
    private final EntryKeys entries;

    /**
     * Opens the folder, and makes it with fresh keys at the first start.
     *
     * @param folder the folder
     * @param begun  whether the database holds something already, so that fresh keys would make it unreadable
     * @throws IOException where a key file is missing, or can't be read or written, or another opener has the folder
     */
    public KeyFolder(Path folder, boolean begun) throws IOException {
        if (hasFile(folder, KeyArchive.CLOSED)) {
            throw new IOException("この台帳は最後の控え(backup --final)を取って閉じられています。控えから restore で戻してください / These ledgers"
                    + " were closed with their final backup: restore that.");
        }
        if (begun) {
            require(folder, "log.key", hasFile(folder, "log.key"));
            require(folder, "search.key", hasFile(folder, "search.key"));
            require(folder, "entry-keys", EntryKeys.isIn(folder));
        }
        KeyFiles.createFolder(folder);
        this.folder = folder;
        lock = FolderLock.take(folder);
        try {
            search = KeyFiles.secret(folder.resolve("search.key"));
            entries = EntryKeys.open(folder);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Puts a key for a new log in the place of that of the log before, which is destroyed, and drops what came with a
     * backup.
     *
     * @param folder the key folder, which nobody has open
     * @param seed   the seed of the new log's key, or {@code null} where the log goes on
     * @param note   the checkpoint to keep
     */
    public static void settle(Path folder, byte[] seed, String note) throws IOException {
        if (seed != null) {
            KeyFiles.destroy(folder.resolve("log.key"));
            KeyFiles.write(folder.resolve("log.key"), KeyFiles.hex(seed));
        }
        KeyFiles.secret(folder.resolve("search.key"));
        KeyFiles.write(folder.resolve("checkpoint"), note.getBytes(StandardCharsets.UTF_8));
        for (String name : List.of(KeyArchive.ERASED, KeyArchive.NEWEST, KeyArchive.CLOSED, KeyArchive.ORIGIN)) {
            KeyFiles.destroy(folder.resolve(name));
        }
    }

    /** Returns the signer of a log, with the key that lies in a folder. */
    public static NoteSigner signer(Path folder, String origin) throws IOException {
        return NoteSigner.fromSeed(origin, KeyFiles.secret(folder.resolve("log.key")));
    }

    /** Returns the entries' keys. */
    public EntryKeys entries() {
        return entries;
    }

    /** Tells whether a path lies in the folder. */
    public boolean holds(Path path) {
        return path.startsWith(folder.toAbsolutePath().normalize());
    }

    private static boolean hasFile(Path folder, String name) {
        return Files.exists(folder.resolve(name));
    }

    private static void require(Path folder, String name, boolean there) throws IOException {
        if (!there) {
            throw new IOException("鍵ファイル " + name + " がありません。鍵のフォルダーを控えから戻してください / The key file " + name
                    + " is missing: restore the key folder " + folder);
        }
    }

    /**
     * Returns the signer of the log's checkpoints.
     *
     * @param origin the log's origin
     * @return the signer
     * @throws IOException where the key can't be read or written
     */
    public NoteSigner signer(String origin) throws IOException {
        return NoteSigner.fromSeed(origin, KeyFiles.secret(folder.resolve("log.key")));
    }

    /** Returns the seed of the log's key. */
    byte[] seed() throws IOException {
        return KeyFiles.secret(folder.resolve("log.key"));
    }

    /** Destroys the log's key, so that nothing is signed here any more, and leaves word of it for the next start. */
    public void closeLog(String note) throws IOException {
        KeyFiles.write(folder.resolve(KeyArchive.CLOSED), note.getBytes(StandardCharsets.UTF_8));
        KeyFiles.destroy(folder.resolve("log.key"));
    }

    /**
     * Computes the HMAC-SHA-256 of a text under the search key.
     *
     * @param text the text
     * @return 32 bytes
     */
    public byte[] hmac(String text) {
        return Aead.subkey(search, text);
    }

    /** Returns the checkpoint that was kept last. */
    public Optional<String> keptCheckpoint() throws IOException {
        Path file = folder.resolve("checkpoint");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Keeps a checkpoint. */
    public void keepCheckpoint(String note) throws IOException {
        KeyFiles.write(folder.resolve("checkpoint"), note.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        try {
            entries.close();
        } finally {
            lock.close();
        }
    }
}
