package org.daicho.ledger.jdbc.internal.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.daicho.tlog.NoteSigner;
import org.daicho.tlog.NoteVerifier;

/**
 * A key folder as it lies there, for who only verifies: nothing in it is made, changed or destroyed.
 */
public final class ReadOnlyKeys implements AutoCloseable {

    private final Path folder;
    private final EntryKeys entries;

    /**
     * Reads the folder.
     *
     * @param folder the folder
     * @throws IOException where a key file is missing, or can't be read
     */
    public ReadOnlyKeys(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("log.key"))) {
            throw new IOException("記録の署名鍵(log.key)がありません。鍵のフォルダーを控えから戻してください / The log's signing key"
                    + " (log.key) is missing: restore the key folder " + folder);
        }
        this.folder = folder;
        entries = EntryKeys.read(folder);
    }

    /** Returns the entries' keys. */
    public EntryKeys entries() {
        return entries;
    }

    /** Returns the verifier of the log's checkpoints. */
    public NoteVerifier verifier(String origin) throws IOException {
        return NoteSigner.fromSeed(origin, KeyFiles.secret(folder.resolve("log.key"))).verifier();
    }

    /** Returns the checkpoint that was kept last. */
    public Optional<String> keptCheckpoint() throws IOException {
        Path file = folder.resolve("checkpoint");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
