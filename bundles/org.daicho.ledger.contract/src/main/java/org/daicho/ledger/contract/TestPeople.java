package org.daicho.ledger.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.daicho.ledger.system.PersonDirectory;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;

/**
 * The people of a test council: one of each role, and whoever a test adds. Safe for use by many threads.
 * <p>
 * A handler is one only where the module's register names the person: nobody becomes one by {@link Role#HANDLER} here. A
 * test has the manager write the row first, for the account {@code handler} or another.
 */
public final class TestPeople implements PersonDirectory {

    private static final Map<Role, String> NAMES = Map.of(Role.MANAGER, "会長 一郎", Role.DEPUTY, "事務局長 次郎", Role.STAFF,
            "職員 三子", Role.MEMBER, "委員 四郎", Role.HANDLER, "担当 五子", Role.OPERATOR, "情報 六郎");

    private final Map<String, Person> persons = new ConcurrentHashMap<>();

    TestPeople() {
        NAMES.forEach((role, name) -> persons.put(role.id(), new Person("p-" + role.id(), name)));
    }

    /**
     * Returns the caller of a role: a person of its own, who holds that role without bounds. The account bears the
     * role's name, the person's id is {@code p-} and that.
     *
     * @param role the role
     * @return the caller
     */
    public Caller caller(Role role) {
        return caller(role.id(), role);
    }

    /**
     * Returns a caller with roles of the test's choice.
     *
     * @param account the account's name; a person is made for it where there is none
     * @param roles   the roles, held without bounds
     * @return the caller
     */
    public Caller caller(String account, Role... roles) {
        return new Caller(account, person(account),
                Arrays.stream(roles).map(r -> new RoleGrant(r, null, null, Set.of())).toList(), null, null);
    }

    /**
     * Returns the person of an account, and makes one where there is none.
     *
     * @param account the account's name
     * @return the person
     */
    public Person person(String account) {
        return persons.computeIfAbsent(account, a -> new Person("p-" + a, a));
    }

    @Override
    public Optional<Person> find(String accountOrId) {
        return Optional.ofNullable(persons.get(accountOrId))
                .or(() -> persons.values().stream().filter(p -> p.id().equals(accountOrId)).findFirst());
    }
}
