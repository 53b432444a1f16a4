package org.daicho.chapter.incidents;

import static org.daicho.chapter.incidents.Incidents.internal;
import static org.daicho.chapter.incidents.Incidents.party;
import static org.daicho.chapter.incidents.Incidents.with;
import static org.daicho.chapter.incidents.Incidents.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.form.Section;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactsTest {

    @TempDir
    Path folder;

    @AutoClose
    private Incidents incidents;

    @BeforeEach
    void openLedger() {
        incidents = Incidents.open(folder);
    }

    @Test
    @DisplayName("6-2(1)① 様式6 prints three tables, each with its own columns, the council's own contacts in their order")
    void printsThreeTables() {
        incidents.contact(internal(2, "事務局長 次郎", "deputy"));
        incidents.contact(internal(1, "会長 一郎", "manager"));
        incidents.contact(party("ward", "地域課", "所管課"));
        Entry gone = incidents.contact(party("external", "旧保守社", "システム保守"));
        incidents.contact(party("external", "保守社", "システム保守"));
        incidents.ledger().act(Role.STAFF, gone, "remove", Map.of("removalReason", "契約終了"));
        Sheet sheet = incidents.ledger().sheets().sheet(incidents.ledger().people().caller(Role.MEMBER),
                Contacts.LEDGER, SheetPeriod.CURRENT);
        List<Section> sections = sheet.definition().sections();
        assertEquals(List.of("internal", "ward", "external"), sections.stream().map(Section::value).toList());
        assertEquals(List.of("会長 一郎", "事務局長 次郎"), sheet.rows(sections.get(0)).stream()
                .map(r -> r.entry().fields().text("name")).toList());
        assertEquals(1, sheet.rows(sections.get(1)).size());
        assertEquals(List.of("保守社"),
                sheet.rows(sections.get(2)).stream().map(r -> r.entry().fields().text("party")).toList());
    }

    @Test
    @DisplayName("6-2(1)① A contact fills the columns of its own table and no others")
    void fillsItsOwnColumns() {
        assertEquals(Set.of("order", "name"), fields(without(without(internal(1, "甲", "manager"), "order"), "name")));
        assertEquals(Set.of("party", "role"),
                fields(with(internal(1, "甲", "manager"), Map.of("party", "区", "role", "窓口"))));
        assertEquals(Set.of("party"), fields(without(party("ward", "区", "窓口"), "party")));
        assertEquals(Set.of("party"), fields(without(party("external", "保守社", "保守"), "party")));
        assertEquals(Set.of("order", "name", "position", "person"),
                fields(with(party("external", "保守社", "保守"), without(internal(1, "甲", "manager"), "section"))));
    }

    @Test
    @DisplayName("6-2(1)① Each 順位 is given once, from 1; that of a removed contact is free")
    void orderIsGivenOnce() {
        Entry first = incidents.contact(internal(1, "会長 一郎", "manager"));
        assertEquals(Set.of("order"), fields(internal(1, "事務局長 次郎", "deputy")));
        assertEquals(Set.of("order"), fields(internal(0, "事務局長 次郎", "deputy")));
        incidents.ledger().correct(Role.STAFF, first, with(internal(1, "会長 一郎", "manager"), Map.of("contact", "090")));
        incidents.ledger().act(Role.STAFF, first, "remove", Map.of("removalReason", "交代"));
        incidents.contact(internal(1, "事務局長 次郎", "deputy"));
    }

    @Test
    @DisplayName("6-2(1)① A table with nobody in it is a duty until someone is")
    void emptyTablesAreTold() {
        assertEquals(Set.of("empty:internal", "empty:ward", "empty:external"), keys("6-2(1)①"));
        incidents.contact(internal(1, "会長 一郎", "manager"));
        incidents.contact(party("ward", "地域課", "所管課"));
        assertEquals(Set.of("empty:external"), keys("6-2(1)①"));
    }

    @Test
    @DisplayName("6-2(1)② The list is reviewed and its numbers are tried every six months")
    void reviewAndCallAreDue() {
        incidents.contact(internal(1, "会長 一郎", "manager"));
        List<Duty> due = incidents.duties("6-2(1)②");
        assertEquals(List.of(LocalDate.of(2027, 5, 23), LocalDate.of(2027, 5, 23)),
                due.stream().map(Duty::due).toList());
        incidents.ledger().clock().goTo(LocalDate.of(2027, 3, 1));
        review(Map.of("kind", "見直し", "result", "変更なし"));
        assertEquals(Set.of("duty.review:2027-09-01", "duty.call:2027-05-23"), keys("6-2(1)②"));
        review(Map.of("kind", "通話試験", "result", "通じた", "contact", "会長 一郎", "reached", true));
        assertEquals(Set.of("duty.review:2027-09-01", "duty.call:2027-09-01"), keys("6-2(1)②"));
    }

    @Test
    @DisplayName("6-2(1)② Who was not reached in a call test is a duty until a later test reaches them")
    void unreachedIsTold() {
        Map<String, Object> failed = Map.of("kind", "通話試験", "result", "出ない", "contact", "会長 一郎", "reached", false);
        Entry test = review(failed);
        assertTrue(keys("6-2(1)②").contains("unreached:" + test.id()));
        review(with(failed, Map.of("reached", true)));
        assertEquals(Set.of(), keys("6-2(1)②"));
    }

    @Test
    @DisplayName("6-2(1)② A call test says who was called and whether they were reached; none lies ahead")
    void callTestSaysWho() {
        assertEquals(Set.of("contact", "reached"), incidents.ledger()
                .violations(() -> review(Map.of("kind", "通話試験", "result", "通じた"))).stream().map(v -> v.field())
                .collect(Collectors.toSet()));
        assertEquals("reviewedOn", incidents.ledger()
                .violations(() -> review(Map.of("kind", "見直し", "result", "済", "reviewedOn", "2026-11-24"))).get(0)
                .field());
    }

    private Entry review(Map<String, Object> fields) {
        return incidents.ledger().enter(Role.STAFF, Contacts.REVIEWS, fields);
    }

    private Set<String> fields(Map<String, Object> contact) {
        return incidents.ledger().violations(() -> incidents.contact(contact)).stream().map(v -> v.field())
                .collect(Collectors.toSet());
    }

    private Set<String> keys(String clause) {
        return incidents.duties(clause).stream().map(Duty::key).collect(Collectors.toSet());
    }
}
