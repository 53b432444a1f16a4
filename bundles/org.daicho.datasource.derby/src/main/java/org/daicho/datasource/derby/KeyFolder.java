package org.daicho.datasource.derby;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the key files: the present key of the database, and the next one while it is being changed. */
final class KeyFolder {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);
    private static final Set<PosixFilePermission> OTHERS_READ = Set.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    Path currentFile() {
        return folder.resolve("database.key");
    }

    Path nextFile() {
        return folder.resolve("database.key.next");
    }

    /**
     * The present key.
     *
     * @return the key, or empty where there is no such file
     * @throws IOException where the file cannot be read
     * @throws DatabaseRefusedException where the file holds anything but a key
     */
    Optional<DatabaseKey> current() throws IOException {
        return read(currentFile());
    }

    /**
     * The key that is to replace the present one.
     *
     * @return the key, or empty where the key is not to be changed
     * @throws IOException where the file cannot be read
     * @throws DatabaseRefusedException where the file holds anything but a key
     */
    Optional<DatabaseKey> next() throws IOException {
        return read(nextFile());
    }

    /**
     * Makes the first key; it is durable when this returns.
     *
     * @return the new key
     * @throws IOException where it cannot be written
     */
    DatabaseKey create() throws IOException {
        PrivateFiles.makeFolder(folder);
        DatabaseKey key = DatabaseKey.random();
        PrivateFiles.writeNew(currentFile(), key.hex() + "\n");
        return key;
    }

    /**
     * Puts the next key's file in the place of the present one's, in one step and durably.
     *
     * @throws IOException where it cannot be moved
     */
    void promoteNext() throws IOException {
        PrivateFiles.move(nextFile(), currentFile());
    }

    private static Optional<DatabaseKey> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // A stick formatted for other systems has no modes of its own, so this warns and does not refuse.
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS_READ::contains)) {
            LOG.warn("鍵ファイル {} を他の利用者も読めます。chmod 600 で所有者だけにしてください。 / "
                    + "Others can read the key file {}; use chmod 600 to keep it to its owner.", file, file);
        }
        // Latin-1 reads any bytes, so that a broken file is refused here and not by a decoder that quotes it.
        Optional<DatabaseKey> key = DatabaseKey.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (key.isEmpty()) {
            throw new DatabaseRefusedException("鍵ファイル " + file + " の中身は鍵(16進数64桁の1行)ではありません。正しい鍵ファイルを戻してください。",
                    "The key file " + file + " does not hold a key (one line of 64 hexadecimal digits);"
                            + " put the right file back.",
                    null);
        }
        return key;
    }
}
