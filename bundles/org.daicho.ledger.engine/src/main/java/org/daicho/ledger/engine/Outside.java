package org.daicho.ledger.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.daicho.ledger.system.PersonDirectory;
import org.daicho.ledger.system.TerminalDirectory;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;

/**
 * Whom the ledgers ask and tell outside of them: these come and go while the ledgers serve. Safe for use by many threads.
 */
final class Outside {

    private static final PersonDirectory NOBODY = accountOrId -> Optional.empty();
    private static final TerminalDirectory NO_TERMINALS = () -> false;

    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
    private volatile PersonDirectory persons = NOBODY;
    private volatile TerminalDirectory terminals = NO_TERMINALS;

    /** Uses a directory of persons; {@code null} for none. */
    void persons(PersonDirectory directory) {
        persons = directory == null ? NOBODY : directory;
    }

    /** Uses a directory of terminals; {@code null} for none. */
    void terminals(TerminalDirectory directory) {
        terminals = directory == null ? NO_TERMINALS : directory;
    }

    /** Adds who hears of each version written. */
    void listener(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    Optional<Person> person(String accountOrId) {
        return persons.find(accountOrId);
    }

    boolean hasTerminals() {
        return terminals.isRequired();
    }

    void tell(Entry entry) {
        listeners.forEach(listener -> listener.accept(entry));
    }
}
