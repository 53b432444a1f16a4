package org.daicho.ledger.engine.read;

import java.util.Optional;
import java.util.function.Function;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.module.Neighbours;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.engine.write.Writer;
import org.daicho.ledger.value.Person;

/**
 * Makes what rules and duties see of the ledgers, each view for one call. Safe for use by many threads.
 */
public final class LedgerViews {

    private final EntryReader reader;
    private final Neighbours neighbours;
    private final Terms terms;
    private final Function<String, Optional<Person>> persons;
    private final Writer writer;
    private final LedgerClock clock;

    /**
     * Makes views.
     *
     * @param reader     reads entries
     * @param neighbours asks the modules
     * @param terms      makes search terms
     * @param persons    finds persons
     * @param writer     knows how far the log is
     * @param clock      tells the time
     */
    public LedgerViews(EntryReader reader, Neighbours neighbours, Terms terms,
            Function<String, Optional<Person>> persons, Writer writer, LedgerClock clock) {
        this.reader = reader;
        this.neighbours = neighbours;
        this.terms = terms;
        this.persons = persons;
        this.writer = writer;
        this.clock = clock;
    }

    /** Makes a view that notes into {@code reads}. */
    public NotingView noting(Reads reads) {
        return new NotingView(reader, neighbours, terms, persons, clock, reads);
    }

    /** Makes a view whose reads nobody needs to check again. */
    public NotingView view() {
        return noting(writer.reads());
    }
}
