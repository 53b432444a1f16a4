package org.daicho.chapter.incidents;

import static org.daicho.chapter.incidents.Incidents.lost;
import static org.daicho.chapter.incidents.Incidents.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;

import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesTest {

    @TempDir
    Path folder;

    @AutoClose
    private Incidents incidents;
    private final Neighbour takeouts = Neighbours.takeouts();

    @BeforeEach
    void openLedger() {
        incidents = Incidents.open(folder, takeouts, Neighbours.keys());
    }

    @Test
    @DisplayName("6-2(2)① A report that names what is out makes it lost there too, on the day of the discovery")
    void reportMovesTheTakeout() {
        Entry out = takeout("staff");
        incidents.report(with(lost(), Map.of("takeout", out.id(), "discoveredAt", "2026-11-22T08:30:00+09:00",
                "reportedAt", "2026-11-22T09:00:00+09:00")));
        Entry moved = incidents.ledger().get(Role.STAFF, out);
        assertEquals("lost", moved.state());
        assertEquals("2026-11-22", moved.fields().text("lostOn"));
        incidents.report(with(lost(), Map.of("takeout", out.id())));
        assertEquals(2, incidents.ledger().get(Role.STAFF, out).version(), "what is lost stays as it is");
    }

    @Test
    @DisplayName("6-2(2)① A report that is completed with what was out moves it once")
    void correctionMovesToo() {
        Entry out = takeout("staff");
        Entry report = incidents.report(lost());
        incidents.ledger().correct(Role.STAFF, report, with(report.fields().values(), Map.of("takeout", out.id())));
        assertEquals("lost", state(out));
    }

    @Test
    @DisplayName("6-1(1) A report that names a key makes it lost in the register of keys; a member's report does not")
    void reportMovesTheKey() {
        Entry key = incidents.ledger().enter(Role.STAFF, "facilities.keys", Map.of("key", "書庫1の鍵"));
        Map<String, Object> report = with(Incidents.first(), Map.of("object", "鍵・施設設備", "kind", "紛失", "key",
                key.id()));
        incidents.ledger().enter(Role.MEMBER, Report.LEDGER, report);
        assertEquals("active", state(key));
        incidents.report(report);
        assertEquals("lost", state(key));
    }

    @Test
    @DisplayName("6-2(2)① A member's report moves what the member carries, and nobody else's")
    void membersMoveTheirOwn() {
        Entry others = takeout("staff");
        Entry own = takeout("member");
        incidents.ledger().enter(Role.MEMBER, Report.LEDGER, with(lost(), Map.of("takeout", others.id())));
        incidents.ledger().enter(Role.MEMBER, Report.LEDGER, with(lost(), Map.of("takeout", own.id())));
        assertEquals("active", state(others));
        assertEquals("lost", state(own));
    }

    @Test
    @DisplayName("8-1(2)① A report against a person shows in no other ledger; nor is anything lost that leaked")
    void hiddenReportsMoveNothing() {
        Entry out = takeout("staff");
        incidents.report(with(lost(), Map.of("takeout", out.id(), "reportedPerson", "member")));
        incidents.report(with(lost(), Map.of("takeout", out.id(), "kind", "漏えい")));
        assertEquals("active", state(out));
    }

    @Test
    @DisplayName("6-2(2)① Without chapter 3 the report stands alone")
    void chapterThreeIsAbsent() {
        Entry out = takeout("staff");
        incidents.ledger().remove(takeouts);
        Entry report = incidents.report(with(lost(), Map.of("takeout", out.id())));
        assertEquals("reported", report.state());
        assertEquals("active", state(out));
    }

    private Entry takeout(String takenBy) {
        return incidents.ledger().enter(Role.STAFF, "media.takeouts", Map.of("takenBy", takenBy));
    }

    private String state(Entry entry) {
        return incidents.ledger().get(Role.STAFF, entry).state();
    }
}
