package org.daicho.access.internal.rest;

import java.time.LocalDate;

import javax.ws.rs.core.SecurityContext;

import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Role;

/**
 * Tells what the caller of a request may do in access.
 */
final class Callers {

    private Callers() {
    }

    static Caller of(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }

    static Caller operator(SecurityContext security) {
        Caller caller = of(security);
        if (!isOperator(caller)) {
            throw Messages.refused(LedgerException.Kind.FORBIDDEN, "forbidden.operator");
        }
        return caller;
    }

    static boolean isOperator(Caller caller) {
        return holds(caller, Role.OPERATOR);
    }

    /** Lets pass who may see the list of accounts: operators, the manager, and a deputy whose instruction reaches it. */
    static void reader(SecurityContext security) {
        Caller caller = of(security);
        if (!isOperator(caller) && !holds(caller, Role.MANAGER) && !holds(caller, Role.DEPUTY)) {
            throw Messages.refused(LedgerException.Kind.FORBIDDEN, "forbidden.reader");
        }
    }

    static boolean isSelf(Caller caller, String account) {
        return Account.key(caller.account()).equals(Account.key(account));
    }

    private static boolean holds(Caller caller, Role role) {
        LocalDate today = LocalDate.now(Days.TOKYO);
        return caller.grants().stream()
                .anyMatch(g -> g.role() == role && g.activeOn(today) && g.covers(AccessLedgers.ACCOUNTS));
    }
}
