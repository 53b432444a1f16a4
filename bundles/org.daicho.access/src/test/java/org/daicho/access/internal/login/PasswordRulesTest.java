package org.daicho.access.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    @Test
    void eightCharactersOfAnyKindWillDo() {
        assertEquals(Optional.empty(), PasswordRules.wrong("aaaaaaaa", "tanaka"));
        assertEquals(Optional.empty(), PasswordRules.wrong("杉並区荻窪一丁目", "tanaka"));
        assertEquals(Optional.empty(), PasswordRules.wrong("𠮷".repeat(8), "tanaka"));
    }

    @Test
    void sevenAreTooFewAlsoWhenTheyTakeMoreCodeUnits() {
        assertSays("8", PasswordRules.wrong("aaaaaaa", "tanaka"));
        assertSays("8", PasswordRules.wrong("𠮷".repeat(7), "tanaka"));
        assertSays("8", PasswordRules.wrong("ｶﾞｷﾞｸﾞｹﾞ", "tanaka"));
    }

    @Test
    void moreThanATextCanBeAreTooMany() {
        assertEquals(Optional.empty(), PasswordRules.wrong("a".repeat(1024), "tanaka"));
        assertSays("1,024", PasswordRules.wrong("a".repeat(1025), "tanaka"));
    }

    @Test
    void aPasswordThatBasicCannotCarryIsRefused() {
        assertSays("control", PasswordRules.wrong("line one\nline two", "tanaka"));
    }

    @Test
    void theAccountsOwnNameIsNoPassword() {
        assertSays("account name", PasswordRules.wrong("Tanaka.Hanako", "tanaka.hanako"));
    }

    private static void assertSays(String part, Optional<Text> text) {
        assertTrue(text.orElseThrow().en().contains(part), text.toString());
    }
}
