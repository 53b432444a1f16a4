package org.daicho.operations.internal.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars to read. */
public final class Jars {

    /** The headers of a module. */
    public static final Map<String, String> MODULE = Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName",
            "org.example.gifts;singleton:=true", "Bundle-Version", "1.2.3.SNAPSHOT", "Provide-Capability",
            "other;a=\"b,c\",daicho.module;daicho.module=gifts;version:Version=\"1.2.3\"");

    private Jars() {
    }

    /** Writes a jar. */
    public static Path write(Path jar, Map<String, String> headers, Map<String, String> files) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
