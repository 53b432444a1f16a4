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
 * The folder that a distribution is written into. Its files have the same permissions whatever the umask.
 *
 * @param root the folder
 */
record OutputFolder(Path root) {

    static final String FILE_MODE = "rw-r--r--";
    static final String EXECUTABLE_MODE = "rwxr-xr-x";

    static OutputFolder create(Path root) {
        try {
            Files.createDirectories(root);
            return new OutputFolder(root);
        } catch (IOException failure) {
            throw new Refusal("出力先を作れません: " + failure.getMessage(), "Cannot make the folder " + root);
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
