package org.daicho.cli.assemble;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * SHA-256 sums, in the format that {@code sha256sum -c} reads.
 */
final class Digests {

    /** The file of a distribution's sums. */
    static final String FILE = "SHA256SUMS";

    private Digests() {
    }

    static String of(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file),
                MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    /** One line for each file below a folder, by name. */
    static String sums(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(Files::isRegularFile).toList();
        }
        StringBuilder sums = new StringBuilder();
        for (String name : all.stream().map(file -> name(folder, file)).sorted().toList()) {
            sums.append(of(folder.resolve(name))).append("  ").append(name).append('\n');
        }
        return sums.toString();
    }

    /** A file's path below a folder, with slashes on every system. */
    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
