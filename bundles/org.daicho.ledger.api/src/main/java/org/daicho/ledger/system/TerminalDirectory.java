package org.daicho.ledger.system;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows whether the council has registered terminals (8-2(13)①). Access registers it; called by many threads, answers from
 * memory. Where it is absent no terminal is asked for.
 */
@ConsumerType
public interface TerminalDirectory {

    /** Tells whether entries of ledgers that ask for it are written from a registered terminal only. */
    boolean isRequired();
}
