package org.daicho.access.internal.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.system.EntryListener;
import org.daicho.ledger.system.PersonDirectory;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;

/**
 * Persons, accounts, grants, tokens and terminals in memory, as the ledgers have them. Every read is of one consistent
 * snapshot; each write to the ledgers makes a new one before the writer's call returns. Safe for use by many threads.
 */
public final class AccountDirectory implements PersonDirectory, EntryListener {

    private static final int PAGE = 500;

    private final Ledger ledger;
    private final Clock clock;
    private final CouncilRegister council = new CouncilRegister();
    private final Map<String, Kept> kept = new HashMap<>();
    private volatile Snapshot snapshot = Snapshot.of(List.of());

    /**
     * Makes an empty directory.
     *
     * @param ledger the ledger
     * @param clock  tells the time
     */
    public AccountDirectory(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** An entry's version in memory; {@code value} is {@code null} once erased. */
    private record Kept(int version, Object value) {
    }

    /** Reads everything that the ledgers hold. */
    public void load() {
        for (String id : AccessLedgers.KEPT) {
            String cursor = null;
            do {
                var page = ledger.list(AccessLedgers.SYSTEM, id,
                        new EntryQuery(PAGE, cursor, null, null, null, Map.of()));
                page.items().forEach(this::keep);
                cursor = page.next();
            } while (cursor != null);
        }
        council.load(ledger);
        refresh();
    }

    @Override
    public void written(Entry entry) {
        if (AccessLedgers.COUNCIL.contains(entry.ledger())) {
            council.keep(entry);
        } else if (AccessLedgers.KEPT.contains(entry.ledger())) {
            keep(entry);
            refresh();
        }
    }

    private void keep(Entry entry) {
        Object value = entry.erased() != null ? null : switch (entry.ledger()) {
        case AccessLedgers.PERSONS -> KnownPerson.of(entry);
        case AccessLedgers.ACCOUNTS -> Account.of(entry);
        case AccessLedgers.GRANTS -> Grant.of(versions(entry));
        case AccessLedgers.TERMINALS -> Terminal.of(entry);
        default -> AccessToken.of(entry);
        };
        Kept now = new Kept(entry.version(), value);
        synchronized (kept) {
            kept.merge(entry.id(), now,
                    (a, b) -> b.value == null || a.value != null && b.version >= a.version ? b : a);
        }
    }

    /** Only who is manager depends on when a grant came to be held; the others need no more than the newest version. */
    private List<Entry> versions(Entry newest) {
        boolean manager = Role.MANAGER.id().equals(newest.fields().text("role"));
        return manager ? ledger.versions(AccessLedgers.SYSTEM, newest.ledger(), newest.id()) : List.of(newest);
    }

    private void refresh() {
        synchronized (kept) {
            snapshot = Snapshot.of(kept.values().stream().map(Kept::value).filter(Objects::nonNull).toList());
        }
    }

    /** Returns today in Asia/Tokyo. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(Days.TOKYO));
    }

    @Override
    public Optional<Person> find(String accountOrId) {
        Snapshot now = snapshot;
        String id = now.account(accountOrId).map(Account::personId).orElse(accountOrId);
        return now.person(id).map(KnownPerson::person);
    }

    /** Finds a person by id. */
    public Optional<KnownPerson> person(String id) {
        return snapshot.person(id);
    }

    /** Finds an account by its name, whatever its case. */
    public Optional<Account> account(String name) {
        return snapshot.account(name);
    }

    /** Finds a token by the hash of its value. */
    public Optional<AccessToken> token(String hash) {
        return Optional.ofNullable(snapshot.tokensByHash().get(hash));
    }

    /** Finds a terminal by the hash of its value, if it was not taken back. */
    public Optional<Terminal> terminal(String hash) {
        return terminals().stream().filter(t -> !t.revoked() && t.hash().equals(hash)).findFirst();
    }

    /** Returns all terminals by name, also those that were taken back. */
    public List<Terminal> terminals() {
        return snapshot.terminals();
    }

    /** Returns all persons by name. */
    public List<KnownPerson> persons() {
        return snapshot.persons().values().stream().sorted(Snapshot.PERSONS).toList();
    }

    /** Returns all accounts by name. */
    public List<Account> accounts() {
        return List.copyOf(snapshot.accounts().values());
    }

    /** Returns all tokens, oldest first. */
    public List<AccessToken> tokens() {
        return snapshot.tokensByHash().values().stream().sorted(Snapshot.TOKENS).toList();
    }

    /** Returns the grants of a person in every state. */
    public List<Grant> grants(String personId) {
        return snapshot.grants().getOrDefault(personId, List.of());
    }

    /** Returns the grants of the role manager, of all persons and in every state. */
    public Collection<Grant> managerGrants() {
        return snapshot.managers();
    }

    /** Finds the grant of the present manager. */
    public Optional<Grant> manager() {
        return Succession.manager(managerGrants(), today());
    }

    /**
     * Tells whether an account and the person behind it may be used: not from the day after the person left (2-4). The
     * operator's stays, as nobody else could open it again, and the manager's until a successor is confirmed, as nobody
     * else could confirm one (1-3).
     */
    public boolean isUsable(Account account) {
        return !account.disabled() && person(account.personId()).filter(p -> !p.disabled()).isPresent()
                && (isNeeded(account.personId()) || !council.hasLeft(account.personId(), today()));
    }

    private boolean isNeeded(String person) {
        return grants(person).stream().anyMatch(g -> g.isHeld() && g.role() == Role.OPERATOR)
                || manager().filter(g -> g.personId().equals(person)).isPresent();
    }

    /**
     * Makes the caller behind an account, with the roles as of today.
     *
     * @param account a usable account
     * @return the caller
     */
    public Caller caller(Account account) {
        Person person = person(account.personId()).map(KnownPerson::person).orElseThrow();
        LocalDate today = today();
        List<RoleGrant> roles = grants(person.id()).stream().filter(Grant::isHeld).filter(g -> counts(g, today))
                .map(Grant::roleGrant).toList();
        return new Caller(account.name(), person, roles, null, null);
    }

    /**
     * A former manager's grant gives nothing, nor does a deputy's that outlives the instruction, or the term of who gave it
     * (1-3).
     */
    private boolean counts(Grant grant, LocalDate today) {
        return switch (grant.role()) {
        case MANAGER -> !Succession.isSucceeded(grant, managerGrants(), today);
        case DEPUTY -> council.isInstructed(grant.personId(), today, manager().map(Grant::personId).orElse(null))
                .orElseGet(() -> !isOfFormerManager(grant));
        default -> true;
        };
    }

    /** Where no instruction is written, the word by which the grant came about is one. */
    private boolean isOfFormerManager(Grant grant) {
        return managerGrants().stream().anyMatch(g -> g.activated() >= 0 && g.personId().equals(grant.givenBy()))
                && manager().filter(m -> !m.personId().equals(grant.givenBy())).isPresent();
    }
}
