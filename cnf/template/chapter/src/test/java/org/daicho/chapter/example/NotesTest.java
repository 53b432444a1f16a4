package org.daicho.chapter.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {

    @TempDir
    Path folder;

    private final Neighbour inventory = Neighbour.keeping("assets.inventory", "name:text").step("remove", "removed");
    @AutoClose
    private TestLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, new ExampleChapter());
    }

    @Test
    @DisplayName("9-1 What is noticed tomorrow is refused")
    void futureIsRefused() {
        assertEquals(List.of("noticedOn"), broken(note("2026-11-24", null)));
    }

    @Test
    @DisplayName("9-1 A note is about an asset that the inventory has; without chapter 2 it is about any")
    void assetIsOneOfTheInventory() {
        enter(note("2026-11-23", "名簿"));
        ledger.add(inventory);
        assertEquals(List.of("asset"), broken(note("2026-11-23", "名簿")));
        Entry asset = inventory.enter(ledger, Map.of("name", "名簿"));
        enter(note("2026-11-23", "名簿"));
        ledger.act(Role.STAFF, asset, "remove", Map.of());
        assertEquals(List.of("asset"), broken(note("2026-11-23", "名簿")));
    }

    @Test
    @DisplayName("9-2 A note is due until it is settled")
    void noteIsFollowedUp() {
        Entry note = enter(note("2026-11-20", null));
        ledger.clock().goTo(LocalDate.of(2026, 11, 30));
        assertEquals(List.of(LocalDate.of(2026, 11, 30)), ledger.dutiesOf("example").stream().map(Duty::due).toList());
        ledger.act(Role.STAFF, note, "settle", Map.of("outcome", "油を差した"));
        assertEquals(List.of(), ledger.dutiesOf("example"));
    }

    @Test
    @DisplayName("What revision 1 called urgent is read as a priority, and what it holds was not touched")
    void revisionOneIsRead() {
        try (TestLedger before = TestLedger.open(folder.resolve("before"), new FirstRevision())) {
            Entry urgent = before.enter(Role.STAFF, ExampleChapter.NOTES, Map.of("noticedOn", "2026-11-20",
                    "note", "書庫の鍵が固い", "urgent", true, "followUpOn", "2026-11-30"));
            before.restart(new ExampleChapter());
            assertEquals("至急", before.get(Role.STAFF, urgent).fields().text("priority"));
            assertEquals(1, before.get(Role.STAFF, urgent).version());
        }
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, ExampleChapter.NOTES, fields);
    }

    private List<String> broken(Map<String, Object> fields) {
        return ledger.violations(() -> enter(fields)).stream().map(violation -> violation.field()).toList();
    }

    static Map<String, Object> note(String noticedOn, String asset) {
        Map<String, Object> note = new HashMap<>(Map.of("noticedOn", noticedOn, "note", "書庫の鍵が固い", "priority", "通常",
                "followUpOn", "2026-11-30"));
        if (asset != null) {
            note.put("asset", asset);
        }
        return note;
    }

    /** The chapter as it was before {@code priority}. */
    private static final class FirstRevision implements LedgerModule {

        @Override
        public List<String> definitions() {
            return new ExampleChapter().definitions().stream()
                    .map(json -> json.replace("\"revision\": 2", "\"revision\": 1")
                            .replaceAll("(?m)^ .*\"name\": \"priority\".*\\R", "").replace(", \"retired\": true", ""))
                    .toList();
        }

        @Override
        public List<Rule> rules() {
            return List.of();
        }
    }
}
