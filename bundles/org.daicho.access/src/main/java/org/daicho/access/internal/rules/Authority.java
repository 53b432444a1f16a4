package org.daicho.access.internal.rules;

import java.util.List;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * Who may write the ledgers of access. REST refuses before; this holds whatever way a write takes.
 */
final class Authority {

    private Authority() {
    }

    /** Lets operators pass, and the system itself. */
    static List<Violation> operator(Change change) {
        return isOperator(change) ? List.of() : refused();
    }

    static boolean isOperator(Change change) {
        Caller caller = change.caller();
        boolean operator = caller.grants().stream()
                .anyMatch(g -> g.role() == Role.OPERATOR && g.activeOn(change.today()));
        return operator || isSystem(caller);
    }

    private static boolean isSystem(Caller caller) {
        return caller.person().isSameAs(AccessLedgers.SYSTEM.person());
    }

    static List<Violation> refused() {
        return List.of(new Violation(null, null, Messages.text("forbidden.operator")));
    }
}
