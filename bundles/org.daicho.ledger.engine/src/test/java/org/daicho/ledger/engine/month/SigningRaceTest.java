package org.daicho.ledger.engine.month;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.OTHER_STAFF;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.Neighbour;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is written while a check is signed is on the signed sheet or under 繰越, never lost between. */
class SigningRaceTest {

    private static final CheckSubmission WELL = new CheckSubmission("", Map.of(), List.of());

    @OpenCouncil
    private Council council;

    @Test
    @DisplayName("3-5 entries written between reading and signing the sheet are not on it, and show under 繰越")
    void nothingSlipsOntoOrOffTheSheet() throws Exception {
        AtomicBoolean between = new AtomicBoolean();
        Neighbour slow = new Neighbour("slow").duty((from, to, view) -> {
            // The gaps are computed after the size of the log was noted, and before the rows are read.
            if (between.get()) {
                council.ledger().enter(STAFF, "slow.things", fields("name", "間に入った記入"));
            }
            return List.of();
        });
        council.engine.add(slow, 0, 9);
        council.ledger().enter(STAFF, "slow.things", fields("name", "前からある記入"));
        between.set(true);
        MonthlyCheck signed = council.engine.sheets().sign(MANAGER, "slow.things", SheetPeriod.parse("2026-11"), WELL);
        between.set(false);
        Sheet sheet = council.engine.sheets().sheet(MANAGER, "slow.things", SheetPeriod.parse("2026-11"));
        assertEquals(List.of("前からある記入"), sheet.rows().stream().map(r -> r.entry().fields().text("name")).toList());
        assertEquals(signed.checked(), sheet.check());
        assertTrue(!sheet.carriedOver().isEmpty());
        assertEquals(Set.of("間に入った記入"),
                new HashSet<>(sheet.carriedOver().stream().map(r -> r.entry().fields().text("name")).toList()));
    }

    @Test
    @DisplayName("3-5 under load every entry is on the signed sheet or under 繰越, exactly once")
    void everyEntryIsSomewhere() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(5);
        try {
            AtomicBoolean end = new AtomicBoolean();
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int writer = i;
                writers.add(threads.submit(() -> {
                    List<String> written = new ArrayList<>();
                    for (int n = 0; !end.get(); n++) {
                        Entry entry = council.ledger().enter(writer % 2 == 0 ? STAFF : OTHER_STAFF, Loans.LEDGER,
                                fields("lentOn", "2026-11-22", "item", writer + "-" + n));
                        written.add(entry.id());
                    }
                    return written;
                }));
            }
            while (council.engine.sheets().sheet(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11")).rows()
                    .size() < 20) {
                Thread.onSpinWait();
            }
            council.engine.sheets().sign(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"), WELL);
            while (council.engine.sheets().sheet(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11")).carriedOver()
                    .size() < 5) {
                Thread.onSpinWait();
            }
            end.set(true);
            List<String> written = new ArrayList<>();
            for (Future<List<String>> writer : writers) {
                written.addAll(writer.get());
            }
            Sheet sheet = council.engine.sheets().sheet(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"));
            List<String> shown = new ArrayList<>(sheet.rows().stream().map(r -> r.entry().id()).toList());
            shown.addAll(sheet.carriedOver().stream().map(r -> r.entry().id()).toList());
            Collections.sort(written);
            Collections.sort(shown);
            assertEquals(written, shown);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @DisplayName("3-5 of two who sign the same sheet at once, one signs")
    void oneOfTwoSigns() throws Exception {
        council.lend(STAFF, "台帳A");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Callable<Boolean> sign = () -> {
                try {
                    council.engine.sheets().sign(MANAGER, Loans.LEDGER, SheetPeriod.parse("2026-11"), WELL);
                    return true;
                } catch (LedgerException e) {
                    assertEquals(Kind.CONFLICT, e.kind());
                    return false;
                }
            };
            int signed = 0;
            for (Future<Boolean> one : threads.invokeAll(Collections.nCopies(6, sign))) {
                signed += one.get() ? 1 : 0;
            }
            assertEquals(1, signed);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @DisplayName("3-5 an entry that meets the signature of its month asks for its reason")
    void anEntryThatMeetsTheSignatureAsksForItsReason() {
        council.clock.set("2026-12-01T00:00:00Z");
        AtomicBoolean between = new AtomicBoolean(true);
        Neighbour meeting = new Neighbour("meet").rule((change, view) -> {
            if (between.getAndSet(false)) {
                council.engine.sheets().sign(MANAGER, "meet.things", SheetPeriod.parse("2026-11"), WELL);
            }
            return List.of();
        });
        meeting.definitions = () -> List.of(meeting.definition("meet.things")
                .replace("\"title\"", "\"periodField\": \"day\", \"title\"")
                .replace("\"columns\": [",
                        "\"columns\": [{\"name\": \"day\", \"label\": {\"ja\": \"日\", \"en\": \"Day\"},"
                                + " \"type\": \"date\"},"));
        council.engine.add(meeting, 0, 9);
        LedgerException refused = assertThrows(LedgerException.class, () -> council.ledger().enter(STAFF,
                "meet.things", fields("name", "x", "day", "2026-11-28")));
        assertEquals("checked-month", refused.violations().get(0).confirm());
    }
}
