package org.daicho.access.internal.message;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    @Test
    void everySentenceIsThereInBothLanguages() throws IOException {
        assertEquals(bundle("messages.properties").keySet(), bundle("messages_en.properties").keySet());
    }

    @Test
    void everySentenceIsAPatternThatTakesItsArguments() throws IOException {
        assertAll(bundle("messages.properties").stringPropertyNames().stream().map(key -> () -> {
            Text text = Messages.text(key, "あ", "い", "う");
            assertFalse(text.ja().contains("{"), key);
            assertFalse(text.en().contains("{"), key);
            assertTrue(text.en().chars().noneMatch(c -> c >= 0x3000 && "あいう".indexOf(c) < 0), key);
        }));
    }
}
