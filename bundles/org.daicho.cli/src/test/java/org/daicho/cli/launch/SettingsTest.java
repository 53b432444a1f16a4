package org.daicho.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String CONF = "{ \"org.apache.felix.http\": { \"org.osgi.service.http.port:Integer\": 9000 } }";

    @TempDir
    Path root;

    @BeforeEach
    void folder() throws IOException {
        Folders.distribution(root);
    }

    @Test
    void thePortComesFromDefaultThenFilesThenEnvironmentThenCommandLine() throws IOException {
        assertEquals(8181, read(Map.of(), null, null).port());
        Folders.conf(root, "http.json", CONF);
        assertEquals(9000, read(Map.of(), null, null).port());
        assertEquals(9001, read(Map.of("DAICHO_PORT", "9001"), null, null).port());
        assertEquals(0, read(Map.of("DAICHO_PORT", "9001"), 0, null).port());
    }

    @Test
    void theDataFolderLiesBesideTheScriptUnlessNamed() {
        assertEquals(root.resolve("data"), read(Map.of(), null, null).data());
        assertEquals(root.resolve("e"), read(Map.of("DAICHO_DATA", root.resolve("e").toString()), null, null).data());
        assertEquals(root.resolve("o"),
                read(Map.of("DAICHO_DATA", root.resolve("e").toString()), null, root.resolve("o")).data());
    }

    @Test
    void theKeysLieInTheDataFolderUnlessTheEnvironmentSaysElse() {
        assertEquals(root.resolve("o/keys"), read(Map.of(), null, root.resolve("o")).keys());
        assertEquals(root.resolve("k"), read(Map.of("DAICHO_KEYS", root.resolve("k").toString()), null, null).keys());
    }

    @Test
    void itListensOnLoopbackUnlessAFileSaysElse() throws IOException {
        assertEquals("127.0.0.1", read(Map.of(), null, null).host());
        Folders.conf(root, "http.json",
                "{ \"org.apache.felix.http\": { \"org.apache.felix.http.host\": \"0.0.0.0\" } }");
        assertEquals("0.0.0.0", read(Map.of(), null, null).host());
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        for (String wrong : new String[]{"http", "-1", "65536"}) {
            Refusal refusal = assertThrows(Refusal.class, () -> read(Map.of("DAICHO_PORT", wrong), null, null));
            assertTrue(refusal.getMessage().contains(wrong));
        }
    }

    @Test
    void noBundleSeesTheFirstPassword() throws IOException {
        Settings settings = read(Map.of("DAICHO_ADMIN_PASSWORD", "a-secret"), null, root.resolve("o"));
        try (DataFolder data = DataFolder.hold(settings.data())) {
            Map<String, ?> properties = FrameworkProperties.of(settings, data);
            assertTrue(properties.values().stream().noneMatch(value -> value.toString().contains("a-secret")));
            assertEquals(settings.data().toString(), properties.get("daicho.data"));
            assertEquals("8181", properties.get(Settings.PORT_KEY));
        }
    }

    private Settings read(Map<String, String> environment, Integer port, Path data) {
        return Settings.read(Distribution.at(root), root, environment, port, data);
    }
}
