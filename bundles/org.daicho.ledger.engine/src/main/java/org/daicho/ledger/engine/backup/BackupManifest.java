package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.store.Schema;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;

/**
 * Says of a backup what it is: whose, of when, up to which leaf, and the digest of each of its files.
 */
public final class BackupManifest {

    private static final int FORMAT = 1;
    private static final String FILE = "manifest.json";
    private static final String DATABASE_KEY = "databaseKey";

    private final String council;
    private final NoteVerifier signer;
    private final Supplier<Map<String, String>> modules;

    /**
     * Makes manifests.
     *
     * @param council 協議会名
     * @param signer  the verifier of the log's key
     * @param modules the modules that are there, with their versions
     */
    public BackupManifest(String council, NoteVerifier signer, Supplier<Map<String, String>> modules) {
        this.council = council;
        this.signer = signer;
        this.modules = modules;
    }

    /** Returns the file of a backup's manifest. */
    static Path file(Path backup) {
        return backup.resolve(FILE);
    }

    /** Returns the name of the key that a backup's database has, as {@link BackupKeys} names it. */
    static String databaseKey(Path manifest) throws IOException {
        return String.valueOf(Json.object(Files.readAllBytes(manifest)).get(DATABASE_KEY));
    }

    /**
     * Writes a backup's manifest.
     *
     * @param part        the folder of the backup
     * @param copied      the folder of the database in it
     * @param at          when it was taken
     * @param note        the signed checkpoint of the log in it
     * @param checkpoint  the same, opened
     * @param databaseKey the name of the database's key
     * @param bytes       is told how many bytes have been digested
     */
    void write(Path part, Path copied, Instant at, String note, Checkpoint checkpoint, String databaseKey,
            LongConsumer bytes) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", FORMAT);
        manifest.put("at", at.toString());
        manifest.put("council", council);
        manifest.put("origin", checkpoint.origin());
        manifest.put("verifierKey", signer.vkey());
        manifest.put("size", checkpoint.size());
        manifest.put("checkpoint", note);
        manifest.put("schema", Schema.VERSION);
        manifest.put(DATABASE_KEY, databaseKey);
        manifest.put("modules", modules.get());
        manifest.put("files", BackupTarget.sums(copied, bytes));
        Files.write(file(part), Json.pretty(manifest));
    }
}
