package org.daicho.ledger.engine.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;

import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.operation.LedgerClaims.Claim;
import org.junit.jupiter.api.Test;

/** What is told of the ledgers that modules bring. */
class LedgerClaimsTest {

    private static final long FIRST = 1;

    @OpenCouncil
    private Council council;

    @Test
    void ofTwoThatClaimALedgerBothAreToldWhoHasIt() {
        assertEquals(List.of(new Claim(Loans.LEDGER, FIRST, null)), council.engine.claims().of(FIRST));
        council.engine.add(new Loans(), 0, 7);
        assertEquals(List.of(new Claim(Loans.LEDGER, FIRST, null)), council.engine.claims().of(7));
        Loans higher = new Loans();
        council.engine.add(higher, 5, 9);
        assertEquals(List.of(new Claim(Loans.LEDGER, 9, null)), council.engine.claims().of(FIRST));
        council.engine.remove(higher);
        assertEquals(List.of(), council.engine.claims().of(9));
        assertEquals(List.of(new Claim(Loans.LEDGER, FIRST, null)), council.engine.claims().of(7));
    }

    @Test
    void aLedgerThatIsLeftOutSaysWhyUntilItsModuleGoes() {
        Loans garbled = new Loans() {

            @Override
            public List<String> definitions() {
                return List.of("{\"id\": \"test.other\"}");
            }
        };
        council.engine.add(garbled, 0, 8);
        List<Claim> claims = council.engine.claims().of(8);
        assertEquals(1, claims.size());
        assertNotNull(claims.get(0).obstacle());
        council.engine.remove(garbled);
        assertEquals(List.of(), council.engine.claims().of(8));
    }
}
