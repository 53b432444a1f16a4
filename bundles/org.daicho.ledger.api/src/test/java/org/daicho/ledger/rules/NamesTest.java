package org.daicho.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void widthAndSpacesMakeNoDifference() {
        assertTrue(Names.areSame("ＵＳＢ メモリ　３", "USBﾒﾓﾘ3"));
        assertFalse(Names.areSame("USBメモリ3", "USBメモリ4"));
        assertEquals("", Names.key(null));
    }
}
