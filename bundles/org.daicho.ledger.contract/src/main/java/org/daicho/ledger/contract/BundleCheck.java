package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Checks the manifest that the build made for a chapter's bundle. It lies beside the classes.
 */
final class BundleCheck {

    private static final List<String> BASE = List.of("org.daicho.ledger", "org.daicho.ledger.value",
            "org.daicho.ledger.form", "org.daicho.ledger.sheet", "org.daicho.ledger.view", "org.daicho.ledger.spi",
            "org.daicho.ledger.rules", "org.daicho.ledger.log");

    private BundleCheck() {
    }

    static void assertLeaf(Class<?> owner, String module) {
        Attributes headers = manifest(owner).getMainAttributes();
        assertNull(headers.getValue("Export-Package"), "a chapter exports nothing");
        imports(headers).filter(p -> p.startsWith("org.daicho."))
                .forEach(p -> assertTrue(BASE.contains(p), "a chapter imports the ledger API only, not " + p));
        String provides = String.valueOf(headers.getValue("Provide-Capability"));
        assertTrue(provides.contains("daicho.module;daicho.module=" + module + ";version:Version="),
                "Provide-Capability lacks daicho.module=" + module + ": " + provides);
        String requires = String.valueOf(headers.getValue("Require-Capability"));
        assertTrue(requires.contains("daicho.ledger;"),
                "Require-Capability does not pull in a ledger: " + requires);
        assertServiceProperties(owner, module, headers.getValue("Service-Component"));
    }

    private static void assertServiceProperties(Class<?> owner, String module, String components) {
        assertNotNull(components, "no DS component");
        Map<String, String> texts = Stream.of(components.split(",")).map(String::strip)
                .collect(java.util.stream.Collectors.toMap(c -> c, c -> Resources.text(owner, "/" + c)));
        List<String> modules = texts.values().stream()
                .filter(x -> x.contains("<provide interface=\"org.daicho.ledger.spi.LedgerModule\"")).toList();
        assertEquals(1, modules.size(), "components that are a LedgerModule");
        texts.values().forEach(component -> assertGuarded(module, component));
        assertTrue(modules.get(0).contains("name=\"daicho.module\" type=\"String\" value=\"" + module + "\""),
                "the component lacks @DaichoModule(module = \"" + module + "\", …)");
    }

    /**
     * What a chapter serves beside its ledgers is an application of its own, under its own address: so it comes and goes
     * without a word to the others, and nobody enters it unasked.
     *
     * @param component the XML of a DS component
     */
    static void assertGuarded(String module, String component) {
        assertFalse(component.contains("\"osgi.jaxrs.resource\""),
                "a chapter's resources stand in an application of its own, not in one that is shared");
        if (component.contains("\"osgi.jaxrs.application.base\"")) {
            assertTrue(component.contains("value=\"/api/" + module + "\""), "its application is not at /api/" + module);
            List.of("(daicho.guard=access)", "(daicho.rest=json)").forEach(extension -> assertTrue(
                    component.contains(extension), "its application does not select " + extension));
        }
    }

    private static Stream<String> imports(Attributes headers) {
        String header = headers.getValue("Import-Package");
        assertNotNull(header, "Import-Package");
        return Stream.of(header.replaceAll("\"[^\"]*\"", "").split(",")).map(p -> p.split(";")[0].strip());
    }

    private static Manifest manifest(Class<?> owner) {
        Path classes = Path.of(java.net.URI.create(
                owner.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path file = classes.resolve("META-INF/MANIFEST.MF");
        assertTrue(Files.exists(file), "no manifest beside the classes in " + classes.getFileName()
                + ": build the bundle before its tests run");
        try (InputStream in = Files.newInputStream(file)) {
            return new Manifest(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
