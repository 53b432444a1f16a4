package org.daicho.rest.internal.log;

import java.time.LocalDate;
import java.time.ZoneId;

import javax.ws.rs.core.SecurityContext;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Role;
import org.daicho.rest.internal.http.Callers;
import org.daicho.rest.internal.problem.Problem;

/**
 * Lets only operators through.
 */
final class Operator {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private Operator() {
    }

    /** Refuses whoever is no operator today, with a message. */
    static void check(SecurityContext security, String key) {
        LocalDate today = LocalDate.now(TOKYO);
        if (Callers.of(security).grants().stream()
                .noneMatch(grant -> grant.role() == Role.OPERATOR && grant.activeOn(today))) {
            throw new LedgerException(LedgerException.Kind.FORBIDDEN, Problem.text(key));
        }
    }
}
