package org.daicho.access.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.daicho.access.internal.book.PersonBook;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

    private static final Pattern PASSWORD = Pattern.compile("password of the first account \"admin\" is (\\w{20}) ");

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;

    @BeforeEach
    void make() {
        council = TestCouncil.closed(keys);
    }

    private Account admin() {
        return council.directory().account("admin").orElseThrow();
    }

    private boolean opens(String password) {
        return TestCouncil.PASSWORDS.verify(password, admin().passwordHash(), () -> {});
    }

    @Test
    void theFirstStartMakesAnOperatorWithTheGivenPassword() throws Exception {
        council.start("correct horse battery");
        assertTrue(opens("correct horse battery"));
        assertFalse(admin().mustChange());
        assertEquals(List.of("operator active"), council.roles("admin"));
        assertEquals("", council.printed());
    }

    @Test
    void withoutOneAPasswordIsMadeUpToldOnceAndMustBeChanged() throws Exception {
        council.start(null);
        Matcher told = PASSWORD.matcher(council.printed());
        assertTrue(told.find(), council.printed());
        assertTrue(opens(told.group(1)));
        assertTrue(admin().mustChange());
        String before = council.printed();
        council.restart(null);
        assertEquals(before, council.printed());
    }

    @Test
    void onceThereIsAnAccountTheVariableChangesNothing() throws Exception {
        council.start("correct horse battery");
        council.restart("another password");
        assertTrue(opens("correct horse battery"));
        assertEquals(1, council.directory().accounts().size());
    }

    @Test
    void aPasswordThatIsTooShortIsRefusedInOneSentenceAndNothingIsMade() throws Exception {
        var refused = assertThrows(FirstStart.RefusedException.class, () -> council.start("short"));
        assertTrue(refused.getMessage().contains("DAICHO_ADMIN_PASSWORD"), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"));
        assertFalse(refused.getMessage().contains("short"), "the password itself is not told");
        council.restart("long enough now");
        assertEquals(1, council.directory().persons().size());
        assertTrue(opens("long enough now"));
    }

    @Test
    void aFirstStartThatWasCutShortIsTakenUpAgain() throws Exception {
        council.openLedger();
        var ledger = council.ledger();
        var module = new AccessModule();
        // What a start leaves that dies before it has set the password.
        try (var left = council.withModule(module)) {
            String person = new PersonBook(ledger).register(AccessLedgers.SYSTEM, "システム管理者");
            left.know(person, "システム管理者");
            ledger.enter(AccessLedgers.SYSTEM, AccessLedgers.ACCOUNTS, TestCouncil.submission(
                    Map.of("name", "admin", "key", "admin", "displayName", "システム管理者", "person", person)));
        }
        council.start("long enough now");
        assertTrue(opens("long enough now"));
        assertEquals(1, council.directory().persons().size());
        assertEquals(List.of("operator active"), council.roles("admin"));
    }
}
