package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.daicho.ledger.rules.Definitions;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    @Test
    void definitionsComeInTheOrderThatIsAskedFor() {
        assertEquals(List.of("{\"id\": \"test.words\"}\n", "{\"id\": \"test.words\"}\n"),
                Definitions.of(DefinitionsTest.class, "words", "words"));
    }

    @Test
    void aMissingFileIsNamed() {
        assertEquals(DefinitionsTest.class.getName() + " has no /definitions/none.json",
                assertThrows(IllegalArgumentException.class, () -> Definitions.of(DefinitionsTest.class, "none"))
                        .getMessage());
    }
}
