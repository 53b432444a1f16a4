package org.daicho.itest.outside;

import static org.daicho.itest.outside.Entries.act;
import static org.daicho.itest.outside.Entries.address;
import static org.daicho.itest.outside.Entries.broken;
import static org.daicho.itest.outside.Entries.confirmable;
import static org.daicho.itest.outside.Entries.enter;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.id;
import static org.daicho.itest.outside.Entries.insist;
import static org.daicho.itest.outside.Entries.list;
import static org.daicho.itest.outside.Office.TASK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.itest.outside.Api.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Duties that are kept apart, and the manager's exception, which the month's sheet lists.
 */
abstract class SeparationRule extends ChapterRule {

    SeparationRule(Chapters chapters) {
        super(chapters);
    }

    @Test
    @DisplayName("all: 3-2(1) 8-2(5)② 8-2(12) who runs the system approves nothing and reads no My Number information")
    void operatorIsApart() {
        chapters.only("media", "mynumber", "incidents");
        chapters.handlers("sato", "suzuki");
        JsonNode out = entered(sato, "media.takeouts", Map.of("asset", "名簿"));
        JsonNode receipt = entered(sato, "mynumber.receipts", Map.of("document", "写し", "purpose", TASK));
        act(admin, out, "approve", Map.of()).expect(403);
        insist(admin, out, "approve", Map.of(), "same-person").expect(403);
        assertEquals(Set.of("handler 8-2(5)②"), broken(enter(manager, "mynumber.handlers",
                Map.of("handler", Api.ADMIN, "scope", "全部"))));
        admin.put("/api/access/users/admin/roles", Map.of("roles", List.of("operator", "manager"))).expect(422);
        for (boolean there : List.of(true, false)) {
            if (!there) {
                chapters.only();
            }
            for (String path : List.of(Entries.of("mynumber.receipts"), address(receipt),
                    Entries.of("mynumber.handlers"),
                    address(out))) {
                admin.get(path).expect(403);
            }
        }
    }

    @Test
    @DisplayName("A alone: 3-2(1) nobody approves or confirms what they carry; the manager may, and this month's sheet says so")
    void carriersAlone() {
        chapters.only("media");
        JsonNode own = entered(sato, "media.takeouts", Map.of("asset", "会長の書類", "takenBy", "kaicho"));
        Answer refused = act(manager, own, "approve", Map.of());
        assertEquals(Set.of("approvedBy 3-2(1)"), broken(refused));
        assertEquals(Set.of("same-person"), confirmable(refused));
        insist(manager, own, "approve", Map.of(), "same-person").expect(200);
        exception("media.takeouts", own);

        JsonNode other = entered(sato, "media.takeouts", Map.of("asset", "名簿"));
        act(manager, other, "approve", Map.of()).expect(200);
        act(sato, other, "take-out", Map.of()).expect(200);
        act(sato, other, "return", Map.of()).expect(200);
        for (Answer answer : List.of(act(sato, other, "confirm-return", Map.of()),
                insist(sato, other, "confirm-return", Map.of(), "same-person"))) {
            assertTrue(broken(answer).contains("returnConfirmedBy 3-2(1)"), answer::toString);
            assertEquals(Set.of(), confirmable(answer));
        }
        act(suzuki, other, "confirm-return", Map.of()).expect(200);
        chapters.only();
        exception("media.takeouts", own);
    }

    @Test
    @DisplayName("B alone: 8-2(12) another checks; the manager who is the only handler may, and this month's sheet says so")
    void checkersAlone() {
        chapters.only("mynumber");
        chapters.handlers("sato", "suzuki");
        JsonNode receipt = entered(sato, "mynumber.receipts", Office.receipt("写し"));
        Answer refused = act(sato, receipt, "check", Map.of());
        assertEquals(Set.of("checkedBy 8-2(12)"), broken(refused));
        assertEquals(Set.of(), confirmable(refused));
        act(suzuki, receipt, "check", Map.of()).expect(200);

        chapters.handlers("kaicho");
        JsonNode alone = entered(manager, "mynumber.receipts", Office.receipt("写し"));
        assertEquals(Set.of("same-person"), confirmable(act(manager, alone, "check", Map.of())));
        insist(manager, alone, "check", Map.of(), "same-person").expect(200);
        exception("mynumber.receipts", alone);
    }

    @Test
    @DisplayName("C alone: 8-1(2)② who is reported neither sees nor closes the case, whatever is confirmed")
    void reportedPersonAlone() {
        chapters.only("incidents");
        JsonNode report = entered(sato, "incidents.reports", Map.of("contents", "規程に反した閲覧", "damage", "調査中",
                "discoveredAt", now(), "reportKind", "違反", "reportedPerson", "kaicho"));
        for (Answer step : List.of(insist(manager, report, "respond", Map.of(), "same-person"),
                insist(manager, report, "close", CLOSING, "same-person"))) {
            assertEquals(Set.of("null 8-1(2)②"), broken(step));
            assertEquals(Set.of(), confirmable(step));
        }
        manager.get(address(report)).expect(403);
        assertFalse(chapters.isDue(id(report)));
        sato.get(address(report)).expect(200);
    }

    /** Fails unless this month's sheet lists an entry's exception with its reason. */
    private void exception(String ledger, JsonNode entry) {
        JsonNode change = list(chapters.sheet(ledger).get("changes")).stream()
                .filter(c -> id(entry).equals(c.get("id").textValue())).findFirst().orElseThrow();
        assertTrue(change.get("text").toString().contains("小さな事務局のため"), change::toString);
    }
}
