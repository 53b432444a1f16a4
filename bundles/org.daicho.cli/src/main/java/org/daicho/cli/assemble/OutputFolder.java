package org.daicho.cli.assemble;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.cli.launch.DataCopy;
import org.daicho.cli.refusal.Refusal;

/**
 * The folder that a distribution or an SDK is written into. Its files have the same permissions whatever the umask.
 *
 * @param root the folder
 */
public record OutputFolder(Path root) {

    static final String FILE_MODE = "rw-r--r--";
    static final String EXECUTABLE_MODE = "rwxr-xr-x";

    /**
     * Makes a folder.
     *
     * @param out a folder that is empty or not there
     * @return the folder
     * @throws IOException where it can't be read
     * @throws Refusal     where it is not empty, or can't be made
     */
    public static OutputFolder create(Path out) throws IOException {
        Path root = out.toAbsolutePath().normalize();
        requireEmpty(root);
        try {
            Files.createDirectories(root);
            return new OutputFolder(root);
        } catch (IOException failure) {
            throw new Refusal("出力先を作れません: " + failure.getMessage(), "Cannot make the folder " + root);
        }
    }

    static void requireEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isEmpty()) {
                    return;
                }
            }
        }
        if (Files.exists(folder)) {
            throw new Refusal("出力先が空のフォルダーではありません: " + folder, "Not an empty folder: " + folder);
        }
    }

    Path folder(String name) throws IOException {
        Path folder = root.resolve(name);
        if (!Files.isDirectory(folder)) {
            mode(Files.createDirectory(folder), EXECUTABLE_MODE);
        }
        return folder;
    }

    /** Copies a file into a folder; another file of that name is not overwritten. */
    Path copy(Path file, String into) throws IOException {
        Path target = folder(into).resolve(file.getFileName().toString());
        try {
            Files.copy(file, target);
        } catch (FileAlreadyExistsException twice) {
            throw new Refusal("同じ名前のファイルが bundles と catalogue にあります: " + file.getFileName(),
                    "Two files have the same name in bundles and catalogue: " + file.getFileName());
        }
        return mode(target, FILE_MODE);
    }

    /** Copies the files of a folder; what begins with a dot stays behind. */
    void copyAll(Path from, String into) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(from)) {
            all = files.filter(file -> Files.isRegularFile(file) && !file.getFileName().toString().startsWith("."))
                    .sorted().toList();
        }
        for (Path file : all) {
            mode(Files.copy(file, folder(into).resolve(file.getFileName().toString()),
                    StandardCopyOption.REPLACE_EXISTING), FILE_MODE);
        }
    }

    /**
     * Copies a folder with all that is in it.
     *
     * @param from the folder
     * @param into its name here; empty for this folder itself
     * @throws IOException where it can't be read or written
     */
    public void copyTree(Path from, String into) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.sorted().toList();
        }
        for (Path file : all) {
            Path target = root.resolve(into).resolve(from.relativize(file).toString());
            if (Files.isRegularFile(file)) {
                mode(Files.copy(file, target), FILE_MODE);
            } else if (!target.normalize().equals(root)) {
                mode(Files.createDirectory(target), EXECUTABLE_MODE);
            }
        }
    }

    /**
     * Writes a file, with the folders above it.
     *
     * @param name its path here
     * @param text what is in it
     * @throws IOException where it can't be written
     */
    public void file(String name, String text) throws IOException {
        Path folder = Path.of(name).getParent();
        if (folder != null) {
            Files.createDirectories(root.resolve(folder));
        }
        text(name, text);
    }

    void text(String name, String text) throws IOException {
        mode(Files.writeString(root.resolve(name), text), FILE_MODE);
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(root.resolve(name));
    }

    void executable(Path file) throws IOException {
        mode(file, EXECUTABLE_MODE);
    }

    /** Takes away what was written, so that the folder is empty again. */
    void clear() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(root)) {
            all = files.toList();
        }
        for (Path file : all) {
            DataCopy.deleteTree(file);
        }
    }

    private static Path mode(Path file, String mode) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
        return file;
    }
}
