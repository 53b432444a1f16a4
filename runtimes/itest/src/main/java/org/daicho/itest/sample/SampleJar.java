package org.daicho.itest.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A jar with a module in it, to be made worse before it is written.
 */
public final class SampleJar {

    private static final String IMPORTS = "org.daicho.ledger;version=\"[1.0,2)\","
            + "org.daicho.ledger.form;version=\"[1.0,2)\",org.daicho.ledger.spi;version=\"[1.0,2)\"";
    private static final String CLASS = SampleModule.class.getName();

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private SampleJar() {
    }

    /**
     * Makes a module with one ledger, {@code ID.notes}.
     *
     * @param id      the module's id
     * @param version the version of module and bundle
     */
    public static SampleJar module(String id, String version) {
        SampleJar jar = bundle("org.daicho.chapter." + id, version);
        jar.headers.put("Import-Package", IMPORTS);
        jar.headers.put("Provide-Capability", "daicho.module;daicho.module=" + id + ";version:Version=\"" + version
                + "\",osgi.service;objectClass:List<String>=\"org.daicho.ledger.spi.LedgerModule\"");
        jar.headers.put("Require-Capability",
                "daicho.ledger;filter:=\"(&(version>=1.0)(!(version>=2.0)))\";effective:=active,"
                        + "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0))\"");
        jar.headers.put("Service-Component", "OSGI-INF/sample.xml");
        jar.files.put(CLASS.replace('.', '/') + ".class", code());
        return jar.ledger(id, id + ".notes", 0);
    }

    /** Makes a bundle without anything in it. */
    public static SampleJar bundle(String name, String version) {
        SampleJar jar = new SampleJar();
        jar.headers.put("Bundle-ManifestVersion", "2");
        jar.headers.put("Bundle-SymbolicName", name);
        jar.headers.put("Bundle-Version", version);
        return jar;
    }

    private static byte[] code() {
        try (InputStream in = SampleModule.class.getResourceAsStream("SampleModule.class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it claim another ledger than its own. */
    public SampleJar ledger(String module, String ledger, int ranking) {
        String owner = ledger.substring(0, ledger.indexOf('.'));
        files.put("OSGI-INF/sample.xml",
                ("<scr:component xmlns:scr='http://www.osgi.org/xmlns/scr/v1.5.0' name='" + module
                        + "' init='1'><property name='daicho.module' value='" + module + "'/>"
                        + "<property name='daicho.chapter' type='Integer' value='3'/>"
                        + "<property name='service.ranking' type='Integer' value='" + ranking + "'/>"
                        + "<property name='sample.ledger' value='" + ledger + "'/>"
                        + "<service><provide interface='org.daicho.ledger.spi.LedgerModule'/></service>"
                        + "<implementation class='" + CLASS + "'/></scr:component>").getBytes(StandardCharsets.UTF_8));
        return file("definitions/" + ledger + ".json", definition(owner, ledger, 1));
    }

    private static String definition(String module, String ledger, int revision) {
        return """
                {"id": "%s", "module": "%s", "chapter": 3, "form": 2, "revision": %d,
                 "title": {"ja": "見本の記録", "en": "Sample notes"}, "period": "month", "periodField": "noticedOn",
                 "monthlyCheck": "3-5", "read": ["manager", "deputy", "staff"], "erase": ["manager"],
                 "clauses": ["3-5"],
                 "columns": [
                  {"name": "noticedOn", "label": {"ja": "日付", "en": "Day"}, "type": "date", "required": true,
                   "printed": true},
                  {"name": "note", "label": {"ja": "内容", "en": "Note"}, "type": "text", "required": true,
                   "printed": true}],
                 "states": [{"name": "open", "label": {"ja": "記入済み", "en": "Entered"}}],
                 "actions": [
                  {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "open", "roles": ["staff"]},
                  {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["open"],
                   "roles": ["staff"]}]}
                """.formatted(ledger, module, revision);
    }

    /** Sets a header, or takes it away. */
    public SampleJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds to a header. */
    public SampleJar and(String name, String clause) {
        headers.merge(name, clause, (a, b) -> a + "," + b);
        return this;
    }

    /** Puts a file in. */
    public SampleJar file(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Writes the jar. */
    public Path write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> {
            if (value != null) {
                manifest.getMainAttributes().putValue(name, value);
            }
        });
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return jar;
    }
}
