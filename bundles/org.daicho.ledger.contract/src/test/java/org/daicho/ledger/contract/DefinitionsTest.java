package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.daicho.ledger.spi.Definitions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    @Test
    @DisplayName("3-4 a definition names what it offers, and the catalogue has the words")
    void wordsAreFilledIn() {
        assertEquals("[\"データの削除\", \"物理的消去（磁気消去）\", \"光ディスク（CD・DVD等）\", \"返却・移管\"]\n",
                Definitions.of(DefinitionsTest.class, "words"));
    }

    @Test
    void aMissingFileIsNamed() {
        assertEquals(DefinitionsTest.class.getName() + " has no /definitions/none.json",
                assertThrows(IllegalArgumentException.class, () -> Definitions.of(DefinitionsTest.class, "none"))
                        .getMessage());
    }
}
