package org.daicho.chapter.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenNotesTest {

    @TempDir
    Path folder;

    @Test
    void listsWhatIsOpenToWhoMayReadIt() {
        try (TestLedger ledger = TestLedger.open(folder, new ExampleChapter())) {
            OpenNotesResource notes = new OpenNotesResource(ledger.ledger());
            Entry first = ledger.enter(Role.STAFF, ExampleChapter.NOTES, NotesTest.note("2026-11-20", null));
            Entry second = ledger.enter(Role.STAFF, ExampleChapter.NOTES, NotesTest.note("2026-11-21", null));
            ledger.act(Role.STAFF, first, "settle", Map.of("outcome", "油を差した"));
            assertEquals(List.of(second.id()), notes.open(ledger.people().caller(Role.MEMBER)).stream()
                    .map(Entry::id).toList());
            assertEquals(Kind.FORBIDDEN,
                    ledger.refusal(() -> notes.open(ledger.people().caller(Role.OPERATOR))).kind());
        }
    }
}
