package org.daicho.chapter.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.chapter.council.place.Places;
import org.daicho.chapter.council.register.Profile;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstEntriesTest {

    private static final FirstEntries.Council OGIKUBO = new FirstEntries.Council("試験協議会", "杉並区", "",
            List.of("事務局執務室"), List.of("委員活動場所"), List.of(), List.of());

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

    @Test
    @DisplayName("5-2 The configured cabinets are numbered in their order and stand in their places")
    void configuredCabinetsAreNumbered() {
        FirstEntries.Council council = new FirstEntries.Council("試験協議会", "", "", List.of("事務局執務室"), List.of(),
                List.of("書庫A", "書庫B"), List.of("事務局執務室", "事務局執務室"));
        try (TestLedger ledger = People.open(folder)) {
            new FirstEntries(ledger.ledger(), council).write();
            List<Fields> cabinets = ledger.look(view -> view.all(Places.LEDGER)).stream().map(Entry::fields)
                    .filter(fields -> Places.CABINET.equals(fields.text(Places.KIND))).toList();
            assertEquals(List.of("書庫A", "書庫B"), cabinets.stream().map(each -> each.text(Places.NAME)).toList());
            assertEquals(List.of(1L, 2L), cabinets.stream().map(each -> each.integer(Places.NUMBER)).toList());
            assertEquals("事務局執務室", cabinets.get(0).text(Places.ROOM));
            assertTrue(ledger.look(view -> view.all(Profile.LEDGER)).isEmpty(), "a profile without its ward");
        }
    }
}
