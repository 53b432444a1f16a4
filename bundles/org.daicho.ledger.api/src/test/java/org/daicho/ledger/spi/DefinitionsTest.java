package org.daicho.ledger.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    @Test
    @DisplayName("3-4 a definition has the words of the one catalogue where it refers to them")
    void aDefinitionIsReadWithTheWordsThatItRefersTo() {
        assertEquals("{\"values\": [\"" + DisposalMethod.WIPED.label() + "\", \"" + MediumKind.OPTICAL.label()
                + "\", \"@other\"]}\n", Definitions.of(DefinitionsTest.class, "test.words"));
    }

    @Test
    void aDefinitionThatTheModuleLacksIsNamed() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> Definitions.of(DefinitionsTest.class, "test.nowhere")).getMessage();
        assertTrue(message.contains("test.nowhere") && message.contains(DefinitionsTest.class.getName()), message);
    }
}
