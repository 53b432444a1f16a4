package org.daicho.ledger.jdbc.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.apache.derby.jdbc.EmbeddedDataSource;
import org.daicho.ledger.Caller;
import org.daicho.ledger.Entry;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Person;
import org.daicho.ledger.Role;
import org.daicho.ledger.RoleGrant;
import org.daicho.ledger.Submission;
import org.daicho.ledger.spi.LedgerView;

/** A council's ledgers on a database of its own, with a caller of each role. */
final class Council implements AutoCloseable {

    static final Caller MANAGER = caller("kaicho", "会長", Role.MANAGER);
    static final Caller DEPUTY = new Caller("kyokucho", new Person("p-kyokucho", "事務局長"),
            List.of(new RoleGrant(Role.DEPUTY, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 11, 30), Set.of("test"))),
            null, null);
    static final Caller STAFF = caller("sato", "佐藤", Role.STAFF);
    static final Caller OTHER_STAFF = caller("suzuki", "鈴木", Role.STAFF);
    static final Caller MEMBER = caller("tanaka", "田中", Role.MEMBER);
    static final Caller OPERATOR = caller("it", "IT担当", Role.OPERATOR);
    static final List<Caller> CALLERS = List.of(MANAGER, DEPUTY, STAFF, OTHER_STAFF, MEMBER, OPERATOR);

    final EmbeddedDataSource source = new EmbeddedDataSource();
    final Path keys;
    final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T00:00:00Z"));
    LedgerEngine engine;

    Council(Path keys) throws Exception {
        this.keys = keys;
        source.setDatabaseName("memory:" + UUID.randomUUID());
        source.setCreateDatabase("create");
        open(new Loans());
    }

    void open(Loans... modules) throws Exception {
        engine = new LedgerEngine(
                new LedgerEngine.Settings(source, keys, "test", "試験地区民センター協議会", clock, 2_000));
        engine.persons(id -> CALLERS.stream()
                .filter(c -> c.account().equals(id) || c.person().id().equals(id)).map(Caller::person).findFirst()
                .or(Optional::empty));
        for (int i = 0; i < modules.length; i++) {
            engine.add(modules[i], 0, i + 1);
        }
    }

    void restart() throws Exception {
        engine.close();
        open(new Loans());
    }

    Ledger ledger() {
        return engine.ledger();
    }

    Entry lend(Caller caller, String item) {
        return ledger().enter(caller, Loans.LEDGER, fields("lentOn", "2026-11-20", "item", item));
    }

    static Submission fields(Object... pairs) {
        return submission(null, pairs);
    }

    static Submission submission(String reason, Object... pairs) {
        Map<String, Object> fields = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return new Submission(fields, reason, Map.of(), null);
    }

    /** Looks at the ledgers as a module's rule does, and throws what the look throws. */
    <T> T look(Function<LedgerView, T> look) {
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

    int sql(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static Caller caller(String account, String name, Role role) {
        return new Caller(account, new Person("p-" + account, name),
                List.of(new RoleGrant(role, null, null, Set.of())), null, null);
    }

    @Override
    public void close() throws Exception {
        engine.close();
        EmbeddedDataSource drop = new EmbeddedDataSource();
        drop.setDatabaseName(source.getDatabaseName());
        drop.setConnectionAttributes("drop=true");
        try {
            drop.getConnection();
        } catch (SQLException dropped) {
            // Derby tells of the drop by an exception.
        }
    }

    /** A clock that moves only when told. */
    static final class MovingClock extends Clock {
        private volatile Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        void set(String instant) {
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
