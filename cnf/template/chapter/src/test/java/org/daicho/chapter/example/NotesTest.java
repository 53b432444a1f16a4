package org.daicho.chapter.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {

    @TempDir
    Path folder;

    private TestLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, new ExampleChapter());
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    @Test
    @DisplayName("1-1 What is noticed tomorrow is refused")
    void futureIsRefused() {
        assertEquals("1-1", ledger.violations(() -> note("2026-11-24")).get(0).clause());
    }

    @Test
    @DisplayName("1-1 A note is due until it is settled")
    void noteIsFollowedUp() {
        Entry note = note("2026-11-23");
        assertEquals(List.of(LocalDate.of(2026, 11, 30)), ledger.dutiesOf("example").stream().map(Duty::due).toList());
        ledger.act(Role.STAFF, note, "settle", Map.of("outcome", "油を差した"));
        assertEquals(List.of(), ledger.dutiesOf("example"));
    }

    private Entry note(String day) {
        return ledger.enter(Role.STAFF, "example.notes",
                Map.of("noticedOn", day, "note", "書庫の鍵が固い", "followUpOn", "2026-11-30"));
    }
}
