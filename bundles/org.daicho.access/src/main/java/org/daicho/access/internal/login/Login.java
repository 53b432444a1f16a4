package org.daicho.access.internal.login;

import org.daicho.ledger.Caller;

/**
 * Credentials that held.
 *
 * @param caller     the caller behind them
 * @param scheme     {@code BASIC} or {@code BEARER}
 * @param mustChange whether the account's password has to be changed before anything else
 */
public record Login(Caller caller, String scheme, boolean mustChange) {

    /** The scheme of a login by password. */
    public static final String BASIC = "BASIC";

    /** The scheme of a login by token. */
    public static final String BEARER = "BEARER";

    /** Returns the same login, from a registered terminal. */
    Login at(String terminal) {
        return new Login(new Caller(caller.account(), caller.person(), caller.grants(), terminal, caller.locked(),
                caller.module()), scheme, mustChange);
    }
}
