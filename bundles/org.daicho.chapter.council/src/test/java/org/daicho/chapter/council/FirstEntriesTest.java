package org.daicho.chapter.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.Role;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.Place;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstEntriesTest {

    private static final FirstEntries.Council OGIKUBO = new FirstEntries.Council("試験協議会", "杉並区", "",
            List.of("事務局執務室"), List.of("委員活動場所"));

    @TempDir
    Path folder;

    @Test
    @DisplayName("1-2(2)①② The configured places are entered once, as places that nobody has seen to be locked")
    void configuredPlacesAreEntered() {
        try (TestLedger ledger = People.open(folder)) {
            FirstEntries first = new FirstEntries(ledger.ledger(), OGIKUBO);
            first.write();
            first.write();
            assertEquals(Set.of(new Place("事務局執務室", false, false), new Place("委員活動場所", false, false)),
                    ledger.look(LedgerView::places).stream().collect(Collectors.toSet()));
            assertEquals(1, ledger.look(view -> view.all(Profile.LEDGER)).size());
            assertTrue(People.duties(ledger, Places.LEDGER, "1-2(2)①").isEmpty());
        }
    }

    @Test
    @DisplayName("1-2(2) A register in which someone wrote is left alone")
    void writtenRegistersAreLeftAlone() {
        try (TestLedger ledger = People.open(folder)) {
            ledger.enter(Role.STAFF, Places.LEDGER,
                    Map.of("name", "仮事務所", "kind", "執務室", "lockable", true, "restricted", true));
            new FirstEntries(ledger.ledger(), OGIKUBO).write();
            assertEquals(List.of(new Place("仮事務所", true, true)), ledger.look(LedgerView::places));
        }
    }
}
