package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import org.daicho.ledger.engine.keys.KeyArchive;

/**
 * A folder that backups are taken to: {@code backups/TIME/database} with {@code backups/TIME/manifest.json}, and the one
 * file with the keys of all of them. What is being written ends in {@code .part}; a crash leaves it, and the next backup
 * removes it.
 */
public final class BackupTarget {

    private static final String PART = ".part";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final int BUFFER = 1 << 16;

    private final Path backups;
    private final Path keys;

    /**
     * Names a target.
     *
     * @param folder the folder
     * @param keys   the file with the keys
     */
    public BackupTarget(Path folder, Path keys) {
        backups = folder.resolve("backups");
        this.keys = keys;
    }

    /** Makes the folders, for their owner only, and removes what a crash left half written. */
    public void prepare() throws IOException {
        createForOwnerOnly(backups.getParent());
        createForOwnerOnly(backups);
        if (Files.notExists(keys.getParent())) {
            createForOwnerOnly(keys.getParent());
        }
        for (Path part : backupsEnding(PART)) {
            deleteTree(part);
        }
        KeyArchive.destroy(keysPart());
    }

    private static void createForOwnerOnly(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Returns how much room there is, in bytes. */
    public long room() throws IOException {
        return Files.getFileStore(backups).getUsableSpace();
    }

    /** Reads the keys that are there. */
    public Optional<KeyArchive> keys() throws IOException {
        return Files.exists(keys) ? Optional.of(KeyArchive.read(keys)) : Optional.empty();
    }

    /** Returns the file to which the keys are written first. */
    public Path keysPart() {
        return keys.resolveSibling(keys.getFileName() + PART);
    }

    /** Begins a backup: makes the folder in which it is put together. */
    public Path begin(Instant now) throws IOException {
        String name = NAME.format(now);
        for (int i = 2; Files.exists(backups.resolve(name)); i++) {
            name = NAME.format(now) + "-" + i;
        }
        Path part = backups.resolve(name + PART);
        createForOwnerOnly(part);
        return part;
    }

    /** Returns the manifests of the backups that are there. */
    public List<Path> manifests() throws IOException {
        return backupsEnding("").stream().map(BackupManifest::file).filter(Files::exists).toList();
    }

    /**
     * Computes the SHA-256 of each file of a folder.
     *
     * @return hex sums by path, with slashes, below the folder
     */
    public static Map<String, Object> sums(Path folder, LongConsumer bytes) throws IOException {
        Map<String, Object> sums = new TreeMap<>();
        long done = 0;
        for (Path file : tree(folder)) {
            if (Files.isRegularFile(file)) {
                sums.put(folder.relativize(file).toString().replace('\\', '/'), sum(file));
                done += Files.size(file);
                bytes.accept(done);
            }
        }
        return sums;
    }

    private static String sum(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            byte[] buffer = new byte[BUFFER];
            while (in.read(buffer) >= 0) {
                // The digest sees what is read.
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Returns the digest with which files and keys are named. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    /** Forces all of a backup to the disk and gives it its name. */
    public Path complete(Path part) throws IOException {
        for (Path each : tree(part)) {
            force(each);
        }
        String name = part.getFileName().toString();
        Path folder = part.resolveSibling(name.substring(0, name.length() - PART.length()));
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        force(backups);
        return folder;
    }

    /** Puts the keys that were written in the place of those before. */
    public void replaceKeys() throws IOException {
        KeyArchive.replace(keysPart(), keys);
    }

    private List<Path> backupsEnding(String end) throws IOException {
        if (!Files.isDirectory(backups)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(backups)) {
            return folders.filter(folder -> folder.getFileName().toString().endsWith(end)).sorted().toList();
        }
    }

    /** Returns how many bytes a folder holds just now, while it may change. */
    public static long size(Path folder) {
        try {
            long size = 0;
            for (Path file : tree(folder)) {
                size += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
            return size;
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void deleteTree(Path folder) throws IOException {
        for (Path each : tree(folder)) {
            Files.deleteIfExists(each);
        }
    }

    /** Everything in a folder and the folder itself, what is within before what it is in. */
    private static List<Path> tree(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.sorted(Comparator.reverseOrder()).toList());
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
