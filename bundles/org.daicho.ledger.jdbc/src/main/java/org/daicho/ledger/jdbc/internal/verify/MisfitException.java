package org.daicho.ledger.jdbc.internal.verify;

import org.daicho.ledger.Text;
import org.daicho.ledger.jdbc.internal.rules.Messages;

/**
 * Something in the stored log does not fit.
 */
final class MisfitException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text finding;

    MisfitException(String key, Object... args) {
        super(key, null, false, false);
        finding = Messages.text(key, args);
    }

    Text finding() {
        return finding;
    }
}
