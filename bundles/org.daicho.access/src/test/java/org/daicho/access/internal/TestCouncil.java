package org.daicho.access.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.derby.jdbc.EmbeddedDataSource;
import org.daicho.access.internal.book.AccountBook;
import org.daicho.access.internal.book.GrantBook;
import org.daicho.access.internal.book.PersonBook;
import org.daicho.access.internal.book.Wish;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.directory.Grant;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.login.Passwords;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.LedgerEngine;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.system.EntryListener;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Access on a real ledger with a database of its own, brought up as the framework would. Its clock stands at 09:00 of
 * 2026-11-23 in Tokyo.
 */
public final class TestCouncil implements AutoCloseable {

    /** The password of the first account. */
    public static final String ADMIN_PASSWORD = "admin の最初の合言葉";

    /** The one hasher of all tests, as making one takes a while. */
    public static final Passwords PASSWORDS = new Passwords();

    /** Tells the time. */
    public final TestClock clock = new TestClock("2026-11-23T00:00:00Z");

    private final EmbeddedDataSource source = new EmbeddedDataSource();
    private final Path keys;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private LedgerEngine engine;
    private AccountDirectory directory;
    private Startup startup;
    private boolean deaf;

    private TestCouncil(Path keys) {
        this.keys = keys;
        source.setDatabaseName("memory:" + UUID.randomUUID());
        source.setCreateDatabase("create");
    }

    /** Opens a council with the account {@code admin}. */
    public static TestCouncil open(Path keys) throws IOException, SQLException {
        TestCouncil council = closed(keys);
        council.start(ADMIN_PASSWORD);
        return council;
    }

    /** Makes a council that was never started. */
    public static TestCouncil closed(Path keys) {
        return new TestCouncil(keys);
    }

    /** Starts it; {@code password} stands for the environment variable. */
    public void start(String password) throws IOException, SQLException {
        openLedger();
        startup = new Startup(context(), engine.ledger(), PASSWORDS, clock, password,
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    /** Opens the ledger alone. */
    public void openLedger() throws IOException, SQLException {
        if (engine == null) {
            engine = new LedgerEngine(new LedgerEngine.Settings(source, keys, "test", "試験協議会", clock, 60_000));
        }
    }

    /** Stops everything and starts it again. */
    public void restart(String password) throws IOException, SQLException {
        stop();
        start(password);
    }

    /** Stops everything; the database stays. */
    public void stop() throws IOException {
        if (startup != null) {
            startup.stop();
            startup = null;
        }
        engine.close();
        engine = null;
    }

    /** Runs the ledger with access' ledgers, but nothing else of access. */
    Bare withModule(LedgerModule module) {
        engine.add(module, 0, 1);
        return new Bare(module);
    }

    /** Access' ledgers without access. */
    final class Bare implements AutoCloseable {

        private final LedgerModule module;

        private Bare(LedgerModule module) {
            this.module = module;
        }

        /** Lets the ledger know one person. */
        void know(String id, String name) {
            engine.persons(asked -> Optional.of(new Person(id, name)).filter(p -> p.id().equals(asked)));
        }

        @Override
        public void close() {
            engine.persons(null);
            engine.remove(module);
        }
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{BundleContext.class},
                (proxy, method, args) -> registration(args[1]));
    }

    private ServiceRegistration<?> registration(Object service) {
        Runnable undo = () -> {};
        if (service instanceof AccountDirectory known) {
            // Registered twice: first for its persons alone, then as the whole.
            engine.persons(known);
            directory = known;
            undo = () -> engine.persons(null);
        } else if (service instanceof LedgerModule module) {
            engine.add(module, 0, 1);
            undo = () -> engine.remove(module);
        } else if (service instanceof EntryListener listener) {
            engine.listener(entry -> {
                if (!deaf && Startup.LISTENED.contains(entry.ledger())) {
                    listener.written(entry);
                }
            });
        }
        Runnable unregister = undo;
        return (ServiceRegistration<?>) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{ServiceRegistration.class}, (proxy, method, args) -> {
                    unregister.run();
                    return null;
                });
    }

