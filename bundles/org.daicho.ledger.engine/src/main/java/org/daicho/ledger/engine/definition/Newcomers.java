package org.daicho.ledger.engine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.daicho.ledger.form.Column;
import org.daicho.ledger.value.Person;

/**
 * The persons whom a change registers by naming them: each has the id of the entry that it is going to be. One use, one
 * thread.
 */
public final class Newcomers {

    /** What may be an account or an id that was mistyped; no name of a person. */
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._@-]*");

    private final Supplier<String> ids;
    private final Predicate<String> active;
    private final List<Newcomer> found = new ArrayList<>();

    /**
     * A person to be registered.
     *
     * @param ledger the ledger of persons
     * @param person the person; the id is that of the entry
     */
    public record Newcomer(String ledger, Person person) {
    }

    /**
     * Takes names.
     *
     * @param ids    makes ids of entries
     * @param active tells whether a ledger's module is there
     */
    public Newcomers(Supplier<String> ids, Predicate<String> active) {
        this.ids = ids;
        this.active = active;
    }

    /** Takes a name that is nobody's, where the column registers persons and their ledger is there. */
    Optional<Person> take(Column column, String name) {
        if (column.registers() == null || ACCOUNT.matcher(name).matches() || !active.test(column.registers())) {
            return Optional.empty();
        }
        Person person = new Person(ids.get(), name);
        found.add(new Newcomer(column.registers(), person));
        return Optional.of(person);
    }

    /** Returns those that were taken, in the order of the columns. */
    public List<Newcomer> found() {
        return List.copyOf(found);
    }
}
