package org.daicho.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.access.internal.rules.AccountRules;
import org.daicho.access.internal.rules.GrantRules;
import org.daicho.access.internal.rules.TerminalRules;
import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;
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
        return Definitions.of(AccessModule.class, LEDGERS);
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

    @Override
    public List<Reliance> reliances() {
        return List.of(new Reliance(AccessLedgers.INVENTORY, Set.of("category"), Set.of("active")),
                new Reliance(AccessLedgers.MEMBERS, Set.of("person", "position", "termFrom", "termTo", "leftOn"),
                        Set.of("active", "left")),
                new Reliance("council.leaving", Set.of("person", "leavingOn"), Set.of()),
                new Reliance(AccessLedgers.INSTRUCTIONS, Set.of("deputy", "instructedBy", "validFrom", "validTo"),
                        Set.of("instructed")),
                new Reliance("mynumber.handlers", Set.of("handler", "designatedOn", "releasedOn"), Set.of()));
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
