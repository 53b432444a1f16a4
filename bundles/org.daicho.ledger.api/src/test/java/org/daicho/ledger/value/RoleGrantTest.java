package org.daicho.ledger.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleGrantTest {

    @ParameterizedTest(name = "1-3 from {0} to {1}, on {2}: {3}")
    @CsvSource({"2026-04-01, 2026-11-30, 2026-03-31, false", "2026-04-01, 2026-11-30, 2026-04-01, true",
            "2026-04-01, 2026-11-30, 2026-11-30, true", "2026-04-01, 2026-11-30, 2026-12-01, false",
            ", 2026-11-30, 1900-01-01, true", "2026-04-01, , 9999-12-31, true", ", , 2026-11-23, true"})
    void itHoldsFromItsFirstToItsLastDay(LocalDate from, LocalDate to, LocalDate day, boolean active) {
        assertEquals(active, new RoleGrant(Role.DEPUTY, from, to, Set.of()).activeOn(day));
    }

    @ParameterizedTest(name = "1-3 {0} reaches {1}: {2}")
    @CsvSource({"media, media.takeouts, true", "media.takeouts, media.takeouts, true",
            "media.takeouts, media.disposals, false", "media, mediation.cases, false", "med, media.takeouts, false",
            "media.takeouts, media, false", ", media.takeouts, true"})
    void itReachesALedgerByItsIdOrItsModules(String scope, String ledger, boolean covered) {
        Set<String> named = scope == null ? Set.of() : Set.of(scope);
        assertEquals(covered, new RoleGrant(Role.DEPUTY, null, null, named).covers(ledger));
    }
}
