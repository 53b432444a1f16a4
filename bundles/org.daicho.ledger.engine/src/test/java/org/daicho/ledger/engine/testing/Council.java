package org.daicho.ledger.engine.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.LedgerEngine;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.daicho.ledger.view.LedgerView;
import org.junit.jupiter.api.function.Executable;

/** A council's ledgers on a database of its own, with a caller of each role. */
public final class Council implements AutoCloseable {

    public static final Caller MANAGER = caller("kaicho", "会長", Role.MANAGER);
    public static final Caller DEPUTY = new Caller("kyokucho", new Person("p-kyokucho", "事務局長"),
            List.of(new RoleGrant(Role.DEPUTY, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 11, 30), Set.of("test"))),
            null, null);
    public static final Caller STAFF = caller("sato", "佐藤", Role.STAFF);
    public static final Caller OTHER_STAFF = caller("suzuki", "鈴木", Role.STAFF);
    public static final Caller MEMBER = caller("tanaka", "田中", Role.MEMBER);
    /** Handlers only where a register names them. */
    public static final Caller HANDLER = caller("itou", "伊藤");
    public static final Caller OTHER_HANDLER = caller("kato", "加藤");
    public static final Caller OPERATOR = caller("it", "IT担当", Role.OPERATOR);
    private static final List<Caller> CALLERS = List.of(MANAGER, DEPUTY, STAFF, OTHER_STAFF, MEMBER, HANDLER,
            OTHER_HANDLER, OPERATOR);

    private static final List<String> TABLES = List.of("leaf", "node", "version", "entry", "definition", "checkpoint",
            "term", "number", "repeat");

    public Path keys;
    public final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T00:00:00Z"));
    public LedgerEngine engine;
    /** What the engine uses; a test may put another one around it. */
    public DataSource source;
    public long deadline = 20_000;
    private final TestDatabase database;

    private Council(Path keys, TestDatabase database) {
        this.keys = keys;
        this.database = database;
        source = database.source();
    }

    /** A council on an empty database. */
    public Council(Path keys) throws Exception {
        this(keys, TestDatabase.empty());
        deadline = 2_000;
        open(new Loans());
    }

    /** A council on an empty database, not yet open. */
    public static Council closed(Path keys) {
        return new Council(keys, TestDatabase.empty());
    }

    /** A council of which all is on the disk, in {@code data} and {@code keys} of a folder; not yet open. */
    public static Council onDisk(Path folder) {
        return new Council(folder.resolve("keys"), TestDatabase.derby(folder.resolve("data").toString()));
    }

    public void open(LedgerModule... modules) throws Exception {
        engine = new LedgerEngine(
                new LedgerEngine.Settings(source, keys, "test", "試験地区民センター協議会", clock, deadline));
        engine.persons(id -> CALLERS.stream()
                .filter(c -> c.account().equals(id) || c.person().id().equals(id)).map(Caller::person).findFirst()
                .or(Optional::empty));
        for (int i = 0; i < modules.length; i++) {
            engine.add(modules[i], 0, i + 1);
        }
    }

    public void restart(LedgerModule... modules) throws Exception {
        engine.close();
        open(modules.length == 0 ? new LedgerModule[]{new Loans()} : modules);
    }

    public Ledger ledger() {
        return engine.ledger();
    }

    public Entry lend(Caller caller, String item) {
        return ledger().enter(caller, Loans.LEDGER, fields("lentOn", "2026-11-20", "item", item));
    }

    public List<Entry> list(Caller caller, String ledger) {
        return ledger().list(caller, ledger, new EntryQuery(500, null, null, null, null, Map.of())).items();
    }

    public Verification verify() {
        return engine.log().verify(n -> {
        });
    }

    public void assertVerifies() {
        Verification found = verify();
        assertTrue(found.ok(), found.finding().en());
    }

    public static Submission fields(Object... pairs) {
        return submission(null, pairs);
    }

    public static Submission submission(String reason, Object... pairs) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return new Submission(fields, reason, Map.of(), null);
    }

    /** Looks at the ledgers as a module's rule does, and throws what the look throws. */
    public <T> T look(Function<LedgerView, T> look) {
        List<T> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        Neighbour eye = new Neighbour("eye").rule((change, view) -> {
            seen.add(look.apply(view));
            return List.of();
        });
        engine.add(eye, 0, 1_000);
        try {
            ledger().enter(STAFF, "eye.things", fields("name", "x"));
            return seen.get(0);
        } finally {
            engine.remove(eye);
        }
    }

    /** Returns the refusal of a call, which must be refused in this way. */
    public static LedgerException refused(Kind kind, Executable call) {
        LedgerException refusal = assertThrows(LedgerException.class, call);
        assertEquals(kind, refusal.kind(), refusal.getMessage());
        return refusal;
    }

    public int sql(String sql, Object... arguments) throws SQLException {
        try (Connection connection = database.source().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        }
    }

    public List<Object> query(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<Object> values = new ArrayList<>();
            while (rows.next()) {
                Object value = rows.getObject(1);
                values.add(value instanceof Blob blob ? blob.getBytes(1, (int) blob.length()) : value);
            }
            return values;
        }
    }

    public static Caller caller(String account, String name, Role... roles) {
        return new Caller(account, new Person("p-" + account, name),
                Stream.of(roles).map(role -> new RoleGrant(role, null, null, Set.of())).toList(), null, null);
    }

    /** Keeps what all tables hold, for {@link #putBack}. */
    public void keep() throws SQLException {
        for (String table : TABLES) {
            sql("CREATE TABLE kept_" + table + " AS SELECT * FROM ledger_" + table + " WITH NO DATA");
            sql("INSERT INTO kept_" + table + " SELECT * FROM ledger_" + table);
        }
    }

    /** Puts back what {@link #keep} kept. */
    public void putBack() throws SQLException {
        for (String table : TABLES) {
            sql("DELETE FROM ledger_" + table);
            sql("INSERT INTO ledger_" + table + " SELECT * FROM kept_" + table);
        }
    }

    /** Shuts the database down, or drops one in memory. */
    public void shutDown() {
        database.close();
    }

    @Override
    public void close() throws Exception {
        if (engine != null) {
            engine.close();
        }
        shutDown();
    }

    /** A clock that moves only when told. */
    public static final class MovingClock extends Clock {
        private volatile Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        public void set(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
