package org.daicho.access.internal;

import java.util.ArrayList;
import java.util.List;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.access.internal.rules.AccountRules;
import org.daicho.access.internal.rules.GrantRules;
import org.daicho.access.internal.rules.TerminalRules;
import org.daicho.ledger.spi.Definitions;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;

/**
 * The ledgers in which access keeps its own state, so that grants and resets are in the log and one backup holds all.
 */
final class AccessModule implements LedgerModule {

    private static final List<String> LEDGERS = List.of("access.persons", "access.accounts", "access.grants",
            "access.tokens", "access.terminals", "access.events");

    @Override
    public List<String> definitions() {
        return LEDGERS.stream().map(ledger -> Definitions.of(AccessModule.class, ledger)).toList();
    }

    @Override
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(AccountRules.all());
        rules.addAll(GrantRules.all());
        rules.addAll(TerminalRules.all());
        return rules;
    }

    @Override
    public List<DutySource> duties() {
        return List.of(new DutySource(LeavingAccounts.CLAUSE, AccessLedgers.ACCOUNTS, LeavingAccounts::duties),
                TerminalRules.duties(), FailedLogins.duties());
    }

    /** Who leaves must not keep an account that can be used (2-4). */
    @Override
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        return view.find(AccessLedgers.ACCOUNTS, "person", leaving.id()).stream()
                .filter(e -> e.state().equals("active"))
                .map(e -> new OpenItem(AccessLedgers.ACCOUNTS, e.id(),
                        Messages.text("open.account", e.fields().text("name"))))
                .toList();
    }
}
