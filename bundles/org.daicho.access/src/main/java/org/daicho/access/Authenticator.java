package org.daicho.access;

import java.util.Optional;

import org.daicho.ledger.value.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells who sends a request, for servlets that the JAX-RS guard does not reach. Safe for use by many threads; a first
 * check of a password takes some 100 ms.
 */
@ProviderType
public interface Authenticator {

    /** The challenge of a 401 answer ({@code WWW-Authenticate}, RFC 7617). */
    String CHALLENGE = "Basic realm=\"Daicho\", charset=\"UTF-8\"";

    /**
     * Checks credentials.
     *
     * @param authorizationHeader the request's {@code Authorization} header ({@code Basic} or {@code Bearer}), or
     *                            {@code null}
     * @param remoteAddress       the address that the request came from, or {@code null}; used only to slow down guessing
     * @return the caller; empty where the header is absent or does not hold
     * @throws LoginThrottledException            where too many logins failed before; the password was not looked at
     * @throws org.daicho.ledger.LedgerException {@code FORBIDDEN} where the account has to change its password first,
     *                                            {@code UNAVAILABLE} where too many passwords are being checked
     */
    Optional<Caller> authenticate(String authorizationHeader, String remoteAddress);
}
