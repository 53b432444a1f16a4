package org.daicho.access.internal;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import org.daicho.access.internal.book.AccountBook;
import org.daicho.access.internal.book.GrantBook;
import org.daicho.access.internal.book.PersonBook;
import org.daicho.access.internal.book.Wish;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.login.PasswordRules;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * Makes the first account, {@code admin} with the role {@code operator}. A start that was cut short before the password
 * was set is taken up again; once any account has a password, or there is another account, nothing is made.
 */
final class FirstStart {

    private static final String ADMIN = "admin";
    /** Without the letters and digits that are taken for one another in print. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    /** 20 letters out of 56: 116 bits. */
    private static final int LENGTH = 20;

    private final AccountDirectory directory;
    private final PersonBook persons;
    private final AccountBook accounts;
    private final GrantBook grants;

    FirstStart(AccountDirectory directory, PersonBook persons, AccountBook accounts, GrantBook grants) {
        this.directory = directory;
        this.persons = persons;
        this.accounts = accounts;
        this.grants = grants;
    }

    /**
     * Makes the account where it is missing.
     *
     * @param given the password to give it, or {@code null} or empty to make one up
     * @param out   where a made-up password is told, once
     * @throws RefusedException where the given password will not do
     */
    void run(String given, PrintStream out) {
        List<Account> all = directory.accounts();
        Optional<Account> admin = directory.account(ADMIN);
        boolean unfinished = admin.isPresent() && all.size() == 1 && admin.get().passwordHash() == null;
        if (!all.isEmpty() && !unfinished) {
            return;
        }
        boolean madeUp = given == null || given.isEmpty();
        String password = madeUp ? random() : given;
        Optional<Text> wrong = PasswordRules.wrong(password, ADMIN);
        if (wrong.isPresent()) {
            throw new RefusedException(Messages.text("first.refused", wrong.get().ja(), wrong.get().en()));
        }
        String person = admin.map(Account::personId)
                .orElseGet(() -> persons.register(AccessLedgers.SYSTEM, "システム管理者"));
        grants.set(AccessLedgers.SYSTEM, person, List.of(Wish.of(Role.OPERATOR)));
        String account = admin.map(Account::id)
                .orElseGet(() -> accounts.create(AccessLedgers.SYSTEM, ADMIN, "システム管理者", person));
        accounts.setPassword(AccessLedgers.SYSTEM, account, password, madeUp);
        if (madeUp) {
            Text told = Messages.text("first.password", ADMIN, password);
            out.println(told.ja());
            out.println(told.en());
            out.flush();
        }
    }

    private static String random() {
        StringBuilder password = new StringBuilder();
        new SecureRandom().ints(LENGTH, 0, LETTERS.length()).mapToObj(LETTERS::charAt).forEach(password::append);
        return password.toString();
    }

    /** A first start that can't go on. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(Text text) {
            super(text.ja() + " / " + text.en());
        }
    }
}
