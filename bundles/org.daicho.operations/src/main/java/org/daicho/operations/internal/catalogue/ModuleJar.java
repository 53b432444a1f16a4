package org.daicho.operations.internal.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar with a module in it.
 *
 * @param path         the file
 * @param id           the module's id
 * @param version      the module's version
 * @param symbolicName the bundle's symbolic name
 * @param singleton    whether only one version of it can be there at once
 * @param digest       the SHA-256 of the file, in hex
 * @param title        what it says of itself
 */
public record ModuleJar(Path path, String id, Version version, String symbolicName, boolean singleton, String digest,
        ModuleTitle title) {

    /** The namespace of the capability by which a bundle says that it is a module. */
    public static final String NAMESPACE = "daicho.module";

    private static final String ID = "[a-z][a-z0-9]{0,39}";

    /** Ids that addresses and ledgers of the system itself begin with. */
    private static final Set<String> RESERVED = Set.of("ledgers", "modules", "log", "duties", "access");

    private static final int MOST_TEXT = 1_000_000;

    /**
     * Reads a jar whole.
     *
     * @param path the file
     * @return the module; empty for a bundle that is no module
     * @throws org.daicho.ledger.LedgerException CONFLICT where it is broken or no bundle, in one sentence
     */
    public static Optional<ModuleJar> read(Path path) {
        String file = path.getFileName().toString();
        Map<String, List<byte[]>> texts = new HashMap<>();
        Attributes headers;
        String digest;
        try {
            digest = digest(path);
            headers = contents(path, texts);
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            throw Messages.conflict("jar.broken", file);
        }
        String name = headers == null ? null : headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (name == null || name.isBlank()
                || !"2".equals(stripped(headers.getValue(Constants.BUNDLE_MANIFESTVERSION)))) {
            throw Messages.conflict("jar.no-bundle", file);
        }
        Headers.Clause symbolic = Headers.parse(name).get(0);
        for (Headers.Clause clause : Headers.parse(headers.getValue(Constants.PROVIDE_CAPABILITY))) {
            if (clause.name().equals(NAMESPACE)) {
                String id = clause.parameters().getOrDefault(NAMESPACE, "");
                if (!id.matches(ID)) {
                    throw Messages.conflict("jar.id", file);
                }
                if (RESERVED.contains(id)) {
                    throw Messages.conflict("jar.reserved", file, id);
                }
                return Optional.of(new ModuleJar(path, id, version(file, clause, headers), symbolic.name(),
                        Boolean.parseBoolean(symbolic.parameters().get(Constants.SINGLETON_DIRECTIVE + ":")), digest,
                        ModuleTitle.of(id, texts.get("clauses/"), texts.get("definitions/"))));
            }
        }
        return Optional.empty();
    }

    private static String stripped(String header) {
        return header == null ? null : header.strip();
    }

    private static Version version(String file, Headers.Clause clause, Attributes headers) {
        try {
            return Version.parseVersion(clause.parameters().getOrDefault("version",
                    headers.getValue(Constants.BUNDLE_VERSION)));
        } catch (IllegalArgumentException e) {
            throw Messages.conflict("jar.version", file);
        }
    }

    /** Reads every entry to its end, so that its checksum is compared: half of a jar is no jar. */
    private static Attributes contents(Path path, Map<String, List<byte[]>> texts) throws IOException {
        ModuleTitle.FOLDERS.forEach(folder -> texts.put(folder, new ArrayList<>()));
        try (JarFile jar = new JarFile(path.toFile(), false)) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
                JarEntry entry = entries.nextElement();
                String folder = entry.getName().substring(0, entry.getName().lastIndexOf('/') + 1);
                CheckedInputStream sum = new CheckedInputStream(jar.getInputStream(entry), new CRC32());
                try (InputStream in = sum) {
                    if (texts.containsKey(folder) && entry.getName().endsWith(".json")) {
                        texts.get(folder).add(in.readNBytes(MOST_TEXT));
                    }
                    in.transferTo(OutputStream.nullOutputStream());
                }
                if (sum.getChecksum().getValue() != entry.getCrc()) {
                    throw new ZipException(entry.getName());
                }
            }
            Manifest manifest = jar.getManifest();
            return manifest == null ? null : manifest.getMainAttributes();
        }
    }

    /**
     * Computes a file's digest.
     *
     * @param path the file
     * @return its SHA-256 in hex
     * @throws IOException where it can't be read
     */
    public static String digest(Path path) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path),
                MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
