package org.daicho.access.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.daicho.access.internal.directory.Account;

/**
 * Remembers for 5 minutes which password was checked, as a script sends it with every request and Argon2id is slow on
 * purpose. Only an HMAC under a key that never leaves the process is kept, bound to the account's version: any change of
 * the account ends it. Safe for use by many threads; holds at most 1,000 accounts.
 */
final class Remembered {

    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;
    private final Map<String, Login> logins = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Login> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Clock clock) {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
        this.clock = clock;
    }

    private record Login(int version, byte[] mac, Instant until) {
    }

    boolean holds(Account account, String password) {
        byte[] mac = mac(account, password);
        Login login;
        synchronized (logins) {
            login = logins.get(account.id());
        }
        return login != null && login.version() == account.version() && clock.instant().isBefore(login.until())
                && MessageDigest.isEqual(login.mac(), mac);
    }

    void add(Account account, String password) {
        Login login = new Login(account.version(), mac(account, password), clock.instant().plus(SPAN));
        synchronized (logins) {
            logins.put(account.id(), login);
        }
    }

    private byte[] mac(Account account, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((account.id() + '\0').getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(Passwords.normalised(password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
