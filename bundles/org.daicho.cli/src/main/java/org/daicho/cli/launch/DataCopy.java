package org.daicho.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a folder's database in a folder of its own, for its owner only, deleted when it is closed. What is copied is
 * encrypted; the keys are not copied.
 */
public final class DataCopy implements AutoCloseable {

    private final Path folder;

    private DataCopy(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies the database of a folder.
     *
     * @param source the folder with the database
     * @return the copy
     * @throws IOException where it cannot be read, or there is no room for it
     */
    public static DataCopy of(Path source) throws IOException {
        DataCopy copy = new DataCopy(Files.createTempDirectory("daicho-verify"));
        try (Stream<Path> all = Files.walk(source.resolve("database"))) {
            for (Path from : (Iterable<Path>) all::iterator) {
                Files.copy(from, copy.folder.resolve(source.relativize(from).toString()));
            }
            return copy;
        } catch (IOException | RuntimeException failure) {
            copy.close();
            throw failure;
        }
    }

    /** Returns the folder with the copy. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        deleteTree(folder);
    }

    /**
     * Deletes a folder with all that is in it.
     *
     * @param folder the folder
     * @throws IOException where something of it cannot be deleted
     */
    public static void deleteTree(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
