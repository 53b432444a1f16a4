package org.daicho.access.internal.login;

import java.time.Duration;
import java.time.Instant;

import org.daicho.access.internal.directory.Account;

/**
 * Someone at a browser, as it stood when it was looked at.
 *
 * @param account      the account's name
 * @param passwordHash the hash of the password that opened it; another one ends it
 * @param csrf         what the pages send with every change, and other sites can't know
 * @param opened       when the password was given
 * @param used         when the last request came
 * @param locked       whether the place was left, so that the password has to be given again (8-2(13)②)
 */
public record Session(String account, String passwordHash, String csrf, Instant opened, Instant used, boolean locked) {

    static Session of(Account account, Instant now) {
        return new Session(account.name(), account.passwordHash(), TokenValues.secret(), now, now, false);
    }

    /** Returns the session after another request; who was away for long enough has to unlock it. */
    Session usedAt(Instant now, Duration lock) {
        return new Session(account, passwordHash, csrf, opened, now, isLocked(now, lock));
    }

    Session locked(boolean now) {
        return new Session(account, passwordHash, csrf, opened, used, now);
    }

    /** Unlocks it, and begins to count anew. */
    Session unlockedAt(Instant now) {
        return new Session(account, passwordHash, csrf, opened, now, false);
    }

    boolean isLocked(Instant now, Duration lock) {
        return locked || !now.isBefore(used.plus(lock));
    }

    boolean isOver(Instant now, Duration idle, Duration longest) {
        return !now.isBefore(used.plus(idle)) || !now.isBefore(opened.plus(longest));
    }

    @Override
    public String toString() {
        return "Session[" + account + "]";
    }
}
