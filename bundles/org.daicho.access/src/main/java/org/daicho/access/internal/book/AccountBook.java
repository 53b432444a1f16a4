package org.daicho.access.internal.book;

import java.util.HashMap;
import java.util.Map;

import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.login.Passwords;
import org.daicho.access.internal.message.Messages;
import org.daicho.access.internal.rules.AccountRules;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Caller;

/**
 * Writes the list of accounts. Safe for use by many threads.
 */
public final class AccountBook {

    private final Writer writer;
    private final AccountDirectory directory;
    private final Passwords passwords;

    /** Makes a book over a ledger. */
    public AccountBook(Ledger ledger, AccountDirectory directory, Passwords passwords) {
        this.writer = new Writer(ledger);
        this.directory = directory;
        this.passwords = passwords;
    }

    /**
     * Makes an account; it can't be used before it has a password.
     *
     * @return the account's entry id
     * @throws LedgerException {@code CONFLICT} where the name is taken
     */
    public String create(Caller by, String name, String displayName, String personId) {
        refuseTaken(name);
        try {
            return writer
                    .enter(by, AccessLedgers.ACCOUNTS, Map.of("name", name, "key", Account.key(name), "displayName",
                            displayName, "person", personId))
                    .id();
        } catch (LedgerException e) {
            if (e.violations().stream().anyMatch(v -> v.message().equals(AccountRules.taken(name).message()))) {
                // Another caller took the name meanwhile.
                throw Messages.refused(LedgerException.Kind.CONFLICT, "account.taken", name);
            }
            throw e;
        }
    }

    private void refuseTaken(String name) {
        if (directory.account(name).isPresent()) {
            throw Messages.refused(LedgerException.Kind.CONFLICT, "account.taken", name);
        }
    }

    /**
     * Changes what an account shows and whose it is.
     *
     * @param displayName the new name, or {@code null} to keep it
     * @param personId    the new person, or {@code null} to keep them
     */
    public void change(Caller by, Account account, String displayName, String personId) {
        Map<String, Object> changes = new HashMap<>();
        if (displayName != null && !displayName.equals(account.displayName())) {
            changes.put("displayName", displayName);
        }
        if (personId != null && !personId.equals(account.personId())) {
            changes.put("person", personId);
        }
        if (!changes.isEmpty()) {
            writer.correct(by, AccessLedgers.ACCOUNTS, account.id(), changes, "アカウントの変更");
        }
    }

    /** Stops an account, or lets it go on. */
    public void disable(Caller by, Account account, boolean disabled) {
        if (account.disabled() != disabled) {
            writer.act(by, AccessLedgers.ACCOUNTS, account.id(), disabled ? "disable" : "enable", Map.of());
        }
    }

    /**
     * Sets a password that was found good enough. Where someone else than the account's person does it for an account
     * that had one, that reset gets an entry of its own on the month's sheet.
     *
     * @param mustChange whether it has to be changed at the next login
     */
    public void setPassword(Caller by, String accountId, String password, boolean mustChange) {
        Map<String, Object> fields = Map.of("passwordHash", passwords.hash(password), "mustChange", mustChange);
        Account before = directory.accounts().stream().filter(a -> a.id().equals(accountId)).findFirst().orElse(null);
        writer.act(by, AccessLedgers.ACCOUNTS, accountId, "set-password", fields);
        if (before != null && before.passwordHash() != null && !before.personId().equals(by.person().id())) {
            writer.enter(by, AccessLedgers.EVENTS, Map.of("kind", "パスワードの再設定", "account", before.name()));
        }
    }
}
