package org.daicho.ledger.engine.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right of one opener to a key folder: two that each destroy "all other" key stores would destroy each other's. The
 * system gives the lock back when the process dies, so a file left behind means nothing.
 */
final class FolderLock implements AutoCloseable {

    private static final String NAME = "lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, or refuses at once.
     *
     * @param folder the key folder
     * @return the lock, held until it is closed
     * @throws IOException where the file can't be opened, or somebody else holds it
     */
    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            Files.createFile(file, KeyFiles.attributes("rw-------"));
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            return new FolderLock(channel);
        }
        channel.close();
        throw new IOException("鍵のフォルダー " + folder + " は、すでに動いている別のシステムが使っています。協議会ごとに別のフォルダーにしてください"
                + " / The key folder " + folder + " is in use by another running system: give each council its own.");
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldInThisJvm) {
            return false;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
