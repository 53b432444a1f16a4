package org.daicho.datasource.derby;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/**
 * The right of one process, and in it of one opener, to the database and its keys.
 *
 * <p>
 * Derby locks a database only once it exists and only against other engines; this lock is taken before the key is made
 * and also holds within one JVM. The system releases it when the process dies, so a file left behind means nothing.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, or refuses at once.
     *
     * @param file the lock file, made when it is absent
     * @return the lock, held until it is closed
     * @throws IOException where the file cannot be opened
     * @throws DatabaseRefusedException where somebody else holds it
     */
    static FolderLock take(Path file) throws IOException {
        FileChannel channel = PrivateFiles.openOrCreate(file);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException heldInThisJvm) {
            // The same answer as for another process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw inUse(file.getParent(), null);
    }

    static DatabaseRefusedException inUse(Path data, Throwable cause) {
        return new DatabaseRefusedException(
                "データの置き場所 " + data + " は、すでに動いている別のシステムが使っています。先にそちらを止めてください。",
                "The data folder " + data + " is in use by another running system; stop that one first.", cause);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
