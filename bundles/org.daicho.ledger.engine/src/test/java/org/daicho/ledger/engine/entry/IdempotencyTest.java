package org.daicho.ledger.engine.entry;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.OTHER_STAFF;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.testing.AtOnce;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Idempotency-Key")
class IdempotencyTest {

    @OpenCouncil
    private Council council;

    private static Submission keyed(String key, String item) {
        return new Submission(Map.of("lentOn", "2026-11-20", "item", item), null, Map.of(), key);
    }

    private Entry enter(String key, String item) {
        return council.ledger().enter(STAFF, Loans.LEDGER, keyed(key, item));
    }

    @Test
    void aRepeatAnswersAsTheFirstDid() throws Exception {
        Entry first = enter("k", "物");
        council.ledger().act(MANAGER, Loans.LEDGER, first.id(), "approve", null, Council.fields());
        List<Entry> heard = new ArrayList<>();
        council.restart();
        council.engine.listener(heard::add);
        assertEquals(first, enter("k", "物"));
        assertEquals(List.of(), heard, "nobody hears again of what was written before");
        assertEquals(1, council.list(STAFF, Loans.LEDGER).size());
    }

    @Test
    @DisplayName("The last seat that the first one took does not refuse the repeat")
    void rulesDoNotRefuseTheRepeat() {
        enter("1", "物");
        enter("2", "物");
        Entry third = enter("3", "物");
        refused(Kind.INVALID, () -> enter("4", "物"));
        assertEquals(third, enter("3", "物"));
    }

    @Test
    void aStepOrACorrectionIsRepeatedToo() {
        Entry entry = enter(null, "物");
        Submission none = new Submission(Map.of(), null, Map.of(), "step");
        Entry approved = council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", 1, none);
        assertEquals(approved, council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", 1, none));
        Submission better = new Submission(Map.of("lentOn", "2026-11-20", "item", "別"), "誤記", Map.of(), "correct");
        Entry corrected = council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), 2, better);
        assertEquals(corrected, council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), 2, better));
        assertEquals(3, council.ledger().get(STAFF, Loans.LEDGER, entry.id()).version());
    }

    @Test
    void anotherBodyIsRefused() {
        Entry first = enter("k", "物");
        refused(Kind.INVALID, () -> enter("k", "別"));
        // A text that reads like two fields is another body than the two fields.
        Map<String, Object> two = new LinkedHashMap<>(Map.of("lentOn", "2026-11-20", "item", "a", "note", "b"));
        council.ledger().enter(STAFF, Loans.LEDGER, new Submission(two, null, Map.of(), "two"));
        Map<String, Object> one = new LinkedHashMap<>(Map.of("lentOn", "2026-11-20", "item", "a, note=b"));
        refused(Kind.INVALID, () -> council.ledger().enter(STAFF, Loans.LEDGER,
                new Submission(one, null, Map.of(), "two")));
        refused(Kind.INVALID, () -> council.ledger().act(MANAGER, Loans.LEDGER, first.id(), "approve", null,
                new Submission(Map.of("x", 1.5), null, Map.of(), "fraction")));
        refused(Kind.MALFORMED, () -> enter(" ", "物"));
        refused(Kind.MALFORMED, () -> enter("k".repeat(201), "物"));
    }

    @Test
    void anotherAccountIsIndependent() {
        Entry first = enter("k", "物");
        Entry other = council.ledger().enter(OTHER_STAFF, Loans.LEDGER, keyed("k", "別"));
        assertNotEquals(first.id(), other.id());
    }

    @Test
    void after24HoursItIsForgotten() throws Exception {
        Entry first = enter("k", "物");
        council.clock.set("2026-11-23T23:59:59Z");
        assertEquals(first.id(), enter("k", "物").id());
        council.clock.set("2026-11-24T00:00:00Z");
        assertNotEquals(first.id(), enter("k", "別").id());
        enter("later", "物");
        council.clock.set("2026-11-26T00:00:00Z");
        enter("latest", "他");
        assertEquals(1, council.query("SELECT request_key FROM ledger_repeat").size());
    }

    @Test
    void ofTheSameAtOnceOneIsWritten() throws Exception {
        List<Entry> all = AtOnce.run(12, i -> () -> enter("k" + i % 3, "物" + i % 3));
        assertEquals(3, new HashSet<>(all).size());
        assertEquals(3, council.list(STAFF, Loans.LEDGER).size());
    }

    @Test
    @DisplayName("8-2(7): a repeat tells nothing of what was erased since, nor whether a guess of it is right")
    void aRepeatAfterAnErasure() throws Exception {
        Entry first = enter("k", "物");
        council.ledger().erase(MANAGER, Loans.LEDGER, first.id(), new Erasure("期限", "裁断", "鈴木"));
        assertEquals(Map.of(), enter("k", "物").fields().values());
        assertEquals(Map.of(), enter("k", "当て推量").fields().values());
        assertEquals(List.of(" ".repeat(43)), council.query("SELECT request FROM ledger_repeat"));
    }
}
