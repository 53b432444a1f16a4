package org.daicho.access.internal.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.daicho.ledger.value.Role;

/**
 * What the directory holds at one moment. Never changes once made.
 *
 * @param persons      by id
 * @param accounts     by key, in that order
 * @param grants       by person
 * @param managers     the grants of the role manager
 * @param tokensByHash by the hash of their value
 * @param terminals    by name
 */
record Snapshot(Map<String, KnownPerson> persons, Map<String, Account> accounts, Map<String, List<Grant>> grants,
        List<Grant> managers, Map<String, AccessToken> tokensByHash, List<Terminal> terminals) {

    static final Comparator<KnownPerson> PERSONS = Comparator.comparing(KnownPerson::name)
            .thenComparing(KnownPerson::id);
    static final Comparator<AccessToken> TOKENS = Comparator.comparing(AccessToken::created)
            .thenComparing(AccessToken::id);

    static Snapshot of(Collection<?> values) {
        Map<String, KnownPerson> persons = new HashMap<>();
        Map<String, Account> accounts = new TreeMap<>();
        Map<String, AccessToken> tokens = new HashMap<>();
        List<Grant> grants = values.stream().filter(Grant.class::isInstance).map(Grant.class::cast)
                .sorted(Comparator.comparing(Grant::role).thenComparing(Grant::id)).toList();
        for (Object value : values) {
            if (value instanceof KnownPerson person) {
                persons.put(person.id(), person);
            } else if (value instanceof Account account) {
                accounts.put(account.key(), account);
            } else if (value instanceof AccessToken token) {
                tokens.put(token.hash(), token);
            }
        }
        return new Snapshot(persons, accounts, grants.stream().collect(Collectors.groupingBy(Grant::personId)),
                grants.stream().filter(g -> g.role() == Role.MANAGER).toList(), tokens,
                values.stream().filter(Terminal.class::isInstance).map(Terminal.class::cast)
                        .sorted(Comparator.comparing(Terminal::name).thenComparing(Terminal::id)).toList());
    }

    Optional<KnownPerson> person(String id) {
        return Optional.ofNullable(persons.get(id));
    }

    Optional<Account> account(String name) {
        return Optional.ofNullable(accounts.get(Account.key(name)));
    }
}
