package org.daicho.ledger.engine.verify;

import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.value.Text;

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
