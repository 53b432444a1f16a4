package org.daicho.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.cli.refusal.Refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * One backup: a folder with the copied database and the manifest that tells what it is and the SHA-256 of each file.
 *
 * @param folder   its folder
 * @param manifest its manifest
 */
record Backup(Path folder, JsonNode manifest) {

    static final String MANIFEST = "manifest.json";

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads the manifest of a backup.
     *
     * @param folder its folder
     * @return the backup
     * @throws Refusal where it is damaged, or of a newer program
     */
    static Backup read(Path folder) {
        try {
            JsonNode manifest = JSON.readTree(Files.readAllBytes(folder.resolve(MANIFEST)));
            if (manifest.path("format").asInt() > FORMAT) {
                throw new Refusal("この控えは、より新しいプログラムのものです。新しいプログラムで復元してください: " + folder,
                        "This backup was taken by a newer program; restore it with that: " + folder);
            }
            Backup backup = new Backup(folder, manifest);
            if (manifest.path("format").asInt() == FORMAT && manifest.path("files").isObject()
                    && !backup.origin().isEmpty() && !backup.checkpoint().isEmpty()) {
                return backup;
            }
        } catch (IOException unreadable) {
            // told below
        }
        throw new Refusal("控えの目録が壊れています: " + folder.resolve(MANIFEST),
                "The manifest of the backup is damaged: " + folder.resolve(MANIFEST));
    }

    String name() {
        return folder.getFileName().toString();
    }

    String origin() {
        return manifest.path("origin").asText();
    }

    long size() {
        return manifest.path("size").asLong();
    }

    String checkpoint() {
        return manifest.path("checkpoint").asText();
    }

    String databaseKey() {
        return manifest.path("databaseKey").asText();
    }

    /** The modules that were there, with their versions, in one line. */
    String modules() {
        Map<String, String> modules = new TreeMap<>();
        manifest.path("modules").fields()
                .forEachRemaining(each -> modules.put(each.getKey(), each.getValue().asText()));
        return modules.entrySet().stream().map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * Copies the database and compares each file with its sum.
     *
     * @param target   the folder of the copy, not there yet
     * @param progress called with the bytes done
     * @throws Refusal     naming the first file that is missing, changed or too much
     * @throws IOException where it can't be read, or there is no room for the copy
     */
    void copyDatabase(Path target, LongConsumer progress) throws IOException {
        Path database = folder.resolve("database");
        Map<String, String> sums = new TreeMap<>();
        manifest.path("files").fields().forEachRemaining(each -> sums.put(each.getKey(), each.getValue().asText()));
        PrivateFiles.makeFolder(target);
        try (Stream<Path> all = Files.walk(database)) {
            long done = 0;
            for (Path from : (Iterable<Path>) all::iterator) {
                String name = database.relativize(from).toString().replace('\\', '/');
                Path to = target.resolve(name);
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    String expected = sums.remove(name);
                    if (expected == null || !expected.equals(copy(from, to))) {
                        throw damaged(name);
                    }
                    done += Files.size(to);
                    progress.accept(done);
                }
            }
        }
        if (!sums.isEmpty()) {
            throw damaged(sums.keySet().iterator().next());
        }
    }

    private Refusal damaged(String file) {
        return new Refusal("控えが壊れているか、書き換えられています(database/" + file + "): " + folder,
                "The backup is damaged or was tampered with (database/" + file + "): " + folder);
    }

    private static String copy(Path from, Path to) throws IOException {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(to), sha256)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
