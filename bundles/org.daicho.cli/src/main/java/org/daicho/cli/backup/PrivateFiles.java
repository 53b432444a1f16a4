package org.daicho.cli.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of keys: for their owner only, durable, and overwritten before they are deleted.
 */
final class PrivateFiles {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BLOCK = 8192;

    private PrivateFiles() {
    }

    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder, forOwnerOnly(folder.toAbsolutePath().getParent(), "rwx------"));
    }

    /** Writes a file as a whole, durable when this returns. */
    static void write(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, forOwnerOnly(file.getParent(), "rw-------"));
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.getParent());
    }

    /** Overwrites a file and deletes it. */
    static void destroy(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[BLOCK];
            for (long left = out.size(); left > 0; left -= noise.length) {
                RANDOM.nextBytes(noise);
                out.write(ByteBuffer.wrap(noise, 0, (int) Math.min(left, noise.length)));
            }
            out.force(true);
        }
        Files.delete(file);
    }

    /** Forces what a folder holds, and the folder, to the disk. */
    static void forceTree(Path folder) throws IOException {
        for (Path each : tree(folder)) {
            force(each);
        }
    }

    /** Deletes a folder with all that is in it; what lies in a folder {@code keys} is overwritten before. */
    static void deleteTree(Path folder) throws IOException {
        for (Path each : tree(folder)) {
            if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS) && each.getParent().endsWith("keys")) {
                destroy(each);
            } else {
                Files.deleteIfExists(each);
            }
        }
    }

    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<Path> tree(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path folder, String mode) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
