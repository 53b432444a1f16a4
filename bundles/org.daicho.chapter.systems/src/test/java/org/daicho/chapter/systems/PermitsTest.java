package org.daicho.chapter.systems;

import static org.daicho.chapter.systems.Systems.broken;
import static org.daicho.chapter.systems.Systems.due;
import static org.daicho.chapter.systems.Systems.duties;
import static org.daicho.chapter.systems.Systems.permit;
import static org.daicho.chapter.systems.Systems.sighting;
import static org.daicho.chapter.systems.Systems.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestClock;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermitsTest extends LedgerOfSystems {

    @ParameterizedTest(name = "4-1 {0} permits no medium")
    @EnumSource(value = Role.class, names = {"STAFF", "MEMBER", "HANDLER", "OPERATOR"})
    void onlyTheManagerPermits(Role role) {
        Entry request = request(permit());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.act(role, request, "permit", Map.of())).kind());
    }

    @Test
    @DisplayName("4-1 The manager permits a medium on a device from when to when, from today on")
    void managerPermits() {
        Entry permitted = permitted(permit());
        assertEquals("会長 一郎", permitted.fields().person("permittedBy").name());
        assertEquals("2026-11-23", permitted.fields().text("permittedOn"));
        Entry another = request(permit());
        assertEquals(Set.of("4-1 permittedOn"), broken(ledger,
                () -> ledger.act(Role.MANAGER, another, "permit", Map.of("permittedOn", "2026-11-20"))));
    }

    @Test
    @DisplayName("4-1 The period ends after it begins, and is not over when it is permitted")
    void periodIsSound() {
        assertEquals(Set.of("4-1 permittedTo"),
                broken(ledger, () -> request(with(permit(), "permittedTo", "2026-11-19"))));
        Entry over = request(with(permit(), "permittedTo", "2026-11-22"));
        assertEquals(Set.of("4-1 permittedTo"),
                broken(ledger, () -> ledger.act(Role.MANAGER, over, "permit", Map.of())));
        permitted(with(permit(), "permittedTo", "2026-11-23"));
    }

    @Test
    @DisplayName("4-1 A permission that is corrected has to be given anew")
    void correctionAsksAnew() {
        Entry permitted = permitted(permit());
        Entry corrected = ledger.correct(Role.STAFF, permitted, with(permit(), "permittedTo", "2027-12-31"));
        assertEquals("requested", corrected.state());
        assertTrue(!corrected.fields().has("permittedBy"));
    }

    @Test
    @DisplayName("4-1 A permission ends by its day, not in the future, and its end is due")
    void permissionsEnd() {
        Entry permitted = permitted(permit());
        assertEquals(List.of("4-1 2026-12-31"), due(ledger, Permits.LEDGER, "end"));
        assertEquals(Set.of("4-1 endedOn"), broken(ledger,
                () -> ledger.act(Role.MANAGER, permitted, "end", Map.of("endedOn", "2026-11-24"))));
        ledger.act(Role.MANAGER, permitted, "end", Map.of());
        assertEquals(List.of(), due(ledger, Permits.LEDGER, "end"));
    }

    @Test
    @DisplayName("4-1 A medium that nobody permitted is due as an incident from the day it was seen")
    void unlistedMediumIsAnIncident() {
        sees(sighting());
        assertEquals(List.of("4-1 2026-11-23"), unlisted());
        assertEquals(Set.of("4-1 seenAt"),
                broken(ledger, () -> sees(with(sighting(), "seenAt", "2026-11-24T08:00:00+09:00"))));
    }

    @Test
    @DisplayName("4-1 A permitted medium on its device is none, however the names are written")
    void permittedMediumIsNone() {
        permitted(permit());
        sees(with(sighting(), "medium", "ＵＳＢメモリ１号"));
        assertEquals(List.of(), unlisted());
    }

    @Test
    @DisplayName("4-1 It is one on another device, after the period, after its end, and before it was permitted")
    void permitIsNarrow() {
        sees(with(sighting(), "seenAt", "2026-11-22T08:30:00+09:00"));
        Entry permitted = permitted(permit());
        assertEquals(List.of("4-1 2026-11-22"), unlisted());
        sees(with(sighting(), "device", "事務PC"));
        assertEquals(2, unlisted().size());
        ledger.act(Role.MANAGER, permitted, "end", Map.of());
        sees(sighting());
        assertEquals(2, unlisted().size());
        ledger.clock().goTo(TestClock.START.plusDays(1));
        sees(with(sighting(), "seenAt", "2026-11-24T08:30:00+09:00"));
        assertEquals(3, unlisted().size());
        ledger.clock().goTo(TestClock.START.plusDays(2));
        permitted(with(permit(), "permittedTo", "2026-11-25"));
        assertEquals(3, unlisted().size());
        ledger.clock().goTo(TestClock.START.plusDays(3));
        sees(with(sighting(), "seenAt", "2026-11-26T08:30:00+09:00"));
        assertEquals(4, unlisted().size());
    }

    @Test
    @DisplayName("4-1 It stays due until its report is there; without chapter 6 whatever names the paper will do")
    void reportSettlesIt() {
        Entry onPaper = sees(sighting());
        assertTrue(duties(ledger, Sightings.LEDGER, "unlisted").findFirst().orElseThrow().title().ja()
                .contains("未導入 — 紙で報告"));
        ledger.correct(Role.STAFF, onPaper, with(sighting(), "incidentReport", "紙の報告 第3号"));
        assertEquals(List.of(), unlisted());
        ledger.add(Neighbours.reports());
        assertEquals(1, unlisted().size());
        assertEquals(Set.of("4-1 incidentReport"), broken(ledger,
                () -> ledger.correct(Role.STAFF, onPaper, with(sighting(), "incidentReport", "紙の報告 第4号"))));
        Entry report = ledger.enter(Role.STAFF, Neighbours.REPORTS, Map.of("contents", "私物のUSBメモリの接続"));
        ledger.correct(Role.STAFF, onPaper, with(sighting(), "incidentReport", report.id()));
        assertEquals(List.of(), unlisted());
        assertEquals(1, reports().size());
    }

    @Test
    @DisplayName("4-1 A medium that nobody permitted is reported as it is seen, once; a permitted one is not")
    void sightingEntersItsReport() {
        ledger.add(Neighbours.reports());
        Entry seen = sees(sighting());
        Entry report = reports().get(0);
        assertEquals(seen.id(), report.fields().text("sighting"));
        assertEquals("許可のない記録媒体「USBメモリ1号」が「受付PC」に接続されていました。", report.fields().text("contents"));
        assertEquals("2026-11-23T08:30:00+09:00", report.fields().text("discoveredAt"));
        assertEquals(List.of(), unlisted());
        ledger.correct(Role.STAFF, seen, with(sighting(), "remarks", "白い"));
        permitted(permit());
        sees(sighting());
        assertEquals(1, reports().size());
    }

    private List<Entry> reports() {
        return ledger.look(view -> view.standing(Neighbours.REPORTS));
    }

    @Test
    @DisplayName("4-1 A permitted medium that the inventory does not have, or that has no inventory, is a gap")
    void permittedMediumIsRegistered() {
        permitted(permit());
        assertTrue(duties(ledger, Permits.LEDGER, "medium").findFirst().orElseThrow().title().ja()
                .contains("未導入 — 紙で確認"));
        ledger.add(Neighbours.inventory());
        Neighbours.asset(ledger, "USBメモリ1号", "紙媒体", Map.of());
        assertEquals(List.of("4-1 2026-11-23"), due(ledger, Permits.LEDGER, "medium"));
        Neighbours.asset(ledger, "USBメモリ1号", "記録媒体", Map.of());
        assertEquals(List.of(), due(ledger, Permits.LEDGER, "medium"));
    }

    @Test
    @DisplayName("4-1 A permission means one medium: by its number where several bear the name, and by no other's")
    void permitMeansOneMedium() {
        ledger.add(Neighbours.inventory());
        Neighbours.asset(ledger, "USBメモリ1号", "記録媒体", Map.of("assetNumber", 7L));
        Entry requested = request(permit());
        assertEquals(Set.of("4-1 mediumNumber"), broken(ledger, () -> request(with(permit(), "mediumNumber", 9L))));
        Neighbours.asset(ledger, "USBメモリ1号", "記録媒体", Map.of("assetNumber", 8L));
        Neighbours.asset(ledger, "会員名簿", "紙媒体", Map.of("assetNumber", 9L));
        assertEquals(Set.of("4-1 mediumNumber"), broken(ledger, () -> request(permit())));
        assertEquals(Set.of("4-1 mediumNumber"),
                broken(ledger, () -> ledger.act(Role.MANAGER, requested, "permit", Map.of())));
        assertEquals(Set.of("4-1 mediumNumber"), broken(ledger, () -> request(with(permit(), "mediumNumber", 9L))));
        permitted(with(permit(), "mediumNumber", 8L));
    }

    @Test
    @DisplayName("4-1 Of several media of a name only the one with the permitted number is permitted")
    void otherMediumOfTheNameIsUnlisted() {
        ledger.add(Neighbours.inventory());
        Neighbours.asset(ledger, "USBメモリ1号", "記録媒体", Map.of("assetNumber", 7L));
        permitted(with(permit(), "mediumNumber", 7L));
        sees(sighting());
        sees(with(sighting(), "mediumNumber", 7L));
        assertEquals(List.of(), unlisted());
        sees(with(sighting(), "mediumNumber", 8L));
        assertEquals(1, unlisted().size());
        Neighbours.asset(ledger, "USBメモリ1号", "記録媒体", Map.of("assetNumber", 8L));
        assertEquals(2, unlisted().size());
    }

    @Test
    @DisplayName("4-1 A permission whose medium bears another number in the inventory by now is a gap")
    void permittedNumberIsRegistered() {
        ledger.add(Neighbours.inventory());
        Entry stick = Neighbours.asset(ledger, "USBメモリ1号", "記録媒体", Map.of("assetNumber", 7L));
        permitted(with(permit(), "mediumNumber", 7L));
        assertEquals(List.of(), due(ledger, Permits.LEDGER, "medium"));
        ledger.act(Role.MANAGER, stick, "remove", Map.of());
        Neighbours.asset(ledger, "USBメモリ1号", "記録媒体", Map.of("assetNumber", 8L));
        assertEquals(List.of("4-1 2026-11-23"), due(ledger, Permits.LEDGER, "medium"));
    }

    @Test
    @DisplayName("4-1 A permission on a device that is not in use is a gap")
    void permittedDeviceIsRegistered() {
        permitted(permit());
        assertEquals(List.of("4-1 2026-11-23"), due(ledger, Permits.LEDGER, "device"));
        ledger.enter(Role.STAFF, Devices.LEDGER, Systems.device(Devices.Kind.DESKTOP));
        assertEquals(List.of(), due(ledger, Permits.LEDGER, "device"));
    }

    private Entry request(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Permits.LEDGER, fields);
    }

    private Entry permitted(Map<String, Object> fields) {
        return ledger.act(Role.MANAGER, request(fields), "permit", Map.of());
    }

    private Entry sees(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Sightings.LEDGER, fields);
    }

    private List<String> unlisted() {
        return due(ledger, Sightings.LEDGER, "unlisted");
    }
}
