package org.daicho.ledger.engine.right;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers that ask for a registered terminal, and lock when it is left. */
class TerminalTest {

    private static final String GUARDED = "guarded.things";
    private static final String PLAIN = "plain.things";
    private static final Erasure ERASURE = new Erasure("期限", "裁断", "鈴木");

    @TempDir
    Path keys;
    @AutoClose
    private Council council;

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        String columns = TestModule.column("what", "text", "");
        String monthly = "\"period\": \"month\", \"monthlyCheck\": \"8-3\"";
        council.open(
                new TestModule(TestModule.definition(GUARDED, 1, columns).replace("\"period\": \"month\"",
                        monthly + ", \"terminal\": true")),
                new TestModule(TestModule.definition(PLAIN, 1, columns).replace("\"period\": \"month\"", monthly)));
    }

    private static Caller at(Caller caller, String terminal, boolean locked) {
        return new Caller(caller.account(), caller.person(), caller.grants(), terminal, locked, null);
    }

    private Entry enter(Caller caller, String ledger) {
        return council.ledger().enter(caller, ledger, fields("what", "調書"));
    }

    private void assertRefused(String sentence, Executable call) {
        LedgerException refusal = refused(Kind.FORBIDDEN, call);
        assertTrue(refusal.text().ja().contains(sentence), refusal.text().ja());
    }

    @Test
    @DisplayName("8-2(13)① until the council has terminals, none is asked for")
    void noneIsAskedForBefore() {
        enter(STAFF, GUARDED);
        council.engine.terminals(() -> true);
        council.engine.terminals(null);
        enter(STAFF, GUARDED);
    }

    @Test
    @DisplayName("8-2(13)① entries, corrections and erasures of such a ledger come from a registered terminal only")
    void writesComeFromATerminal() {
        Entry entry = enter(STAFF, GUARDED);
        council.engine.terminals(() -> true);
        assertRefused("入力端末", () -> enter(STAFF, GUARDED));
        assertRefused("入力端末", () -> council.ledger().correct(STAFF, GUARDED, entry.id(), 1,
                submission("誤記", "what", "x")));
        assertRefused("入力端末", () -> council.ledger().erase(MANAGER, GUARDED, entry.id(), ERASURE));
        assertRefused("権限がありません", () -> enter(MEMBER, GUARDED));
        assertEquals("調書", council.ledger().get(STAFF, GUARDED, entry.id()).fields().text("what"));
        council.ledger().correct(at(STAFF, "t1", false), GUARDED, entry.id(), 1, submission("誤記", "what", "x"));
        council.ledger().erase(at(MANAGER, "t1", false), GUARDED, entry.id(), ERASURE);
        enter(STAFF, PLAIN);
    }

    @Test
    @DisplayName("8-2(13)② who left the terminal gets nothing of such a ledger, and others as before")
    void leftTerminal() {
        Caller left = at(STAFF, "t1", true);
        Entry entry = enter(STAFF, GUARDED);
        assertRefused("ロック", () -> enter(left, GUARDED));
        assertRefused("ロック", () -> council.list(left, GUARDED));
        assertRefused("ロック", () -> council.ledger().get(left, GUARDED, entry.id()));
        assertRefused("ロック", () -> council.ledger().versions(left, GUARDED, entry.id()));
        assertRefused("ロック", () -> council.ledger().correct(left, GUARDED, entry.id(), 1,
                submission("誤記", "what", "x")));
        assertRefused("ロック", () -> council.ledger().erase(at(MANAGER, null, true), GUARDED, entry.id(), ERASURE));
        assertRefused("ロック", () -> council.engine.sheets().sheet(left, GUARDED, SheetPeriod.parse("2026-11")));
        assertRefused("ロック",
                () -> council.engine.sheets().sign(at(MANAGER, null, true), GUARDED, SheetPeriod.parse("2026-11"),
                        new CheckSubmission(null, Map.of(), List.of())));
        assertEquals(Map.of(), council.engine.log().proof(left, GUARDED, entry.id(), 1).openings());
        assertRefused("権限がありません", () -> council.list(at(MEMBER, "t1", true), GUARDED));
        enter(left, PLAIN);
        council.list(left, PLAIN);
        council.list(at(STAFF, "t1", false), GUARDED);
    }

    @Test
    @DisplayName("8-2(13)② duties of such a ledger, and what a repeated request led to, are not told either")
    void nothingElseTells() {
        council.clock.set("2027-01-04T00:00:00Z");
        Caller left = at(STAFF, null, true);
        Submission once = new Submission(Map.of("what", "調書"), null, Map.of(), "key");
        council.ledger().enter(STAFF, GUARDED, once);
        assertRefused("ロック", () -> council.ledger().enter(left, GUARDED, once));
        council.clock.set("2027-03-04T00:00:00Z");
        assertTrue(isDue(STAFF));
        assertFalse(isDue(left));
    }

    private boolean isDue(Caller caller) {
        return council.engine.duties().duties(caller, council.clock.instant().atZone(LedgerClock.ZONE).toLocalDate())
                .stream()
                .anyMatch(duty -> duty.ledger().equals(GUARDED));
    }
}
