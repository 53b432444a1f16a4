package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.request;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.view.OpenItem;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnDutiesTest {

    private static final SheetPeriod MONTH = SheetPeriod.parse("2026-11");

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private final MediaChapter media = new MediaChapter();

    @BeforeEach
    void openLedger() {
        ledger = TestLedger.open(folder, media, Neighbours.inventory());
        Neighbours.asset(ledger, "講座申込者名簿", "紙媒体", Map.of());
    }

    @Test
    @DisplayName("3-2(1) What is out is the carrier's to return by its day, and a gap once that day has passed")
    void returnIsDue() {
        Entry out = Media.out(ledger, with(request(), "dueOn", "2026-11-25"));
        Duty due = Found.duties(ledger, "3-2(1)").get(0);
        assertEquals(LocalDate.of(2026, 11, 25), due.due());
        assertEquals("p-member", due.who().id());
        ledger.clock().goTo(LocalDate.of(2026, 11, 25));
        assertEquals(List.of(), Found.gaps(ledger, MONTH, "3-2(1)"));
        ledger.clock().goTo(LocalDate.of(2026, 11, 26));
        assertEquals(1, Found.gaps(ledger, MONTH, "3-2(1)").size());
        ledger.act(Role.MANAGER, out, "extend", Map.of("extendedTo", "2026-12-03"));
        assertEquals(List.of(), Found.gaps(ledger, MONTH, "3-2(1)"));
        assertEquals(LocalDate.of(2026, 12, 3), Found.duties(ledger, "3-2(1)").get(0).due());
        ledger.act(Role.STAFF, out, "return", Map.of());
        assertEquals(Set.of("confirm:" + out.id()), Found.keys(ledger, "3-2(1)"));
        ledger.act(Role.STAFF, out, "confirm-return", Map.of());
        assertEquals(List.of(), ledger.dutiesOf("media"));
    }

    @Test
    @DisplayName("3-2(1) Without a day it is due by the end of the month in which it went out")
    void monthEndIsTheDay() {
        Media.out(ledger, request());
        assertEquals(LocalDate.of(2026, 11, 30), Found.duties(ledger, "3-2(1)").get(0).due());
    }

    @Test
    @DisplayName("3-5 What is out at a month's check is a gap of it, also where its day lies ahead, until it is back")
    void outAtTheCheck() {
        Entry out = Media.out(ledger, with(request(), "dueOn", "2027-01-15"));
        assertEquals(List.of(), ledger.gaps(Takeouts.LEDGER, MONTH));
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        assertEquals(1, Found.gaps(ledger, MONTH, "3-5").size());
        ledger.clock().goTo(LocalDate.of(2027, 2, 2));
        for (SheetPeriod month : List.of(MONTH, SheetPeriod.parse("2026-12"))) {
            assertTrue(Found.gaps(ledger, month, "3-5").get(0).contains("まだ返却されていません"), month.toString());
        }
        assertEquals(List.of(), Found.gaps(ledger, SheetPeriod.parse("2027-01"), "3-5"));
        assertEquals(1, Found.gaps(ledger, SheetPeriod.parse("2027-01"), "3-2(1)").size());
        ledger.act(Role.STAFF, out, "return", Map.of());
        assertEquals(List.of(), ledger.gaps(Takeouts.LEDGER, MONTH));
    }

    @Test
    @DisplayName("3-5 What is merely out is asked for by a check, and is no duty of its own")
    void outIsNoDuty() {
        Media.out(ledger, with(request(), "dueOn", "2028-01-15"));
        ledger.clock().goTo(LocalDate.of(2026, 11, 24));
        assertEquals(List.of(), ledger.dutiesOf("media"));
        assertEquals(1, Found.gaps(ledger, MONTH, "3-5").size());
    }

    @Test
    @DisplayName("3-5 The month is signed once each gap is explained, by the manager or the deputy")
    void checkExplainsGaps() {
        Media.out(ledger, with(request(), "dueOn", "2026-11-25"));
        ledger.clock().goTo(LocalDate.of(2026, 12, 1));
        assertEquals(Kind.INVALID, ledger.refusal(() -> sign(Role.MANAGER, Map.of())).kind());
        Map<String, String> explanations = ledger.gaps(Takeouts.LEDGER, MONTH).stream()
                .collect(Collectors.toMap(MonthlyCheck.Gap::id, g -> "会場に保管。12月2日に戻る。"));
        assertEquals(1, explanations.size());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> sign(Role.STAFF, explanations)).kind());
        assertEquals("会長 一郎", sign(Role.MANAGER, explanations).checked().by().name());
    }

    @Test
    @DisplayName("3-2(1) A return that nobody confirmed is a gap of the month of the return")
    void unconfirmedIsAGap() {
        Entry out = Media.out(ledger, request());
        ledger.clock().goTo(LocalDate.of(2026, 12, 2));
        ledger.act(Role.STAFF, out, "return", Map.of());
        ledger.clock().goTo(LocalDate.of(2026, 12, 3));
        assertEquals(List.of(), ledger.gaps(Takeouts.LEDGER, MONTH));
        assertEquals(1, Found.gaps(ledger, SheetPeriod.parse("2026-12"), "3-2(1)").size());
    }

    @Test
    @DisplayName("3-2(1) A row whose approval a correction undid after it went out is a gap until it is recorded anew")
    void unapprovedIsAGap() {
        Entry out = Media.out(ledger, request());
        ledger.correct(Role.STAFF, out, with(request(), "purpose", "別の会場でも使う"));
        assertEquals(Set.of("unapproved:" + out.id(), "return:" + out.id() + ":2026-11-30"),
                Found.keys(ledger, "3-2(1)"));
        assertEquals(1, Found.gaps(ledger, MONTH, "3-2(1)").size());
        ledger.act(Role.MANAGER, out, "approve", Map.of());
        assertEquals(1, Found.gaps(ledger, MONTH, "3-2(1)").size());
        ledger.act(Role.STAFF, out, "take-out", Map.of());
        assertEquals(List.of(), Found.gaps(ledger, MONTH, "3-2(1)"));
    }

    @Test
    @DisplayName("2-4 B社: what a person who leaves has out, or lost, is open; what is back or another's is not")
    void leavingHasItemsOut() {
        Entry out = Media.out(ledger, request());
        Entry lost = ledger.act(Role.STAFF, Media.out(ledger, request()), "report-lost", Map.of());
        ledger.act(Role.STAFF, Media.out(ledger, request()), "return", Map.of());
        ledger.enter(Role.STAFF, Takeouts.LEDGER, request());
        Media.out(ledger, with(request(), "takenBy", "staff"));
        Entry changed = Media.out(ledger, request());
        ledger.correct(Role.STAFF, changed, with(request(), "asset", "別の名簿"));
        List<OpenItem> items = ledger.look(view -> media.openItems(ledger.people().person("member"), view));
        assertEquals(Set.of(out.id(), lost.id(), changed.id()),
                items.stream().map(OpenItem::entry).collect(Collectors.toSet()));
    }

    private MonthlyCheck sign(Role role, Map<String, String> explanations) {
        return ledger.sheets().sign(ledger.people().caller(role), Takeouts.LEDGER, MONTH,
                new CheckSubmission("確認した", explanations, List.of()));
    }
}
