package org.daicho.access;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tokens for the commands that talk to a running system from its own machine. They are kept in memory only and end with
 * the process. Safe for use by many threads.
 */
@ProviderType
public interface OperatorTokens {

    /**
     * Makes a token of the system itself, with the role {@code operator}.
     *
     * @return a new token for {@code Authorization: Bearer}; the caller keeps it from other users of the machine
     */
    String mint();

    /**
     * Takes a token back.
     *
     * @param token a token that {@link #mint()} returned; another one changes nothing
     */
    void revoke(String token);
}
