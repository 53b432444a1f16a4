package org.daicho.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.daicho.cli.refusal.Refusal;
import org.daicho.cli.verify.Progress;

/**
 * A backup copied to where it may be opened: Derby writes where it opens, and a backup stays as it is.
 */
public final class Staging implements AutoCloseable {

    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies a backup to a folder of the system for what is short-lived.
     *
     * @param target the backup
     * @return the copy, deleted when it is closed
     */
    public static Staging temporary(Target target) {
        try {
            Staging staging = new Staging(Files.createTempDirectory("daicho-backup"));
            return staging.filled(target);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    /**
     * Copies a backup to a folder.
     *
     * @param target the backup
     * @param folder the folder, not there yet
     * @return the copy, deleted when it is closed
     */
    static Staging at(Target target, Path folder) {
        try {
            PrivateFiles.makeFolder(folder);
            return new Staging(folder).filled(target);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private static Refusal unwritable(IOException failure) {
        return new Refusal("控えを読めないか、写しを書き込めません (" + failure.getMessage() + ")",
                "Cannot read the backup, or cannot write a copy of it");
    }

    private Staging filled(Target target) throws IOException {
        try {
            Progress progress = new Progress("控えを写しています / copying the backup");
            target.backup().copyDatabase(folder.resolve("database"), done -> progress.done(done, -1));
            target.keys().layOut(keys(), target.backup());
            return this;
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** The folder with the database. */
    public Path folder() {
        return folder;
    }

    /** The folder with the keys. */
    public Path keys() {
        return folder.resolve("keys");
    }

    @Override
    public void close() throws IOException {
        PrivateFiles.deleteTree(folder);
    }
}
