package org.daicho.access.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.LedgerException;
import org.osgi.service.component.annotations.Component;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106). The cost is the one that the OWASP Password Storage Cheat Sheet
 * gives as its minimum: 19 MiB of memory, 2 passes, 1 lane. Hashes are kept as PHC strings, so an older one still
 * verifies when the cost is raised. Passwords are normalised to NFKC first (NIST SP 800-63B, 5.1.1.2).
 * <p>
 * Safe for use by many threads; no more run at once than the machine has processors, the others wait.
 */
@Component(service = Passwords.class)
public final class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** Nothing that this bundle wrote costs more; a larger figure would be a forged hash that stalls the login. */
    private static final int MOST_MEMORY_KIB = 1 << 20;
    private static final int MOST_PASSES = 16;
    private static final long WAIT_SECONDS = 10;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places;
    private final String dummy;

    /** Makes a hasher that uses as many processors as there are. */
    public Passwords() {
        places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
        // The hash of no password that anybody has; not worth the time that hashing one would add to every start.
        dummy = phc(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));
    }

    /**
     * Hashes a password with a new salt.
     *
     * @param password the password
     * @return the hash as a PHC string
     */
    public String hash(String password) {
        byte[] salt = randomBytes(SALT_BYTES);
        return phc(salt, withPlace(() -> argon2(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES)));
    }

    private static String phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /**
     * Checks a password, within a place among those that run at once.
     *
     * @param password the password
     * @param hash     a PHC string, or {@code null} where there is no such account: then it takes as long and fails
     * @param before   runs once the place is had; what it throws ends the check
     * @return whether the password is the one that was hashed
     * @throws LedgerException {@code UNAVAILABLE} where no place came free within 10 seconds
     */
    public boolean verify(String password, String hash, Runnable before) {
        Matcher phc = PHC.matcher(hash == null ? dummy : hash);
        if (!phc.matches()) {
            throw new IllegalStateException("A stored password hash is not in the form this version knows");
        }
        int memory = Math.min(Integer.parseInt(phc.group(1)), MOST_MEMORY_KIB);
        int passes = Math.min(Integer.parseInt(phc.group(2)), MOST_PASSES);
        int lanes = Integer.parseInt(phc.group(3));
        byte[] salt = Base64.getDecoder().decode(phc.group(4));
        byte[] expected = Base64.getDecoder().decode(phc.group(5));
        byte[] actual = withPlace(() -> {
            before.run();
            return argon2(password, salt, memory, passes, lanes, expected.length);
        });
        return MessageDigest.isEqual(expected, actual) && hash != null;
    }

    private static byte[] argon2(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memory).withIterations(passes)
                .withParallelism(lanes).withSalt(salt).build());
        byte[] hash = new byte[length];
        generator.generateBytes(normalised(password).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T withPlace(Supplier<T> work) {
        boolean had = false;
        try {
            had = places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (had) {
                return work.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (had) {
                places.release();
            }
        }
        throw Messages.refused(LedgerException.Kind.UNAVAILABLE, "login.busy");
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
