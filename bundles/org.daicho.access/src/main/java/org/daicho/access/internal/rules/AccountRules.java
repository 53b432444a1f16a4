package org.daicho.access.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * The rules about accounts and tokens. That only persons who belong to the council act (1-2(1)) rests on every account
 * being one person's.
 */
public final class AccountRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final String CLAUSE = "1-2(1)";

    private AccountRules() {
    }

    /** Returns the rules of persons, accounts, tokens and events. */
    public static List<Rule> all() {
        return List.of(new Rule(CLAUSE, AccessLedgers.PERSONS, Set.of(), Newcomers::authority),
                new Rule(CLAUSE, AccessLedgers.PERSONS, Set.of("enter"), Newcomers::namesakes),
                new Rule(CLAUSE, AccessLedgers.EVENTS, Set.of("enter"), (change, view) -> Authority.operator(change)),
                new Rule(CLAUSE, AccessLedgers.ACCOUNTS, Set.of("enter", "correct"), AccountRules::name),
                new Rule(CLAUSE, AccessLedgers.ACCOUNTS, Set.of(), AccountRules::authority),
                new Rule(CLAUSE, AccessLedgers.TOKENS, Set.of(), AccountRules::token));
    }

    /**
     * Checks the form of an account's name.
     *
     * @param name the name
     * @return what is wrong with it
     */
    public static List<Violation> name(String name) {
        if (!NAME.matcher(name).matches()) {
            return wrong("account.name");
        }
        return AccessLedgers.RESERVED.contains(Account.key(name)) ? wrong("account.reserved", name) : List.of();
    }

    private static List<Violation> name(Change change, LedgerView view) {
        String name = change.fields().text("name");
        String key = change.fields().text("key");
        if (name == null || key == null) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(name(name));
        if (!key.equals(Account.key(name)) || change.before() != null
                && !key.equals(change.before().fields().text("key"))) {
            violations.addAll(wrong("account.renamed"));
        }
        String own = change.before() == null ? null : change.before().id();
        boolean taken = view.find(AccessLedgers.ACCOUNTS, "key", key).stream().anyMatch(e -> !e.id().equals(own));
        // A person is found by account name or id, so a name must not be another person's id.
        if (taken || view.entry(AccessLedgers.PERSONS, name).isPresent()) {
            violations.add(taken(name));
        }
        return violations;
    }

    /** Returns how the ledger refuses a name that another account has. */
    public static Violation taken(String name) {
        return new Violation("name", null, Messages.text("account.taken", name));
    }

    private static List<Violation> authority(Change change, LedgerView view) {
        boolean own = change.action().equals("set-password")
                && change.fields().person("person").isSameAs(change.caller().person());
        return own ? List.of() : Authority.operator(change);
    }

    private static List<Violation> token(Change change, LedgerView view) {
        String account = change.fields().text("account");
        if (account == null) {
            return List.of();
        }
        List<Entry> accounts = view.find(AccessLedgers.ACCOUNTS, "key", Account.key(account));
        if (accounts.isEmpty()) {
            return List.of(new Violation("account", null, Messages.text("account.unknown", account)));
        }
        boolean own = accounts.get(0).fields().person("person").isSameAs(change.caller().person());
        return own ? List.of() : Authority.operator(change);
    }

    private static List<Violation> wrong(String key, Object... args) {
        return List.of(new Violation("name", null, Messages.text(key, args)));
    }
}
