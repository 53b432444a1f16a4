package org.daicho.access.internal.login;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.daicho.access.internal.TestClock;
import org.daicho.access.internal.directory.Account;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final TestClock clock = new TestClock("2026-11-23T00:00:00Z");
    private final Remembered remembered = new Remembered(clock);

    private static Account account(String id, int version) {
        return new Account(id, version, "tanaka", "person", "田中", false, "hash", false);
    }

    @Test
    void aCheckedPasswordHoldsForFiveMinutes() {
        remembered.add(account("a", 1), "password");
        clock.pass(Duration.ofSeconds(299));
        assertTrue(remembered.holds(account("a", 1), "password"));
        clock.pass(Duration.ofSeconds(1));
        assertFalse(remembered.holds(account("a", 1), "password"));
    }

    @Test
    void anotherPasswordOrAccountDoesNotHold() {
        remembered.add(account("a", 1), "password");
        assertFalse(remembered.holds(account("a", 1), "passwore"));
        assertFalse(remembered.holds(account("b", 1), "password"));
    }

    @Test
    void anyChangeOfTheAccountEndsIt() {
        remembered.add(account("a", 1), "password");
        assertFalse(remembered.holds(account("a", 2), "password"));
    }
}
