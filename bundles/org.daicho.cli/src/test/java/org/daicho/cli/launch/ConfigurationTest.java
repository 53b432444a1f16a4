package org.daicho.cli.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path root;

    @BeforeEach
    void folder() throws IOException {
        Folders.distribution(root);
    }

    @Test
    void aLaterFileReplacesSingleKeysWhateverTheirType() throws IOException {
        Folders.conf(root, "a.json", "{ \"pid\": { \"port:Integer\": 1, \"host\": \"a\" } } // a comment");
        Folders.conf(root, "b.json", "{ \"pid\": { \"port\": \"2\" } }");
        Configuration configuration = read();
        assertEquals(Map.of("port", "2", "host", "a"), configuration.properties("pid"));
        assertFalse(configuration.toJson().contains("port:Integer"));
    }

    @Test
    void arraysBecomeListsWithCommas() throws IOException {
        Folders.conf(root, "a.json", "{ \"pid\": { \"names:String[]\": [\"x\", \"y\"] } }");
        assertEquals("x,y", read().text("pid", "names", null));
    }

    @Test
    void theDocumentSaysWhatTheConfiguratorDemandsAndLeavesOutWhatTheFilesSaidOfThemselves() throws IOException {
        Folders.conf(root, "a.json", "{ \":configurator:symbolic-name\": \"mine\", \"pid\": { \"k\": true } }");
        String json = read().toJson();
        assertTrue(json.contains("\":configurator:resource-version\":1"));
        assertTrue(json.contains("\":configurator:version\""));
        assertTrue(json.contains("\"pid\":{\"k\":true}"));
        assertFalse(json.contains("mine"));
    }

    @Test
    void withoutLeavesOutOneConfigurationOnly() throws IOException {
        Folders.conf(root, "a.json", "{ \"one\": { \"k\": 1 }, \"two\": { \"k\": 2 } }");
        Configuration rest = read().without("one");
        assertEquals(Map.of(), rest.properties("one"));
        assertEquals(Map.of("k", "2"), rest.properties("two"));
    }

    @Test
    void aFileThatIsNotJsonIsNamed() throws IOException {
        Folders.conf(root, "broken.json", "{ \"pid\": ");
        assertTrue(assertThrows(Refusal.class, this::read).getMessage().contains("broken.json"));
        Folders.conf(root, "broken.json", "{ \"pid\": 3 }");
        assertTrue(assertThrows(Refusal.class, this::read).getMessage().contains("broken.json"));
    }

    private Configuration read() {
        return Configuration.read(root.resolve("conf"));
    }
}
