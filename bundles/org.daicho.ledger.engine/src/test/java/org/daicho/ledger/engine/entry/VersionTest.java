package org.daicho.ledger.engine.entry;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.testing.AtOnce;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Versions: a correction appends, and nothing is overwritten")
class VersionTest {

    @OpenCouncil
    private Council council;
    private Entry approved;

    @BeforeEach
    void open() throws Exception {
        Entry entry = council.ledger().enter(STAFF, Loans.LEDGER,
                fields("lentOn", "2026-11-20", "item", "物", "note", "備考"));
        approved = council.ledger().act(MANAGER, Loans.LEDGER, entry.id(), "approve", 1, fields());
    }

    @AfterEach
    void close() throws Exception {
        council.assertVerifies();
    }

    private Entry correct(int version, Object... pairs) {
        return council.ledger().correct(STAFF, Loans.LEDGER, approved.id(), version, submission("誤記", pairs));
    }

    @Test
    void theWholeSetOfFieldsCounts() {
        Entry corrected = correct(2, "lentOn", "2026-11-21", "item", "物");
        assertFalse(corrected.fields().has("note"), "what is left out is emptied");
        assertEquals("approved", corrected.state());
        assertEquals(1L, corrected.fields().integer("number"));
        refused(Kind.INVALID, () -> correct(3, "item", "物"));
    }

    @Test
    @DisplayName("What a step sets is changed by no correction, and may be handed in as it is")
    void aStepsFieldsAreNotCorrected() {
        LedgerException refusal = refused(Kind.INVALID,
                () -> correct(2, "lentOn", "2026-11-20", "item", "物", "approvedBy", "sato"));
        assertEquals("approvedBy", refusal.violations().get(0).field());
        refused(Kind.INVALID, () -> correct(2, "lentOn", "2026-11-20", "item", "物", "returnedOn", "2026-11-21"));
        refused(Kind.INVALID, () -> correct(2, "lentOn", "2026-11-20", "item", "物", "number", 5));
        Entry same = correct(2, "lentOn", "2026-11-20", "item", "物", "number", 1, "approvedBy",
                Map.of("id", MANAGER.person().id(), "name", "だれか"));
        assertEquals(MANAGER.person(), same.fields().person("approvedBy"));
    }

    @Test
    @DisplayName("Changing what an approval covered takes the entry back, and the approval with it")
    void anApprovalCovers() {
        Entry changed = correct(2, "lentOn", "2026-11-20", "item", "別の物");
        assertEquals("requested", changed.state());
        assertFalse(changed.fields().has("approvedBy"));
        refused(Kind.CONFLICT,
                () -> council.ledger().act(STAFF, Loans.LEDGER, approved.id(), "return", null, fields()));
    }

    @Test
    void staleVersionsAndReasons() {
        refused(Kind.STALE, () -> correct(1, "lentOn", "2026-11-20", "item", "物"));
        refused(Kind.STALE, () -> correct(3, "lentOn", "2026-11-20", "item", "物"));
        for (String reason : new String[]{null, " ", "長".repeat(1001), "123456789018"}) {
            LedgerException refusal = refused(Kind.INVALID, () -> council.ledger().correct(STAFF, Loans.LEDGER,
                    approved.id(), 2, submission(reason, "lentOn", "2026-11-20", "item", "物")));
            assertEquals("reason", refusal.violations().get(0).field());
        }
        refused(Kind.INVALID, () -> council.ledger().act(STAFF, Loans.LEDGER, approved.id(), "return", null,
                new Submission(Map.of(), "長".repeat(1001), Map.of(), null)));
        refused(Kind.INVALID, () -> council.ledger().act(STAFF, Loans.LEDGER, approved.id(), "return", null,
                new Submission(Map.of(), null, Map.of("x", "長".repeat(1001)), null)));
    }

    @Test
    void ofTwoWhoSawTheSameVersionOneIsStale() throws Exception {
        List<Boolean> done = AtOnce.run(8, i -> () -> {
            try {
                correct(2, "lentOn", "2026-11-20", "item", "物", "note", "私" + i);
                return true;
            } catch (LedgerException e) {
                assertEquals(Kind.STALE, e.kind());
                return false;
            }
        });
        assertEquals(1, done.stream().filter(d -> d).count());
        List<Entry> versions = council.ledger().versions(STAFF, Loans.LEDGER, approved.id());
        assertEquals(LongStream.rangeClosed(1, 3).boxed().toList(),
                versions.stream().map(v -> (long) v.version()).toList());
        assertEquals("備考", versions.get(0).fields().text("note"));
    }
}
