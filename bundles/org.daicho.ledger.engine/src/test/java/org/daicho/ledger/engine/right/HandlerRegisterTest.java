package org.daicho.ledger.engine.right;

import static org.daicho.ledger.engine.testing.Council.HANDLER;
import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.OTHER_HANDLER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.daicho.ledger.engine.testing.Register.LEDGER;
import static org.daicho.ledger.engine.testing.Register.USES;
import static org.daicho.ledger.engine.testing.Register.designate;
import static org.daicho.ledger.engine.testing.Register.release;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.testing.AtOnce;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Register;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is a handler follows from the register alone, at each call; the clock stands at 2026-11-23, 09:00 in Tokyo. */
class HandlerRegisterTest {

    private static final Erasure ERASURE = new Erasure("期限", "裁断", "鈴木");

    @TempDir
    Path keys;
    @AutoClose
    private Council council;

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        council.open(new Register());
    }

    private Entry use(Caller caller) {
        return council.ledger().enter(caller, USES, fields("what", "調書"));
    }

    private void assertIsHandler(Caller caller) {
        Entry use = use(caller);
        council.ledger().get(caller, USES, use.id());
        assertEquals(Set.of(Role.HANDLER), council.ledger().ledger(caller, USES).roles());
    }

    private void assertIsNoHandler(Caller caller) {
        refused(Kind.FORBIDDEN, () -> use(caller));
        refused(Kind.FORBIDDEN, () -> council.list(caller, USES));
        assertEquals(Set.of(), council.ledger().ledger(caller, USES).roles());
    }

    @Test
    @DisplayName("8-1(1)① every right on every call comes from the register's row")
    void rightsComeFromTheRow() {
        Entry other = useOfAnother();
        for (boolean may : List.of(false, true)) {
            if (may) {
                designate(council, "itou", "2026-11-23");
            }
            assertEquals(may, passes(() -> council.list(HANDLER, USES)), "list");
            assertEquals(may, passes(() -> council.ledger().get(HANDLER, USES, other.id())), "get");
            assertEquals(may, passes(() -> council.ledger().versions(HANDLER, USES, other.id())), "versions");
            assertEquals(may, passes(() -> council.engine.sheets().sheet(HANDLER, USES, SheetPeriod.parse("2026-11"))),
                    "sheet");
            assertEquals(may, passes(() -> council.engine.sheets().sheets(HANDLER, USES)), "sheets");
            assertEquals(may, passes(() -> council.engine.sheets().check(HANDLER, USES, SheetPeriod.parse("2026-11"))),
                    "check");
            assertEquals(may, !council.engine.log().proof(HANDLER, USES, other.id(), 1).openings().isEmpty(), "proof");
            assertEquals(may, passes(() -> use(HANDLER)), "enter");
            assertEquals(may, passes(() -> council.ledger().correct(HANDLER, USES, other.id(), 1,
                    submission("誤記", "what", "写し"))), "correct");
            assertEquals(may, passes(() -> council.ledger().act(HANDLER, USES, other.id(), "check", null, fields())),
                    "act");
            assertEquals(may, passes(() -> council.ledger().erase(HANDLER, USES, other.id(), ERASURE)), "erase");
            assertFalse(passes(() -> designateAs(HANDLER)), "a handler keeps no register");
        }
    }

    private Entry useOfAnother() {
        designate(council, "kato", "2026-11-01");
        return use(OTHER_HANDLER);
    }

    private Entry designateAs(Caller as) {
        return council.ledger().enter(as, LEDGER, fields("handler", "sato", "designatedOn", "2026-11-01"));
    }

    private static boolean passes(Runnable call) {
        try {
            call.run();
            return true;
        } catch (LedgerException e) {
            assertEquals(Kind.FORBIDDEN, e.kind(), e.getMessage());
            return false;
        }
    }

    @Test
    @DisplayName("8-1(1)① what is granted by hand makes nobody a handler")
    void grantedByHandIsNothing() {
        assertIsNoHandler(Council.caller("itou", "伊藤", Role.HANDLER));
        assertEquals(List.of(), council.ledger().grants(Council.caller("itou", "伊藤", Role.HANDLER)));
    }

    @Test
    @DisplayName("8-1(1)① a person is a handler by whichever account, and nobody else of the same name is")
    void itIsThePersonWhoCounts() {
        designate(council, "itou", "2026-11-23");
        assertIsHandler(new Caller("itou-script", HANDLER.person(), List.of(), null, null));
        assertIsNoHandler(new Caller("itou", new Person("p-9", "伊藤"), List.of(), null, null));
        // The search key does not tell them apart.
        assertIsNoHandler(new Caller("itou", new Person("P-ITOU", "伊藤"), List.of(), null, null));
    }

    @Test
    @DisplayName("8-1(1)① a designation to come gives nothing before its day, one without a day nothing at all")
    void futureDesignation() {
        designate(council, "itou", "2026-11-24");
        council.ledger().enter(MANAGER, LEDGER, fields("handler", "kato"));
        assertIsNoHandler(HANDLER);
        assertIsNoHandler(OTHER_HANDLER);
        council.clock.set("2026-11-23T14:59:59Z");
        assertIsNoHandler(HANDLER);
        council.clock.set("2026-11-23T15:00:00Z");
        assertIsHandler(HANDLER);
        assertIsNoHandler(OTHER_HANDLER);
    }

    @Test
    @DisplayName("8-1(1)② a release removes the rights at once, one to come on its day; another row gives them back")
    void releaseAtOnce() {
        Entry row = designate(council, "itou", "2026-04-01");
        assertIsHandler(HANDLER);
        release(council, row, "2026-11-23");
        assertIsNoHandler(HANDLER);
        Entry again = designate(council, "itou", "2026-11-23");
        assertIsHandler(HANDLER);
        release(council, again, "2026-11-25");
        assertEquals(List.of(new RoleGrant(Role.HANDLER, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 11, 22),
                Set.of("secret")),
                new RoleGrant(Role.HANDLER, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24), Set.of("secret"))),
                council.ledger().grants(HANDLER));
        council.clock.set("2026-11-24T00:00:00Z");
        assertIsHandler(HANDLER);
        council.clock.set("2026-11-24T15:00:00Z");
        assertIsNoHandler(HANDLER);
    }

    @Test
    @DisplayName("8-1(1)② a row in another state, or whose content is destroyed, gives nothing")
    void otherStateOrErased() {
        Entry row = designate(council, "itou", "2026-04-01");
        council.ledger().act(MANAGER, LEDGER, row.id(), "strike", null, fields());
        assertIsNoHandler(HANDLER);
        Entry second = designate(council, "itou", "2026-04-01");
        assertIsHandler(HANDLER);
        council.ledger().erase(MANAGER, LEDGER, second.id(), ERASURE);
        assertIsNoHandler(HANDLER);
    }

    @Test
    @DisplayName("8-1(1)② what is corrected to name another person gives the rights to that one")
    void correctedToAnother() {
        Entry row = designate(council, "itou", "2026-04-01");
        council.ledger().correct(MANAGER, LEDGER, row.id(), 1,
                submission("誤記", "handler", "kato", "designatedOn", "2026-04-01"));
        assertIsNoHandler(HANDLER);
        assertIsHandler(OTHER_HANDLER);
    }

    @Test
    @DisplayName("8-1(1)① a register gives roles on its own module's ledgers only")
    void ownModuleOnly() {
        council.engine.add(new TestModule("""
                {"id": "other.uses", "module": "other", "chapter": 8, "revision": 1,
                 "title": {"ja": "他", "en": "Other"}, "period": "month", "read": ["handler"],
                 "columns": [{"name": "what", "label": {"ja": "文書", "en": "Document"}, "type": "text"}],
                 "states": [{"name": "recorded", "label": {"ja": "記入", "en": "Recorded"}}],
                 "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "recorded",
                  "roles": ["handler"]}]}"""), 0, 9);
        designate(council, "itou", "2026-04-01");
        assertIsHandler(HANDLER);
        refused(Kind.FORBIDDEN, () -> council.ledger().enter(HANDLER, "other.uses", fields("what", "x")));
        refused(Kind.FORBIDDEN, () -> council.list(HANDLER, "other.uses"));
    }

    @Test
    @DisplayName("8-1(1)①② the register counts while its module is absent, and after a restart")
    void moduleAbsent() throws Exception {
        Entry row = designate(council, "itou", "2026-04-01");
        Entry kato = designate(council, "kato", "2026-04-01");
        release(council, kato, "2026-11-30");
        Entry use = use(HANDLER);
        council.restart(new TestModule());
        assertEquals("調書", council.ledger().get(HANDLER, USES, use.id()).fields().text("what"));
        council.list(OTHER_HANDLER, USES);
        refused(Kind.CONFLICT, () -> use(HANDLER));
        refused(Kind.FORBIDDEN, () -> council.list(STAFF, USES));
        council.clock.set("2026-11-30T00:00:00Z");
        refused(Kind.FORBIDDEN, () -> council.list(OTHER_HANDLER, USES));
        council.restart(new Register());
        assertIsHandler(HANDLER);
        assertIsNoHandler(OTHER_HANDLER);
        release(council, row, "2026-11-30");
        assertIsNoHandler(HANDLER);
    }

    @Test
    @DisplayName("8-1(1)② a write whose handler is released while its rules run is refused")
    void releasedMeanwhile() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        council.restart(new Register().rule((change, view) -> {
            asked.countDown();
            await(released);
            return List.of();
        }));
        Entry row = designate(council, "itou", "2026-04-01");
        CompletableFuture<Entry> writing = CompletableFuture.supplyAsync(() -> use(HANDLER));
        assertTrue(asked.await(20, TimeUnit.SECONDS));
        release(council, row, "2026-11-23");
        released.countDown();
        refused(Kind.FORBIDDEN, () -> unwrapped(writing));
        assertEquals(List.of(), council.list(MANAGER, USES));
    }

    private static Object unwrapped(CompletableFuture<?> writing) throws Throwable {
        try {
            return writing.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("8-1(1)② of writes and a release at once, none is written after the release")
    void atOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            Entry row = designate(council, "itou", "2026-04-01");
            AtOnce.run(8, i -> () -> i == 0
                    ? release(council, row, "2026-11-23").id()
                    : String.valueOf(passes(() -> use(HANDLER))));
            long end = council.ledger().get(MANAGER, LEDGER, row.id()).leafIndex();
            assertTrue(council.list(MANAGER, USES).stream().allMatch(use -> use.leafIndex() < end));
        }
    }

    @Test
    @DisplayName("8-1(1)② an erased register row is seen by a write that runs meanwhile")
    void erasedMeanwhile() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch erased = new CountDownLatch(1);
        council.restart(new Register().rule((change, view) -> {
            asked.countDown();
            await(erased);
            return List.of();
        }));
        Entry row = designate(council, "itou", "2026-04-01");
        CompletableFuture<Entry> writing = CompletableFuture.supplyAsync(() -> use(HANDLER));
        assertTrue(asked.await(20, TimeUnit.SECONDS));
        council.ledger().erase(MANAGER, LEDGER, row.id(), ERASURE);
        erased.countDown();
        refused(Kind.FORBIDDEN, () -> unwrapped(writing));
    }

    @Test
    @DisplayName("8-1(1)② a repeated request of who is released is told of nothing, also where they have another role")
    void repeatAfterRelease() {
        Caller both = new Caller("itou", HANDLER.person(),
                List.of(new RoleGrant(Role.STAFF, null, null, Set.of())), null, null);
        Entry row = designate(council, "itou", "2026-04-01");
        Submission once = new Submission(Map.of("what", "調書"), null, Map.of(), "key");
        Entry first = council.ledger().enter(both, USES, once);
        assertEquals(first.id(), council.ledger().enter(both, USES, once).id());
        release(council, row, "2026-11-23");
        refused(Kind.FORBIDDEN, () -> council.ledger().enter(both, USES, once));
    }

    @Test
    @DisplayName("8-1(1)① where no definition grants handler, nobody is one")
    void withoutRegister() throws Exception {
        Council other = Council.closed(keys.resolve("other"));
        try {
            other.open(new Register(""));
            other.ledger().enter(MANAGER, LEDGER, fields("handler", "itou", "designatedOn", "2026-04-01"));
            refused(Kind.FORBIDDEN, () -> other.list(HANDLER, USES));
        } finally {
            other.close();
        }
    }
}
