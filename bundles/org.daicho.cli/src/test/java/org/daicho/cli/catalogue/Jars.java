package org.daicho.cli.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.daicho.cli.launch.Distribution;

/** A distribution with nothing in it, and jars for it. */
final class Jars {

    private Jars() {
    }

    static Distribution distribution(Path root) throws IOException {
        for (String folder : new String[]{"bundles", "catalogue", "conf", "framework"}) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.createFile(root.resolve("framework/base.bndrun"));
        return Distribution.at(root);
    }

    /** Writes a module with one ledger. */
    static Path module(Path jar, String id, String version, String ledger, Map<String, String> headers)
            throws IOException {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Provide-Capability",
                "daicho.module;daicho.module=" + id + ";version:Version=\"" + version + "\"");
        return bundle(jar, "org.example." + id, all, Map.of("definitions/" + ledger + ".json", """
                {"id": "%s", "module": "%s", "chapter": 9, "revision": 1, "title": {"ja": "記録", "en": "Notes"},
                 "period": "open", "read": ["staff"],
                 "columns": [{"name": "note", "type": "text", "label": {"ja": "内容", "en": "Note"}}],
                 "states": [{"name": "open", "label": {"ja": "未了", "en": "Open"}}],
                 "actions": [{"name": "enter", "to": "open", "roles": ["staff"],
                              "label": {"ja": "記入", "en": "Enter"}},
                             {"name": "correct", "from": ["open"], "roles": ["staff"],
                              "label": {"ja": "訂正", "en": "Correct"}}]}"""
                .formatted(ledger, ledger.substring(0, ledger.indexOf('.')))));
    }

    static Path bundle(Path jar, String name, Map<String, String> headers, Map<String, String> files)
            throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        headers.forEach(main::putValue);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
