package org.daicho.resolver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
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

import org.apache.felix.utils.resource.ResourceBuilder;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Texts;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;

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
 * @param definitions  the definitions of its ledgers, as they lie in {@code definitions/}
 */
public record ModuleJar(Path path, String id, Version version, String symbolicName, boolean singleton, String digest,
        ModuleTitle title, List<String> definitions) {

    private static final String ID = "[a-z][a-z0-9]{0,39}";

    /** Ids that addresses and ledgers of the system itself begin with. */
    private static final Set<String> RESERVED = Set.of("ledgers", "modules", "log", "duties", "access",
            "configuration", "system");

    private static final Texts TEXTS = new Texts(ModuleJar.class, "messages");
    private static final int MOST_TEXT = 1_000_000;

    /**
     * Reads a jar whole, that of a module.
     *
     * @param path the file
     * @return the module
     * @throws LedgerException CONFLICT where it is broken, no bundle or no module, in one sentence
     */
    public static ModuleJar require(Path path) {
        return read(path).orElseThrow(() -> conflict("jar.no-module", path.getFileName()));
    }

    /**
     * Refuses an id that no module can have.
     *
     * @param id   the id
     * @param from who wants it, such as a jar's file name
     * @throws LedgerException CONFLICT, in one sentence
     */
    public static void requireId(String id, String from) {
        if (!id.matches(ID)) {
            throw conflict("jar.id", from);
        }
        if (RESERVED.contains(id)) {
            throw conflict("jar.reserved", from, id);
        }
    }

    /**
     * Reads a jar whole.
     *
     * @param path the file
     * @return the module; empty for a bundle that is no module
     * @throws LedgerException CONFLICT where it is broken or no bundle, in one sentence
     */
    public static Optional<ModuleJar> read(Path path) {
        String file = path.getFileName().toString();
        Map<String, List<byte[]>> texts = new HashMap<>();
        Attributes headers;
        String digest;
        try {
            digest = JarDigest.of(path);
            headers = contents(path, texts);
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            throw conflict("jar.broken", file);
        }
        String name = headers == null ? null : headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (name == null || name.isBlank()
                || !"2".equals(stripped(headers.getValue(Constants.BUNDLE_MANIFESTVERSION)))) {
            throw conflict("jar.no-bundle", file);
        }
        Resource bundle = bundle(file, headers);
        for (Capability module : bundle.getCapabilities(ModuleCapability.NAMESPACE)) {
            String id = String.valueOf(module.getAttributes().get(ModuleCapability.NAMESPACE));
            requireId(id, file);
            return Optional.of(new ModuleJar(path, id, version(file, module, headers),
                    name(bundle), isSingleton(bundle), digest,
                    ModuleTitle.of(id, texts.get("clauses/"), texts.get("definitions/")),
                    texts.get("definitions/").stream().map(text -> new String(text, StandardCharsets.UTF_8)).toList()));
        }
        return Optional.empty();
    }

    private static LedgerException conflict(String key, Object... args) {
        return new LedgerException(Kind.CONFLICT, TEXTS.text(key, args));
    }

    private static String stripped(String header) {
        return header == null ? null : header.strip();
    }

    private static Resource bundle(String file, Attributes headers) {
        Map<String, String> texts = new HashMap<>();
        headers.forEach((name, value) -> texts.put(name.toString(), value.toString()));
        try {
            return ResourceBuilder.build(null, texts);
        } catch (BundleException e) {
            throw conflict("jar.headers", file);
        }
    }

    private static String name(Resource bundle) {
        return String.valueOf(bundle.getCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).get(0).getAttributes()
                .get(IdentityNamespace.IDENTITY_NAMESPACE));
    }

    private static boolean isSingleton(Resource bundle) {
        return bundle.getCapabilities(BundleNamespace.BUNDLE_NAMESPACE).stream()
                .anyMatch(self -> Boolean.parseBoolean(self.getDirectives().get(Constants.SINGLETON_DIRECTIVE)));
    }

    private static Version version(String file, Capability module, Attributes headers) {
        Object version = module.getAttributes().get("version");
        try {
            return version instanceof Version typed
                    ? typed
                    : Version.parseVersion(version == null
                            ? headers.getValue(Constants.BUNDLE_VERSION)
                            : version.toString());
        } catch (IllegalArgumentException e) {
            throw conflict("jar.version", file);
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
}