    /** Returns the ledger. */
    public Ledger ledger() {
        return engine.ledger();
    }

    /** Returns the directory. */
    public AccountDirectory directory() {
        return directory;
    }

    /** Returns what was printed. */
    public String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Returns the book of accounts. */
    public AccountBook accounts() {
        return new AccountBook(ledger(), directory, PASSWORDS);
    }

    /** Returns the book of grants. */
    public GrantBook grants() {
        return new GrantBook(ledger(), directory);
    }

    /** Returns the book of persons. */
    public PersonBook persons() {
        return new PersonBook(ledger());
    }

    /** Returns an account's caller. */
    public Caller caller(String account) {
        return directory.caller(directory.account(account).orElseThrow());
    }

    /** Returns the first operator. */
    public Caller admin() {
        return caller("admin");
    }

    /** Makes a person with an account, without a password, and grants roles. */
    public String person(String account, Role... roles) {
        String person = persons().register(admin(), "氏名 " + account);
        accounts().create(admin(), account, account, person);
        grants().set(admin(), person, List.of(roles).stream().map(Wish::of).toList());
        return person;
    }

    /** Returns the roles of an account's person with their states, such as {@code staff active}. */
    public List<String> roles(String account) {
        String person = directory.account(account).orElseThrow().personId();
        return directory.grants(person).stream().map(g -> g.role().id() + " " + g.state().id()).toList();
    }

    /** Returns the one grant of a role that a person has. */
    public Grant grant(String account, Role role) {
        String person = directory.account(account).orElseThrow().personId();
        List<Grant> found = directory.grants(person).stream().filter(g -> g.role() == role).toList();
        if (found.size() != 1) {
            throw new AssertionError(found);
        }
        return found.get(0);
    }

    /** Takes a step on a grant in the way that anyone does who has no part in access' own code. */
    public Entry act(String account, Grant grant, String action) {
        return ledger().act(caller(account), AccessLedgers.GRANTS, grant.id(), action, null, submission(Map.of()));
    }

    /** Returns the entries of a ledger as a caller sees them. */
    public List<Entry> entries(Caller caller, String ledger) {
        return ledger().list(caller, ledger, new EntryQuery(500, null, null, null, null, Map.of())).items();
    }

    /** Does something of which access does not hear, as if the process ended just before. */
    public void deaf(Runnable something) {
        deaf = true;
        something.run();
        deaf = false;
    }

    /** Lets another module come beside access. */
    public void add(LedgerModule module) {
        engine.add(module, 0, 2);
    }

    /** Returns what is due on the clock's day, as a caller sees it. */
    public List<Duty> duties(Caller caller) {
        return engine.duties().duties(caller, LocalDate.ofInstant(clock.instant(), Days.TOKYO));
    }

    /** Returns what the module says that a person still holds. */
    public List<OpenItem> openItems(Person person) {
        LedgerView view = (LedgerView) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{LedgerView.class}, (proxy, method, args) -> find(args));
        return new AccessModule().openItems(person, view);
    }

    private List<Entry> find(Object... args) {
        Map<String, String> filter = Map.of((String) args[1], (String) args[2]);
        return ledger().list(AccessLedgers.SYSTEM, (String) args[0],
                new EntryQuery(500, null, null, null, null, filter)).items();
    }

    /** Makes a submission without a reason. */
    public static Submission submission(Map<String, Object> fields) {
        return new Submission(fields, null, Map.of(), null);
    }

    /** Returns the header of a login by password. */
    public static String basic(String account, String password) {
        byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public void close() throws IOException {
        if (engine != null) {
            stop();
        }
        EmbeddedDataSource drop = new EmbeddedDataSource();
        drop.setDatabaseName(source.getDatabaseName());
        drop.setConnectionAttributes("drop=true");
        try {
            drop.getConnection().close();
        } catch (SQLException dropped) {
            // Derby tells of the drop by an exception.
        }
    }
}
