package org.daicho.ledger.engine.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Reads and writes the small files of the key folder so that they are durable, private (mode 0600) and never half
 * written.
 */
public final class KeyFiles {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final boolean POSIX = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    private KeyFiles() {
    }

    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes("rwx------"));
    }

    /** Returns the 32 bytes of a key file, made at random where it isn't there yet. */
    public static byte[] secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            write(file, hex(key));
        }
        return secret(Files.readAllBytes(file), file.toString());
    }

    /** Returns the 32 bytes of a key file's content. */
    public static byte[] secret(byte[] content, String file) throws IOException {
        try {
            byte[] key = HexFormat.of().parseHex(new String(content, StandardCharsets.ISO_8859_1).strip());
            if (key.length == 32) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Told below without the content, which is secret.
        }
        throw new IOException("鍵ファイルが壊れています。控えから戻してください / The key file is damaged, restore it: " + file);
    }

    /** Returns the content of the file of a key. */
    static byte[] hex(byte[] key) {
        return (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a file as a whole, durable when this returns. */
    static void write(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, attributes("rw-------"));
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(file.getParent());
    }

    /** Puts a file in the place of another, durably, and then overwrites that one with random bytes. */
    static void replace(Path file, Path other) throws IOException {
        FileChannel old = Files.exists(other) ? FileChannel.open(other, StandardOpenOption.WRITE) : null;
        try {
            Files.move(file, other, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(other.toAbsolutePath().getParent());
            if (old != null) {
                overwrite(old);
            }
        } finally {
            if (old != null) {
                old.close();
            }
        }
    }

    /** Overwrites a file with random bytes and deletes it. */
    static void destroy(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            overwrite(out);
        }
        Files.delete(file);
        syncFolder(file.getParent());
    }

    private static void overwrite(FileChannel out) throws IOException {
        byte[] noise = new byte[8192];
        for (long left = out.size(); left > 0; left -= noise.length) {
            RANDOM.nextBytes(noise);
            out.write(ByteBuffer.wrap(noise, 0, (int) Math.min(left, noise.length)));
        }
        out.force(true);
    }

    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            if (POSIX) {
                throw e;
            }
        }
    }

    static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
