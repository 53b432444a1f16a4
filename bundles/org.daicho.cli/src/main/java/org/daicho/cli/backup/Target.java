package org.daicho.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.cli.refusal.Refusal;

/**
 * The backup that a folder names, and the keys that open it.
 *
 * @param backup the backup
 * @param keys   the file with the target's keys
 */
public record Target(Backup backup, KeyFile keys) {

    /**
     * Finds a backup.
     *
     * @param folder a target, of which the newest backup is meant that its keys open, or one backup in it
     * @param keys   the file with the keys, or {@code null} where it lies in the target
     * @return the backup
     * @throws Refusal where there is none
     */
    public static Target find(Path folder, Path keys) {
        if (Files.isRegularFile(folder.resolve(Backup.MANIFEST))) {
            Path target = folder.resolve("..").resolve("..").normalize();
            return one(Backup.read(folder), KeyFile.read(keys == null ? target.resolve("keys") : keys));
        }
        if (!Files.isDirectory(folder.resolve("backups"))) {
            throw new Refusal("控えのフォルダーではありません(backups がありません): " + folder,
                    "This is no backup, as it holds no folder backups: " + folder);
        }
        return newest(folder, KeyFile.read(keys == null ? folder.resolve("keys") : keys));
    }

    private static Target one(Backup backup, KeyFile keys) {
        if (!keys.origin().equals(backup.origin())) {
            throw new Refusal("この控えは記録 " + backup.origin() + " のもので、鍵ファイルは記録 " + keys.origin() + " のものです",
                    "This backup is of the log " + backup.origin() + ", and the file of keys is of " + keys.origin());
        }
        if (!keys.covers(backup)) {
            throw new Refusal("この控えは途中で切れていて、鍵ファイルより新しいものです: " + backup.folder(),
                    "This backup was cut off: it is newer than the file of keys: " + backup.folder());
        }
        return new Target(backup, keys);
    }

    private static Target newest(Path folder, KeyFile keys) {
        try (Stream<Path> backups = Files.list(folder.resolve("backups"))) {
            List<Path> complete = backups.filter(each -> Files.isRegularFile(each.resolve(Backup.MANIFEST))
                    && !each.getFileName().toString().endsWith(".part"))
                    .sorted(Comparator.comparing((Path each) -> each.getFileName().toString()).reversed()).toList();
            for (Path each : complete) {
                Backup backup = Backup.read(each);
                if (keys.covers(backup)) {
                    return new Target(backup, keys);
                }
                System.err.println("daicho: " + each + " は鍵ファイルと合わないため使いません / not used, as the keys are not of it");
            }
        } catch (IOException unreadable) {
            throw new Refusal("控えを読めません: " + folder, "Cannot read the backups in " + folder);
        }
        throw new Refusal("鍵ファイルで開ける控えがありません: " + folder,
                "There is no backup here that the file of keys opens: " + folder);
    }

    /** Returns what it is, for people: when it was taken, how many leaves, which modules. */
    public String describe() {
        return backup.folder() + " (" + backup.manifest().path("at").asText() + ", " + backup.origin() + ", "
                + backup.size() + " leaves; " + backup.modules() + ")";
    }
}
