package org.daicho.chapter.incidents;

import static org.daicho.chapter.incidents.Incidents.lost;
import static org.daicho.chapter.incidents.Incidents.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostTakeoutsTest {

    @TempDir
    Path folder;

    @AutoClose
    private Incidents incidents;

    @BeforeEach
    void openLedger() {
        incidents = Incidents.open(folder);
    }

    @Test
    @DisplayName("6-2(2)① A lost take-out is the carrier's to report, until a report names it")
    void lossIsReported() {
        incidents.ledger().add(Neighbours.takeouts());
        takeout(Map.of());
        Entry first = takeout(Map.of("lostOn", "2026-11-22"));
        assertEquals(List.of("takeout:" + first.id()), keys());
        assertEquals("p-member", incidents.duties("6-2(2)①").get(0).who().id());
        Entry report = incidents.report(with(lost(), Map.of("takeout", first.id())));
        assertEquals(List.of(), keys());
        takeout(Map.of("lostOn", "2026-11-22", "incidentReport", report.id()));
        assertEquals(List.of(), keys());
        Entry wrong = takeout(Map.of("lostOn", "2026-11-22", "incidentReport", "書庫1"));
        assertEquals(List.of("takeout:" + wrong.id()), keys());
    }

    private Entry takeout(Map<String, Object> more) {
        return incidents.ledger().enter(Role.STAFF, "media.takeouts",
                with(Map.of("asset", "名簿", "takenBy", "member"), more));
    }

    private List<String> keys() {
        return incidents.duties("6-2(2)①").stream().map(d -> d.key()).toList();
    }
}
