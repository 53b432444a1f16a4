package org.daicho.ledger.engine.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.keys.ErasedEntry;
import org.daicho.ledger.engine.keys.KeyArchive;
import org.daicho.ledger.engine.keys.KeyFiles;
import org.daicho.ledger.engine.store.Store;
import org.daicho.tlog.MalformedException;
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

    /** Returns the checkpoint that was the newest when a backup's keys were written. */
    public Optional<String> newest() throws IOException {
        return text(KeyArchive.NEWEST);
    }

    /** Returns the checkpoint after which nothing was signed any more, where a backup says so. */
    public Optional<String> closed() throws IOException {
        return text(KeyArchive.CLOSED);
    }

    private Optional<String> text(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Returns the checkpoint that was kept last. */
    public Optional<String> keptCheckpoint() throws IOException {
        return text("checkpoint");
    }

    /** Returns the erased entries that came with a backup's keys; none where these are no backup's. */
    public List<ErasedEntry> erased() throws IOException {
        Path file = folder.resolve(KeyArchive.ERASED);
        try {
            return Files.exists(file) ? ErasedEntry.read(Files.readAllBytes(file)) : List.of();
        } catch (MalformedException | RuntimeException e) {
            throw new IOException("消去の一覧が壊れています / The list of erased entries is damaged: " + file, e);
        }
    }

    /** Returns the entries that were erased after a database was copied: it has no mark of it. */
    public Set<String> lost(Store store) throws IOException {
        Set<String> lost = erased().stream().map(ErasedEntry::entry).collect(Collectors.toCollection(HashSet::new));
        store.erased().forEach(row -> lost.remove(row.entry()));
        return lost;
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
