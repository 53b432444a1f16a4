package org.daicho.ledger.engine.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.DefinitionReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A definition follows another")
class EvolutionTest {

    private final String first = read();

    @Test
    @DisplayName("where it adds and retires columns, and counts up")
    void follows() {
        assertNull(obstacle("\"name\": \"note\",", "\"name\": \"note\", \"retired\": true,"));
        assertNull(obstacle("{\"name\": \"note\",", "{\"name\": \"more\", \"label\": {\"ja\": \"他\", \"en\": \"More\"},"
                + " \"type\": \"date\"}, {\"name\": \"note\","));
        assertEquals("revision 1 does not count up from 1",
                parse(first).obstacleTo(parse(first)));
    }

    @Test
    @DisplayName("but not where it takes away a column or a state that entries have")
    void takesAway() {
        assertEquals("column note was removed or retyped; retire it instead",
                obstacle("\"name\": \"note\"", "\"name\": \"remark\""));
        assertEquals("column copies was removed or retyped; retire it instead",
                obstacle("\"en\": \"Copies\"}, \"type\": \"integer\"", "\"en\": \"Copies\"}, \"type\": \"text\""));
        assertEquals("state returned was removed, and entries may be in it", obstacle("\"returned\"", "\"back\""));
    }

    @Test
    @DisplayName("and not where it would show what was secret")
    void secret() {
        assertEquals("column token was secret, and what it holds has to stay so",
                obstacle("\"secret\": true", "\"secret\": false"));
    }

    private String obstacle(String before, String after) {
        String second = first.replace("\"revision\": 1", "\"revision\": 2").replace(before, after);
        return parse(first).obstacleTo(parse(second));
    }

    private static Definition parse(String json) {
        return DefinitionReader.read(Json.object(json));
    }

    private static String read() {
        try (InputStream in = EvolutionTest.class
                .getResourceAsStream("/org/daicho/ledger/engine/testing/test.loans.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
