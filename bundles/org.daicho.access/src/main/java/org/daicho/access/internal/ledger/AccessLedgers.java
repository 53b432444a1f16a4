package org.daicho.access.internal.ledger;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;

/**
 * The ids of the ledgers that access keeps, and the caller it uses where no person acts.
 */
public final class AccessLedgers {

    /** The module's id. */
    public static final String MODULE = "access";

    /** The ledger of persons. */
    public static final String PERSONS = "access.persons";
    /** The ledger of accounts. */
    public static final String ACCOUNTS = "access.accounts";
    /** The ledger of granted roles. */
    public static final String GRANTS = "access.grants";
    /** The ledger of tokens. */
    public static final String TOKENS = "access.tokens";
    /** The ledger of registered terminals. */
    public static final String TERMINALS = "access.terminals";
    /** The ledger of what happened at logins. */
    public static final String EVENTS = "access.events";

    /** The ledgers that the directory holds in memory. */
    public static final List<String> KEPT = List.of(PERSONS, ACCOUNTS, GRANTS, TOKENS, TERMINALS);

    /** Chapter 1's register of members and staff, which tells who left. */
    public static final String MEMBERS = "council.members";
    /** Chapter 1's instructions to act for the manager. */
    public static final String INSTRUCTIONS = "council.instructions";
    /** What chapter 1 says of those who have accounts. */
    public static final List<String> COUNCIL = List.of(MEMBERS, INSTRUCTIONS);

    /** 様式1 of chapter 2, whose hardware terminals are bound to. */
    public static final String INVENTORY = "assets.inventory";

    /** The caller for what the system itself writes and reads, such as the first account. */
    public static final Caller SYSTEM = new Caller(MODULE, new Person("system:access", "システム(認証)"), List.of(), null,
            MODULE);

    /** Account names that would look like the system's own. */
    public static final Set<String> RESERVED = Set.of("system", MODULE);

    private AccessLedgers() {
    }
}
