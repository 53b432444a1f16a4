package org.daicho.access.internal.login;

import java.util.Optional;

import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.value.Text;

/**
 * What a password must be: at least 8 characters and nothing about their kinds (NIST SP 800-63B, 5.1.1.2), at most 1024,
 * no control characters (RFC 7617 can't carry them), and not the account's own name.
 */
public final class PasswordRules {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 1024;

    private PasswordRules() {
    }

    /**
     * Tells what is wrong with a password.
     *
     * @param password the password
     * @param account  the name of its account
     * @return a sentence, or empty where it will do
     */
    public static Optional<Text> wrong(String password, String account) {
        String normal = Passwords.normalised(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            return Optional.of(Messages.text("password.short", SHORTEST));
        }
        if (length > LONGEST) {
            return Optional.of(Messages.text("password.long", LONGEST));
        }
        if (normal.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            return Optional.of(Messages.text("password.control"));
        }
        return normal.equalsIgnoreCase(account) ? Optional.of(Messages.text("password.name")) : Optional.empty();
    }
}
