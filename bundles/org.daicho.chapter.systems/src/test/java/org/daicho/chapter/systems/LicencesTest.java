package org.daicho.chapter.systems;

import static org.daicho.chapter.systems.Systems.broken;
import static org.daicho.chapter.systems.Systems.due;
import static org.daicho.chapter.systems.Systems.duties;
import static org.daicho.chapter.systems.Systems.licence;
import static org.daicho.chapter.systems.Systems.seat;
import static org.daicho.chapter.systems.Systems.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.chapter.systems.Licences.Seat;
import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LicencesTest extends LedgerOfSystems {

    @Test
    @DisplayName("4-7 The seat after the last one is refused, until another is released or a licence is bought")
    void useNeverExceedsWhatIsHeld() {
        Entry held = held(licence(2));
        Entry first = assign(seat(held, "PC1"));
        assign(seat(held, "PC2"));
        assertEquals(Set.of("4-7 licence"), broken(ledger, () -> assign(seat(held, "PC3"))));
        ledger.act(Role.STAFF, first, "release", Map.of());
        assign(seat(held, "PC3"));
        assertEquals(Set.of("4-7 licence"), broken(ledger, () -> assign(seat(held, "PC4"))));
        ledger.correct(Role.STAFF, held, licence(3));
        assign(seat(held, "PC4"));
        assertEquals(List.of(), due(ledger, Licences.LEDGER, "over"));
    }

    @Test
    @DisplayName("4-7 Software of the inventory whose licences nobody counts is due from the day it was entered")
    void softwareWithoutLicences() {
        ledger.add(Neighbours.inventory());
        Neighbours.asset(ledger, "ﾜｰﾌﾟﾛｿﾌﾄ", "ソフトウェア", Map.of());
        Neighbours.asset(ledger, "会員名簿", "紙媒体", Map.of());
        assertEquals(List.of("4-7 2026-11-23"), due(ledger, Licences.LEDGER, "register"));
        Entry held = held(licence(2));
        assertEquals(List.of(), due(ledger, Licences.LEDGER, "register"));
        ledger.act(Role.STAFF, held, "retire", Map.of("retirementReason", "解約"));
        assertEquals(List.of("4-7 2026-11-23"), due(ledger, Licences.LEDGER, "register"));
    }

    @Test
    @DisplayName("2-3(1) Software with licences that 様式1 does not have is due where 様式1 is kept")
    void softwareOutsideTheInventory() {
        ledger.add(Neighbours.inventory());
        held(licence(2));
        Neighbours.asset(ledger, "ワープロソフト", "電子データ", Map.of());
        assertEquals(List.of("2-3(1) 2026-11-23"), due(ledger, Licences.LEDGER, "inventory"));
        Neighbours.asset(ledger, "ワープロソフト", "ソフトウェア", Map.of());
        assertEquals(List.of(), due(ledger, Licences.LEDGER, "inventory"));
    }

    @Test
    @DisplayName("4-7 A seat is of a licence that is held and has not ended")
    void seatIsOfAHeldLicence() {
        assertEquals(Set.of("4-7 licence"),
                broken(ledger, () -> assign(Map.of("licence", "ワープロソフト", "device", "PC1"))));
        Entry ended = held(with(licence(2), "validTo", "2026-11-22"));
        assertEquals(Set.of("4-7 licence"), broken(ledger, () -> assign(seat(ended, "PC1"))));
        assign(seat(held(with(licence(2), "validTo", "2026-11-23")), "PC1"));
        Entry retired = held(licence(2));
        ledger.act(Role.STAFF, retired, "retire", Map.of("retirementReason", "解約"));
        assertEquals(Set.of("4-7 licence"), broken(ledger, () -> assign(seat(retired, "PC1"))));
    }

    @Test
    @DisplayName("4-7 A corrected seat may name its device anew, but takes no seat of another licence that is full")
    void correctedSeat() {
        Entry full = held(licence(1));
        Entry taken = assign(seat(full, "PC1"));
        ledger.correct(Role.STAFF, taken, seat(full, "PC9"));
        Entry other = assign(seat(held(licence(1)), "PC2"));
        assertEquals(Set.of("4-7 licence"), broken(ledger, () -> ledger.correct(Role.STAFF, other, seat(full, "PC2"))));
    }

    @Test
    @DisplayName("4-7 Days of seats and licences are in order and not ahead, and numbers not below zero")
    void daysAndNumbersAreSound() {
        assertEquals(Set.of("4-7 licencesOwned"), broken(ledger, () -> held(licence(-1))));
        assertEquals(Set.of("4-7 validTo"), broken(ledger,
                () -> held(with(with(licence(1), "acquiredOn", "2026-11-01"), "validTo", "2026-10-31"))));
        Entry held = held(licence(1));
        assertEquals(Set.of("4-7 licencesInUse"), broken(ledger, () -> counted(held, -1)));
        assertEquals(Set.of("4-7 countedOn"), broken(ledger, () -> ledger.act(Role.STAFF, held, "count",
                Map.of("licencesInUse", 1L, "countedOn", "2026-11-24"))));
        assertEquals(Set.of("4-7 assignedOn"),
                broken(ledger, () -> assign(with(seat(held, "PC1"), "assignedOn", "2026-11-24"))));
        Entry seat = assign(seat(held, "PC1"));
        assertEquals(Set.of("4-7 releasedOn"), broken(ledger,
                () -> ledger.act(Role.STAFF, seat, "release", Map.of("releasedOn", "2026-11-24"))));
        assertEquals(Set.of("4-7 releasedOn"), broken(ledger,
                () -> ledger.act(Role.STAFF, seat, "release", Map.of("releasedOn", "2026-11-22"))));
        assertEquals(Set.of("4-7 retiredOn", "4-7 licencesOwned"), broken(ledger, () -> ledger.act(Role.STAFF, held,
                "retire", Map.of("retirementReason", "解約", "retiredOn", "2026-11-24"))));
    }

    @Test
    @DisplayName("4-7 A licence that is assigned is not retired")
    void assignedLicenceStays() {
        Entry held = held(licence(1));
        Entry seat = assign(seat(held, "PC1"));
        Map<String, Object> reason = Map.of("retirementReason", "解約");
        assertEquals(Set.of("4-7 licencesOwned"),
                broken(ledger, () -> ledger.act(Role.STAFF, held, "retire", reason)));
        ledger.act(Role.STAFF, seat, "release", Map.of());
        assertEquals("retired", ledger.act(Role.STAFF, held, "retire", reason).state());
    }

    @Test
    @DisplayName("4-7 More found in use than owned is taken as it was found, and shown as over")
    void discoveredOverUseIsShown() {
        Entry held = held(licence(2));
        assertEquals(5L, counted(held, 5).fields().integer("licencesInUse"));
        assertEquals(List.of("4-7 2026-11-23"), due(ledger, Licences.LEDGER, "over"));
        assertTrue(duties(ledger, Licences.LEDGER, "over").findFirst().orElseThrow().title().ja()
                .contains("保有2、割当て0、確認した使用数5"));
        counted(held, 2);
        assertEquals(List.of(), due(ledger, Licences.LEDGER, "over"));
    }

    @Test
    @DisplayName("4-7 Licences that were lost leave their seats over, and that is shown")
    void lostLicencesAreOver() {
        Entry held = held(licence(2));
        assign(seat(held, "PC1"));
        assign(seat(held, "PC2"));
        ledger.correct(Role.STAFF, held, licence(1));
        assertEquals(List.of("4-7 2026-11-23"), due(ledger, Licences.LEDGER, "over"));
    }

    @Test
    @DisplayName("4-7 A count that differs from what is assigned is shown; a count is due each year")
    void countsAreKept() {
        Entry held = held(licence(3));
        assertEquals(List.of("4-7 2027-11-23"), due(ledger, Licences.LEDGER, "count"));
        assign(seat(held, "PC1"));
        counted(held, 2);
        assertEquals(List.of("4-7 2026-11-23"), due(ledger, Licences.LEDGER, "differs"));
        ledger.clock().goTo(TestClock.START.plusDays(7));
        counted(held, 1);
        assertEquals(List.of(), due(ledger, Licences.LEDGER, "differs"));
        assertEquals(List.of("4-7 2027-11-30"), due(ledger, Licences.LEDGER, "count"));
    }

    @Test
    @DisplayName("4-7 The end of a licence is due, and so is a seat on a device that is not in use")
    void endsAndSeats() {
        Entry held = held(with(licence(1), "validTo", "2027-03-31"));
        assertEquals(List.of("4-7 2027-03-31"), due(ledger, Licences.LEDGER, "end"));
        assign(seat(held, "受付PC"));
        assertEquals(List.of("4-7 2026-11-23"), due(ledger, Seat.LEDGER, "device"));
        ledger.enter(Role.STAFF, Devices.LEDGER, Systems.device(Devices.Kind.DESKTOP));
        assertEquals(List.of(), due(ledger, Seat.LEDGER, "device"));
    }

    private Entry held(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Licences.LEDGER, fields);
    }

    private Entry counted(Entry licence, long inUse) {
        return ledger.act(Role.STAFF, licence, "count", Map.of("licencesInUse", inUse));
    }

    private Entry assign(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Seat.LEDGER, fields);
    }
}
