package org.daicho.itest.outside;

import static org.daicho.itest.outside.Chapters.LAST_MONTH;
import static org.daicho.itest.outside.Entries.address;
import static org.daicho.itest.outside.Entries.broken;
import static org.daicho.itest.outside.Entries.confirmable;
import static org.daicho.itest.outside.Entries.enter;
import static org.daicho.itest.outside.Entries.entered;
import static org.daicho.itest.outside.Entries.id;
import static org.daicho.itest.outside.Entries.insist;
import static org.daicho.itest.outside.Entries.list;
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
 * One check for all: each form is signed for itself, and a month that was checked is closed (3-5, 5-5, 8-3).
 */
abstract class ChecksRule extends ChapterRule {

    ChecksRule(Chapters chapters) {
        super(chapters);
    }

    @Test
    @DisplayName("all: 3-5 5-5 8-3 each form has its own signature, once; a checked month takes a late entry with a reason only")
    void checksOfEveryChapter() {
        chapters.only("facilities", "media", "mynumber");
        chapters.handlers("sato", "suzuki");
        JsonNode late = entered(sato, "facilities.locking", locking(3, "locked"));
        for (String ledger : List.of("facilities.locking", "media.takeouts", "mynumber.receipts")) {
            chapters.sign(sato, ledger, LAST_MONTH.minusMonths(1)).expect(403);
            chapters.sign(manager, ledger, LAST_MONTH.minusMonths(1)).expect(200);
            chapters.sign(manager, ledger, LAST_MONTH.minusMonths(1)).expect(409);
        }
        assertTrue(chapters.isDue("facilities.locking check/" + LAST_MONTH));
        chapters.sign(manager, "facilities.locking", LAST_MONTH).expect(200);
        assertFalse(chapters.isDue("facilities.locking check/" + LAST_MONTH));
        assertFalse(chapters.isSigned("media.takeouts", LAST_MONTH));
        Answer closed = enter(sato, "facilities.locking", locking(4, "locked"));
        assertEquals(Set.of("checked-month"), confirmable(closed));
        assertEquals(Set.of("date 5-5"), broken(closed));
        JsonNode carried = insist(sato, "facilities.locking", locking(4, "locked"), "checked-month")
                .expect(201).json();
        JsonNode sheet = chapters.sheet("facilities.locking");
        JsonNode row = list(sheet.get("carriedOver")).stream().filter(r -> r.toString().contains(id(carried)))
                .findFirst().orElseThrow();
        assertEquals(LAST_MONTH.toString(), row.get("month").textValue());
        assertFalse(sheet.get("carriedOver").toString().contains(id(late)));
        sato.put(address(late), Map.of("fields", locking(3, "unlocked"), "reason", "書き誤り"), "If-Match", "\"v1\"")
                .expect(200);
        assertTrue(chapters.sheet("facilities.locking").get("carriedOver").toString().contains(id(late)));
        assertTrue(sheet.get("changes").toString().contains("小さな事務局のため"), sheet::toString);
    }

    @Test
    @DisplayName("each alone: 3-5 5-5 8-3 a form's check needs no other chapter")
    void checksOfOneChapter() {
        for (String ledger : List.of("facilities.locking", "media.takeouts", "mynumber.uses")) {
            String module = ledger.substring(0, ledger.indexOf('.'));
            chapters.only(module);
            assertTrue(chapters.gaps(ledger, LAST_MONTH.minusMonths(2)).stream()
                    .noneMatch(gap -> gap.contains("」の章")), ledger);
            chapters.sign(manager, ledger, LAST_MONTH.minusMonths(2)).expect(200);
        }
    }

    @Test
    @DisplayName("none: 3-5 5-5 8-3 the months of a chapter that is gone are checked on paper, and signed here")
    void checksOfAbsentChapters() {
        chapters.only();
        for (String ledger : List.of("facilities.locking", "media.takeouts", "mynumber.copies")) {
            List<String> gaps = chapters.gaps(ledger, LAST_MONTH.minusMonths(3));
            assertEquals(1, gaps.stream().filter(gap -> gap.contains(ABSENT)).count(), gaps::toString);
            chapters.sign(manager, ledger, LAST_MONTH.minusMonths(3)).expect(200);
        }
    }

    private Map<String, Object> locking(int day, String state) {
        return Map.of("date", LAST_MONTH.atDay(day).toString(), "checks", Map.of("1", state));
    }
}
