package org.daicho.ledger.engine.read;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.Neighbours;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.module.Views;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.daicho.ledger.view.Place;

/**
 * What rules and duties see of the ledgers; notes what they read, and reads it once for all modules of a request. Safe for
 * use by many threads.
 */
public final class NotingView implements LedgerView, Views {

    private final EntryReader reader;
    private final ModuleRegistry modules;
    private final Neighbours neighbours;
    private final Terms terms;
    private final Function<String, Optional<Person>> persons;
    private final OffsetDateTime now;
    private final Reads reads;
    private final Map<List<Object>, List<?>> memo;
    private final LedgerModule viewer;
    private final Drafts drafts;

    /** Makes a view that notes into {@code reads}, and hides nothing; {@link #of} makes those of the modules. */
    public NotingView(EntryReader reader, Neighbours neighbours, Terms terms,
            Function<String, Optional<Person>> persons, LedgerClock clock, Reads reads) {
        this.reader = reader;
        this.modules = neighbours.modules();
        this.neighbours = neighbours;
        this.terms = terms;
        this.persons = persons;
        this.now = clock.now();
        this.reads = reads;
        this.memo = new ConcurrentHashMap<>();
        this.viewer = null;
        this.drafts = Drafts.NONE;
    }

    private NotingView(NotingView request, LedgerModule viewer, Drafts drafts, Map<List<Object>, List<?>> memo) {
        this.reader = request.reader;
        this.modules = request.modules;
        this.neighbours = request.neighbours;
        this.terms = request.terms;
        this.persons = request.persons;
        this.now = request.now;
        this.reads = request.reads;
        this.memo = memo;
        this.viewer = viewer;
        this.drafts = drafts;
    }

    @Override
    public LedgerView of(LedgerModule module) {
        return new NotingView(this, module, drafts, memo);
    }

    /**
     * Makes a view in which a version stands that is written in the same commit.
     *
     * @param definition the definition that it is written under
     * @param draft      the version, without what the writer gives it
     */
    public NotingView after(Definition definition, Entry draft) {
        return new NotingView(this, viewer, drafts.and(definition, draft, now), new ConcurrentHashMap<>());
    }

    @Override
    public LocalDate today() {
        return now.toLocalDate();
    }

    @Override
    public OffsetDateTime now() {
        return now;
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
    public Optional<Definition> definition(String ledger) {
        reads.noteDefinition(ledger);
        return modules.known(ledger).map(KnownDefinition::definition);
    }

    @Override
    public Optional<Entry> entry(String ledger, String id) {
        reads.noteEntry(id);
        return drafts.newest(ledger, id).or(() -> reader.newest(ledger, id)).map(entry -> secrets(ledger).in(entry));
    }

    @Override
    public List<Entry> versions(String ledger, String id) {
        reads.noteEntry(id);
        return masked(ledger, List.of("versions", ledger, id),
                () -> drafts.versions(ledger, id, reader.versions(ledger, id)));
    }

    @Override
    public List<Entry> find(String ledger, String column, String value, String... states) {
        boolean searchable = modules.known(ledger).flatMap(k -> k.definition().column(column))
                .map(Column::searchable).orElse(true);
        if (!searchable || secrets(ledger).columns().contains(column)) {
            throw new IllegalArgumentException(ledger + "." + column + " is not searchable.");
        }
        if (value == null) {
            return List.of();
        }
        reads.noteTerm(terms.whole(ledger, column, value));
        return standing(masked(ledger, List.of("find", ledger, column, value),
                () -> drafts.over(ledger, reader.find(ledger, column, value),
                        draft -> EntryReader.has(draft, column, value))),
                states);
    }

    @Override
    public List<Entry> between(String ledger, LocalDate from, LocalDate to, String... states) {
        reads.noteLedger(ledger);
        return standing(masked(ledger, Arrays.asList("between", ledger, from, to),
                () -> drafts.over(ledger, reader.between(ledger, from, to),
                        draft -> EntryReader.isWithin(draft, from, to))),
                states);
    }

    @Override
    public List<Entry> standing(String ledger, String... states) {
        return standing(all(ledger), states);
    }

    @Override
    public List<Entry> all(String ledger) {
        reads.noteLedger(ledger);
        return masked(ledger, List.of("all", ledger), () -> drafts.over(ledger, reader.all(ledger), draft -> true));
    }

    @Override
    public List<Place> places() {
        return remembered(List.of("places"), () -> neighbours.places(this));
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
    public Optional<LocalDate> checkedOn(String ledger, SheetPeriod period) {
        return SystemLedgers.newestCheck(this, ledger, period)
                .map(check -> LedgerClock.day(check.at()));
    }

    private static List<Entry> standing(List<Entry> entries, String... states) {
        Set<String> in = Set.of(states);
        return entries.stream().filter(e -> e.erased() == null && (in.isEmpty() || in.contains(e.state()))).toList();
    }

    private List<Entry> masked(String ledger, List<Object> what, Supplier<List<Entry>> read) {
        List<Entry> entries = remembered(what, read);
        SecretColumns secrets = secrets(ledger);
        return secrets.columns().isEmpty() ? entries : entries.stream().map(secrets::in).toList();
    }

    private SecretColumns secrets(String ledger) {
        return viewer == null ? SecretColumns.NONE : SecretColumns.of(modules, ledger, viewer);
    }

    /** Two threads that ask for the same at once both read it: nothing waits here while a module is called. */
    @SuppressWarnings("unchecked")
    private <T> List<T> remembered(List<Object> what, Supplier<List<T>> read) {
        List<?> known = memo.get(what);
        if (known == null) {
            known = Collections.unmodifiableList(read.get());
            memo.put(what, known);
        }
        return (List<T>) known;
    }
}
