package org.daicho.access.internal.directory;

import java.util.Locale;

import org.daicho.ledger.value.Entry;

/**
 * An account.
 *
 * @param id           the id of its entry in {@code access.accounts}
 * @param version      the entry's version; another one means that something about the account changed
 * @param name         the name as it was given
 * @param personId     the person behind it
 * @param displayName  the name to show
 * @param disabled     whether it can't be used
 * @param passwordHash the Argon2id hash, or {@code null} while no password is set
 * @param mustChange   whether the password has to be changed first
 */
public record Account(String id, int version, String name, String personId, String displayName, boolean disabled,
        String passwordHash, boolean mustChange) {

    static Account of(Entry entry) {
        return new Account(entry.id(), entry.version(), entry.fields().text("name"),
                entry.fields().person("person").id(), entry.fields().text("displayName"),
                entry.state().equals("disabled"), entry.fields().text("passwordHash"),
                entry.fields().isTrue("mustChange"));
    }

    /** Returns the name under which an account is found, whatever its case. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns this account's key. */
    public String key() {
        return key(name);
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
