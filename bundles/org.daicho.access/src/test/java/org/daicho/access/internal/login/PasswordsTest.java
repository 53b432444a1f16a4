package org.daicho.access.internal.login;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("4-2(2): passwords are kept as hashes only")
class PasswordsTest {

    /** From the test suite of the reference implementation (phc-winner-argon2, src/test.c). */
    private static final String REFERENCE = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private static final Runnable NOTHING = () -> {};

    private final Passwords passwords = new Passwords();

    @Test
    void aHashOfTheReferenceImplementationVerifies() {
        assertTrue(passwords.verify("password", REFERENCE, NOTHING));
        assertFalse(passwords.verify("passwore", REFERENCE, NOTHING));
    }

    @Test
    void aHashVerifiesItsOwnPasswordOnly() {
        String hash = passwords.hash("朝の書庫を開ける");
        assertTrue(passwords.verify("朝の書庫を開ける", hash, NOTHING));
        assertFalse(passwords.verify("朝の書庫を閉める", hash, NOTHING));
    }

    @Test
    void oneWayOfTypingIsAsGoodAsAnother() {
        String hash = passwords.hash("ｶﾞｷﾞｸﾞｹﾞｺﾞ１２");
        assertTrue(passwords.verify("ガギグゲゴ12", hash, NOTHING));
    }

    @Test
    void aHashStatesItsCostAndHasItsOwnSalt() {
        String one = passwords.hash("same password");
        assertTrue(one.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), one);
        assertNotEquals(one, passwords.hash("same password"));
    }

    @Test
    void withoutAnAccountNoPasswordIsRight() {
        assertFalse(passwords.verify("anything at all", null, NOTHING));
    }

    @Test
    void whatRunsBeforeTheCheckCanEndIt() {
        assertThrows(IllegalStateException.class, () -> passwords.verify("password", REFERENCE, () -> {
            throw new IllegalStateException();
        }));
        assertTrue(passwords.verify("password", REFERENCE, NOTHING), "the place was given back");
    }

    @Test
    void aHashOfAnotherKindIsNotTakenForAWrongPassword() {
        assertThrows(IllegalStateException.class, () -> passwords.verify("password", "$2b$10$abc", NOTHING));
    }
}
