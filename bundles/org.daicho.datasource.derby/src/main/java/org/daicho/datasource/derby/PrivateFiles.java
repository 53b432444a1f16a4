package org.daicho.datasource.derby;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that only their owner reads and that outlive a power cut once a method has returned.
 *
 * <p>
 * A file is durable when its content and the entry in its folder are both forced to the disk. Needs a POSIX file
 * system; elsewhere creating fails with {@link UnsupportedOperationException} rather than leaving a key readable.
 */
final class PrivateFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {
    }

    /**
     * Makes a folder of mode 0700 unless it is there, and forces its entry to the disk. Parents are made as well, also
     * with 0700; folders that exist are left as they are.
     *
     * @param folder the folder
     * @throws IOException where it cannot be made
     */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            makeFolder(parent);
        }
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        if (parent != null) {
            force(parent);
        }
    }

    /**
     * Closes a folder to everybody but its owner.
     *
     * @param folder the folder
     * @throws IOException where the mode cannot be set
     */
    static void closeToOthers(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }

    /**
     * Opens a file of mode 0600 for writing, making it when it is absent.
     *
     * @param file the file
     * @return the channel, to be closed by the caller
     * @throws IOException where it cannot be opened
     */
    static FileChannel openOrCreate(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_FILE);
    }

    /**
     * Writes a new file of mode 0600 so that it is there as a whole or not at all.
     *
     * @param file the file, which must not exist
     * @param text its content
     * @throws IOException where it cannot be written
     */
    static void writeNew(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_FILE)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        move(part, file);
    }

    /**
     * Moves a file or folder within one file system in one step, replacing a file of that name, durably.
     *
     * @param from what is moved
     * @param to its new name
     * @throws IOException where it cannot be moved
     */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(to.getParent());
    }

    /**
     * Forces every file and folder of a tree to the disk.
     *
     * @param root the top of the tree
     * @throws IOException where one of them cannot be forced
     */
    static void forceTree(Path root) throws IOException {
        for (Path path : deepestFirst(root)) {
            force(path);
        }
    }

    /**
     * Deletes a tree, if it is there; symbolic links are deleted, not followed.
     *
     * @param root the top of the tree
     * @throws IOException where something in it cannot be deleted
     */
    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        for (Path path : deepestFirst(root)) {
            Files.delete(path);
        }
    }

    private static List<Path> deepestFirst(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
