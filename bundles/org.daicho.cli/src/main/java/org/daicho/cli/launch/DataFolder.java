package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

import org.daicho.cli.refusal.Refusal;

/**
 * The data folder, held by one process at a time through a lock on its file {@code lock}. The operating system gives the
 * lock back when the process ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes a data folder; makes it where it is missing.
     *
     * @param path the folder
     * @return the folder, held until it is closed
     * @throws Refusal where another process holds it or it cannot be written
     */
    public static DataFolder hold(Path path) {
        try {
            if (Files.notExists(path)) {
                createForOwnerOnly(path);
            }
            Files.createDirectories(path.resolve("log"));
            FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new DataFolder(path, channel);
            }
            channel.close();
        } catch (OverlappingFileLockException held) {
            // held by this very process, refused below like any other
        } catch (IOException failure) {
            throw new Refusal("データフォルダーに書き込めません: " + path + " (" + failure.getMessage() + ")",
                    "Cannot write to the data folder " + path);
        }
        throw new Refusal("データフォルダー " + path + " は別のプロセスが使っています。先にそれを停止するか、--data で別の場所を指定してください",
                "Another process uses the data folder " + path + "; stop it first, or name another one with --data");
    }

    /**
     * Tells whether another process holds a data folder just now. Asking takes the lock for an instant where nobody holds
     * it. Never asked by a process that holds the folder itself: POSIX would take its lock away.
     *
     * @param path the folder
     * @return whether it is held
     */
    public static boolean isHeld(Path path) {
        Path lock = path.resolve("lock");
        if (Files.notExists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException held) {
            return true;
        } catch (IOException failure) {
            throw new Refusal("データフォルダーを読めません: " + path + " (" + failure.getMessage() + ")",
                    "Cannot read the data folder " + path);
        }
    }

    /**
     * Tells whether a folder holds a database.
     *
     * @param path the folder
     * @return whether it does
     */
    public static boolean hasDatabase(Path path) {
        return Files.isDirectory(path.resolve("database"));
    }

    private static void createForOwnerOnly(Path path) throws IOException {
        Files.createDirectories(path);
        if (Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path cache() {
        return path.resolve("framework");
    }

    Path log() {
        return path.resolve("log");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
