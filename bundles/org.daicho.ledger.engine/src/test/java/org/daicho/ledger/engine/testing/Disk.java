package org.daicho.ledger.engine.testing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What tests do with folders. */
public final class Disk {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE, Charset.forName("Windows-31J"));

    private Disk() {
    }

    /** Copies a folder with all that is in it. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** Deletes a folder. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Finds the files that hold a text in any encoding that it may have. */
    public static List<Path> holding(Path folder, String text) throws IOException {
        List<byte[]> needles = CHARSETS.stream().map(text::getBytes).toList();
        return files(folder).filter(file -> needles.stream().anyMatch(needle -> contains(file, needle))).toList();
    }

    /** Finds the files that hold some bytes. */
    public static List<Path> holding(Path folder, byte[] needle) throws IOException {
        return files(folder).filter(file -> contains(file, needle)).toList();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static boolean contains(Path file, byte[] needle) {
        try {
            // Latin 1 maps each byte to one character, so that the platform's fast search serves.
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(needle, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
