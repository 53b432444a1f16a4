package org.daicho.ledger.engine.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.Neighbours;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.daicho.ledger.view.Place;

/**
 * What rules and duties see of the ledgers; notes what they read.
 */
public final class NotingView implements LedgerView {

    private final EntryReader reader;
    private final ModuleRegistry modules;
    private final Neighbours neighbours;
    private final Terms terms;
    private final Function<String, Optional<Person>> persons;
    private final Reads reads;

    /** Makes a view that notes into {@code reads}. */
    public NotingView(EntryReader reader, Neighbours neighbours, Terms terms,
            Function<String, Optional<Person>> persons, Reads reads) {
        this.reader = reader;
        this.modules = neighbours.modules();
        this.neighbours = neighbours;
        this.terms = terms;
        this.persons = persons;
        this.reads = reads;
    }

    /** Returns the size of the log when the view was made. */
    public long size() {
        return reads.size();
    }

    @Override
    public boolean isActive(String ledger) {
        return modules.live(ledger).isPresent();
    }

    @Override
    public Optional<Entry> entry(String ledger, String id) {
        reads.noteEntry(id);
        return reader.newest(ledger, id);
    }

    @Override
    public List<Entry> versions(String ledger, String id) {
        reads.noteEntry(id);
        return reader.versions(ledger, id);
    }

    @Override
    public List<Entry> find(String ledger, String column, String value) {
        boolean searchable = modules.known(ledger).flatMap(k -> k.definition().column(column))
                .map(c -> c.searchable()).orElse(true);
        if (!searchable) {
            throw new IllegalArgumentException(ledger + "." + column + " is not searchable.");
        }
        reads.noteTerm(terms.whole(ledger, column, value));
        return reader.find(ledger, column, value);
    }

    @Override
    public List<Entry> between(String ledger, LocalDate from, LocalDate to) {
        reads.noteLedger(ledger);
        return reader.between(ledger, from, to);
    }

    @Override
    public List<Entry> all(String ledger) {
        reads.noteLedger(ledger);
        return reader.all(ledger);
    }

    @Override
    public List<Place> places() {
        return neighbours.places(this);
    }

    @Override
    public List<OpenItem> openItems(Person leaving) {
        return neighbours.openItems(leaving, this);
    }

    @Override
    public Optional<Person> person(String accountOrId) {
        return persons.apply(accountOrId);
    }

    @Override
    public Optional<LocalDate> checkedOn(String ledger, String period) {
        return SystemLedgers.newestCheck(this, ledger, period)
                .map(check -> LedgerClock.day(check.at()));
    }
}
