package org.daicho.access.internal.login;

import org.daicho.ledger.value.Caller;

/**
 * Credentials that held.
 *
 * @param caller     the caller behind them
 * @param scheme     {@code BASIC}, {@code BEARER} or {@code SESSION}
 * @param mustChange whether the account's password has to be changed before anything else
 */
public record Login(Caller caller, String scheme, boolean mustChange) {

    /** The scheme of a login by password. */
    public static final String BASIC = "BASIC";

    /** The scheme of a login by token. */
    public static final String BEARER = "BEARER";

    /** The scheme of a login by the session of a browser. */
    public static final String SESSION = "SESSION";

    /** Returns the same login, from a registered terminal. */
    Login at(String terminal) {
        return new Login(new Caller(caller.account(), caller.person(), caller.grants(), terminal, caller.locked(),
                caller.module()), scheme, mustChange);
    }
}
