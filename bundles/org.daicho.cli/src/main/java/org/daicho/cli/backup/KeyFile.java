package org.daicho.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.MalformedException;
import org.daicho.tlog.SignedNote;

/**
 * The one file with the keys of a backup target, a ZIP that the ledger provider wrote.
 */
final class KeyFile {

    private static final String DATABASE_KEYS = "database-keys/";
    private static final String ORIGIN = "origin";
    private static final String NEWEST = "newest";
    private static final int MOST = 1 << 30;

    private final Path file;
    private final Map<String, byte[]> files;
    private final Checkpoint newest;

    private KeyFile(Path file, Map<String, byte[]> files, Checkpoint newest) {
        this.file = file;
        this.files = files;
        this.newest = newest;
    }

    /**
     * Reads the file.
     *
     * @param file the file
     * @return its keys
     * @throws Refusal where it is missing or damaged
     */
    static KeyFile read(Path file) {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readNBytes(MOST));
            }
            Checkpoint newest = Checkpoint.parse(SignedNote.parse(files.getOrDefault(NEWEST, new byte[0])).text());
            if (files.keySet().containsAll(List.of(ORIGIN, "log.key", "master.1.key", "entry-keys.1", "erased.json"))) {
                return new KeyFile(file, files, newest);
            }
        } catch (NoSuchFileException missing) {
            throw new Refusal("控えの鍵ファイルがありません: " + file + "。別の場所にあるなら --keys で指定してください",
                    "The file of the backups' keys is missing: " + file
                            + "; if it lies elsewhere, name it with --keys");
        } catch (IOException | MalformedException | IllegalArgumentException damaged) {
            // told below
        }
        throw new Refusal("控えの鍵ファイルが壊れています: " + file, "The file of the backups' keys is damaged: " + file);
    }

    String origin() {
        return new String(files.get(ORIGIN), StandardCharsets.UTF_8);
    }

    /** Tells whether the keys are at least as new as a backup. */
    boolean covers(Backup backup) {
        return origin().equals(backup.origin()) && newest.size() >= backup.size();
    }

    /**
     * Lays the keys of a backup out as a key folder, for its owner only.
     *
     * @param folder a folder that is not there yet
     * @param backup the backup
     * @throws IOException where it can't be written
     */
    void layOut(Path folder, Backup backup) throws IOException {
        byte[] database = files.get(DATABASE_KEYS + backup.databaseKey());
        if (database == null) {
            throw new Refusal("控えの鍵ファイル " + file + " に、この控えのデータベースの鍵がありません",
                    "The file of the backups' keys " + file + " lacks the key of this backup's database");
        }
        PrivateFiles.makeFolder(folder);
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            if (each.getKey().matches("[A-Za-z0-9.-]+")) {
                PrivateFiles.write(folder.resolve(each.getKey()), each.getValue());
            }
        }
        PrivateFiles.write(folder.resolve("database.key"), database);
        PrivateFiles.write(folder.resolve("checkpoint"), backup.checkpoint().getBytes(StandardCharsets.UTF_8));
    }
}
