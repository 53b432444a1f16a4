package org.daicho.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class DefinitionsTest {

    @Test
    void theDefinitionsOfAModuleAreReadInTheOrderAsked() {
        assertEquals(List.of("{\"values\": [\"紙\"]}\n"), Definitions.of(DefinitionsTest.class, "test.words"));
    }

    @Test
    void aDefinitionThatTheModuleLacksIsNamed() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> Definitions.of(DefinitionsTest.class, "test.nowhere")).getMessage();
        assertTrue(message.contains("test.nowhere") && message.contains(DefinitionsTest.class.getName()), message);
    }
}
