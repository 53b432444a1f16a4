package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.daicho.ledger.Duties;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.Submission;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.operation.OpenLedgers;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * The real ledger on a real database, for tests: with a clock that stands still, people of every role, and short ways to
 * enter and to act. One test, one thread, but for {@link #ledger()}, which serves many.
 */
public final class TestLedger implements AutoCloseable {

    private final DataSource database;
    private final Path keys;
    private final Runnable shutDown;
    private final TestClock clock = new TestClock();
    private final TestPeople people = new TestPeople();
    private final BodySchemas bodies = new BodySchemas();
    private OpenLedgers running;

    private TestLedger(DataSource database, Path keys, Runnable shutDown, LedgerModule... modules) {
        this.database = database;
        this.keys = keys;
        this.shutDown = shutDown;
        running = RunningLedger.start(database, keys, clock, people, modules);
    }

    /**
     * Opens a ledger on an embedded database, one that need not outlive a crash of the machine.
     *
     * @param folder  an empty folder
     * @param modules the modules that are there
     * @return the ledger, serving
     */
    public static TestLedger open(Path folder, LedgerModule... modules) {
        PlainDerby.hurry();
        PlainDerby derby = new PlainDerby(folder.resolve("database"));
        return new TestLedger(derby.dataSource(), folder.resolve("keys"), derby::shutDown, modules);
    }

    /**
     * Opens a ledger on a data source.
     *
     * @param database the data source; shutting it down is the test's
     * @param keys     the folder of the keys
     * @param modules  the modules that are there
     * @return the ledger, serving
     */
    public static TestLedger open(DataSource database, Path keys, LedgerModule... modules) {
        return new TestLedger(database, keys, () -> {
        }, modules);
    }

    /** Stops the ledger, and starts it again on the same database with the modules given. */
    public void restart(LedgerModule... modules) {
        stop();
        running = RunningLedger.start(database, keys, clock, people, modules);
    }

    /** Lets a module come. */
    public void add(LedgerModule module) {
        running.add(module);
    }

    /** Lets a module go. */
    public void remove(LedgerModule module) {
        running.remove(module);
    }

    public TestClock clock() {
        return clock;
    }

    public TestPeople people() {
        return people;
    }

    public Ledger ledger() {
        return running.ledger();
    }

    public Sheets sheets() {
        return running.sheets();
    }

    public Duties duties() {
        return running.duties();
    }

    public LedgerLog log() {
        return running.log();
    }

    /** Returns the definitions of a module's live ledgers, by id. */
    public List<Definition> definitions(String module) {
        return Stream.of(Role.MANAGER, Role.HANDLER)
                .flatMap(r -> ledger().ledgers(people.caller(r)).stream()).filter(LedgerInfo::active)
                .map(LedgerInfo::definition).filter(d -> d.module().equals(module)).distinct()
                .sorted(Comparator.comparing(Definition::id)).toList();
    }

    /** Enters as the role's person; what is taken and refused is held against the published schema. */
    public Entry enter(Role as, String ledger, Map<String, Object> fields) {
        Caller caller = people.caller(as);
        Submission submission = submission(fields);
        return bodies.call(definition(caller, ledger), Ledger.ENTER, submission,
                () -> ledger().enter(caller, ledger, submission));
    }

    /** Corrects an entry's newest version as the role's person; {@code fields} is the whole set. */
    public Entry correct(Role as, Entry entry, Map<String, Object> fields) {
        Caller caller = people.caller(as);
        int version = ledger().get(caller, entry.ledger(), entry.id()).version();
        Submission submission = new Submission(fields, "書き誤り", Map.of(), null);
        return bodies.call(definition(caller, entry.ledger()), Ledger.CORRECT, submission,
                () -> ledger().correct(caller, entry.ledger(), entry.id(), version, submission));
    }

    /** Takes a step on an entry as the role's person. */
    public Entry act(Role as, Entry entry, String action, Map<String, Object> fields) {
        return act(as, entry, action, submission(fields));
    }

    /** Takes a step on an entry as the role's person, with a reason under a confirmation code. */
    public Entry actConfirming(Role as, Entry entry, String action, Map<String, Object> fields, String code,
            String reason) {
        return act(as, entry, action, new Submission(fields, null, Map.of(code, reason), null));
    }

    private Entry act(Role as, Entry entry, String action, Submission submission) {
        Caller caller = people.caller(as);
        return bodies.call(definition(caller, entry.ledger()), action, submission,
                () -> ledger().act(caller, entry.ledger(), entry.id(), action, null, submission));
    }

    private Definition definition(Caller caller, String ledger) {
        return ledger().ledger(caller, ledger).definition();
    }

    /** Reads an entry as it stands, as the role's person. */
    public Entry get(Role as, Entry entry) {
        return ledger().get(people.caller(as), entry.ledger(), entry.id());
    }

    /** Returns what a check has to explain, as the manager sees it. */
    public List<MonthlyCheck.Gap> gaps(String ledger, SheetPeriod period) {
        return sheets().check(people.caller(Role.MANAGER), ledger, period).gaps();
    }

    /** Returns what is due today in the module's ledgers, as the manager sees it, or as a handler sees it. */
    public List<Duty> dutiesOf(String module) {
        return Stream.of(Role.MANAGER, Role.HANDLER)
                .flatMap(r -> duties().duties(people.caller(r), clock.today()).stream())
                .filter(d -> d.ledger().startsWith(module + ".")).distinct().toList();
    }

    /** Looks at the ledgers through the view that modules get, such as to ask a module for its open items. */
    public <T> T look(Function<LedgerView, T> look) {
        Glimpse<T> glimpse = new Glimpse<>(look);
        add(glimpse);
        try {
            duties().duties(people.caller(Role.MANAGER), clock.today());
            return glimpse.seen();
        } finally {
            remove(glimpse);
        }
    }

    /** Returns the refusal of a call, which must be refused. */
    public LedgerException refusal(Supplier<?> call) {
        return assertThrows(LedgerException.class, call::get);
    }

    /** Returns the rules that a call breaks, which must break some. */
    public List<Violation> violations(Supplier<?> call) {
        LedgerException refusal = refusal(call);
        assertEquals(Kind.INVALID, refusal.kind(), refusal.text().ja());
        return refusal.violations();
    }

    private static Submission submission(Map<String, Object> fields) {
        return new Submission(fields, null, Map.of(), null);
    }

    @Override
    public void close() {
        stop();
        shutDown.run();
    }

    private void stop() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
