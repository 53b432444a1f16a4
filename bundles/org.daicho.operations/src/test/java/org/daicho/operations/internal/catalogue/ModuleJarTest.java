package org.daicho.operations.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Text;
import org.daicho.resolver.ModuleJar;
import org.daicho.resolver.ModuleTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

class ModuleJarTest {

    @TempDir
    Path folder;

    @Test
    void aModuleSaysWhatItIsWithoutRunning() throws IOException {
        Path file = Jars.write(folder.resolve("gifts.jar"), Jars.MODULE, Map.of(
                "clauses/gifts.json", "{\"chapter\": 3, \"title\": {\"ja\": \"贈り物\", \"en\": \"Gifts\"}}",
                "definitions/gifts.in.json", "{\"form\": 9, \"title\": {\"ja\": \"入\", \"en\": \"In\"}}",
                "definitions/gifts.out.json", "{\"form\": null, \"title\": {\"ja\": \"出\", \"en\": \"Out\"}}",
                "definitions/broken.json", "{"));
        ModuleJar jar = ModuleJar.read(file).orElseThrow();
        assertEquals("gifts", jar.id());
        assertEquals(new Version(1, 2, 3), jar.version());
        assertEquals("org.example.gifts", jar.symbolicName());
        assertTrue(jar.singleton());
        assertEquals(new ModuleTitle(3, new Text("贈り物", "Gifts"), List.of(9)), jar.title());
    }

    @Test
    void aBundleThatDeclaresNoModuleIsNone() throws IOException {
        Map<String, String> headers = new HashMap<>(Jars.MODULE);
        headers.remove("Provide-Capability");
        assertEquals(Optional.empty(), ModuleJar.read(Jars.write(folder.resolve("library.jar"), headers, Map.of())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 90, 99})
    void aPartOfAJarIsBroken(int percent) throws IOException {
        Path file = Jars.write(folder.resolve("gifts.jar"), Jars.MODULE, Map.of("a", "x".repeat(5000)));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * percent / 100));
        assertRefused(file, "gifts.jar is broken");
    }

    @Test
    void aJarWithOneBitChangedIsBroken() throws IOException {
        Path file = Jars.write(folder.resolve("gifts.jar"), Jars.MODULE, Map.of("a", "0123456789".repeat(50)));
        byte[] bytes = Files.readAllBytes(file);
        // The directory follows the last entry's data and the 16 bytes that describe it.
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        int middle = directory - 24;
        bytes[middle] ^= 1;
        Files.write(file, bytes);
        assertRefused(file, "gifts.jar is broken");
    }

    @Test
    void whatIsNoBundleIsRefusedAsSuch() throws IOException {
        assertRefused(Jars.write(folder.resolve("plain.jar"), Map.of(), Map.of("a", "b")),
                "plain.jar is no OSGi bundle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"daicho.module;daicho.module=gifts;version:Version=x", "daicho.module;a=\"b"})
    void aManifestThatNoFrameworkReadsIsRefused(String capability) throws IOException {
        Map<String, String> headers = new HashMap<>(Jars.MODULE);
        headers.put("Provide-Capability", capability);
        assertRefused(Jars.write(folder.resolve("odd.jar"), headers, Map.of()), "manifest of odd.jar");
    }

    @Test
    void aVersionWithoutATypeIsReadAsWell() throws IOException {
        Map<String, String> headers = new HashMap<>(Jars.MODULE);
        headers.put("Provide-Capability", "daicho.module;daicho.module=gifts;version=2.0");
        Path jar = Jars.write(folder.resolve("gifts.jar"), headers, Map.of());
        assertEquals(new Version(2, 0, 0), ModuleJar.read(jar).orElseThrow().version());
        headers.put("Provide-Capability", "daicho.module;daicho.module=gifts;version=two");
        assertRefused(Jars.write(jar, headers, Map.of()), "version in gifts.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gifts", "../x", "", "1a", "ledgers", "access", "modules"})
    void anIdThatIsNoneOrTheSystemsOwnIsRefused(String id) throws IOException {
        Map<String, String> headers = new HashMap<>(Jars.MODULE);
        headers.put("Provide-Capability", "daicho.module;daicho.module=\"" + id + "\"");
        assertRefused(Jars.write(folder.resolve("odd.jar"), headers, Map.of()), "module id");
    }

    private static void assertRefused(Path file, String sentence) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> ModuleJar.read(file));
        assertEquals(LedgerException.Kind.CONFLICT, refusal.kind());
        assertTrue(refusal.text().en().contains(sentence), refusal.text().en());
        assertTrue(refusal.text().ja().endsWith("。"));
    }
}
