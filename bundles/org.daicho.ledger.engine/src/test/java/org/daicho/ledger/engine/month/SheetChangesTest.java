package org.daicho.ledger.engine.month;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.OTHER_STAFF;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.Neighbour;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manager sees beside the rows of a month's sheet: confirmations and what was administered. */
class SheetChangesTest {

    @TempDir
    Path keys;
    @AutoClose
    private Council council;

    @BeforeEach
    void open() throws Exception {
        council = new Council(keys);
    }

    @Test
    @DisplayName("3-2(2) a warning that was confirmed is listed in the month it was confirmed in, with reason and who")
    void listsConfirmations() {
        council.clock.set("2026-10-31T14:59:59Z");
        lend(STAFF, "本", Map.of());
        lend(STAFF, "本", Map.of());
        lend(STAFF, "本", Map.of());
        lend(OTHER_STAFF, "本", Map.of("seats", "10月の理由"));
        council.clock.set("2026-10-31T15:00:00Z");
        Entry november = lend(MEMBER, "本", Map.of("seats", "11月の理由"));
        council.ledger().act(MANAGER, Loans.LEDGER, november.id(), "approve", null, fields());
        assertEquals(List.of("11月の理由"), reasons(MANAGER, "2026-11"));
        assertEquals(List.of("10月の理由"), reasons(MANAGER, "2026-10"));
        Sheet.Change change = sheet(MANAGER, "2026-11").changes().get(0);
        assertEquals(MEMBER.person(), change.entry().by());
        assertTrue(change.text().ja().contains("田中") && change.text().ja().contains("11月の理由")
                && change.text().ja().contains("申請"), change.text().ja());
        assertEquals(List.of("11月の理由"), reasons(MEMBER, "2026-11"));
        assertEquals(List.of(), reasons(MEMBER, "2026-10"));
    }

    @Test
    @DisplayName("8-2(5) the reason for twelve digits that are no My Number is listed too")
    void listsTheGuard() {
        String digits = "123456789018";
        council.ledger().enter(STAFF, Loans.LEDGER, new Submission(Map.of("lentOn", "2026-11-20", "item", digits),
                null, Map.of("my-number", "蔵書の番号"), null));
        assertEquals(List.of("蔵書の番号"), reasons(MANAGER, "2026-11"));
        assertTrue(!sheet(MANAGER, "2026-11").changes().get(0).text().ja().contains(digits));
    }

    @Test
    @DisplayName("1-3 grants and the like are listed step by step in the month of each, for who may read them")
    void listsWhatWasAdministered() {
        Neighbour grants = new Neighbour("office");
        grants.definitions = () -> List
                .of(grants.definition("office.grants").replace("\"chapter\": 5", "\"chapter\": -1")
                        .replace(", \"monthlyCheck\": \"5-5\"", "").replace("\"manager\", \"deputy\", \"staff\"",
                                "\"manager\""));
        council.engine.add(grants, 0, 9);
        council.clock.set("2026-10-20T00:00:00Z");
        Entry grant = council.ledger().enter(STAFF, "office.grants", fields("name", "佐藤 職員"));
        council.clock.set("2026-11-20T00:00:00Z");
        council.engine.remove(grants);
        assertEquals(1, sheet(MANAGER, "2026-10").changes().size());
        council.engine.add(grants, 0, 9);
        assertEquals(List.of(), sheet(MANAGER, "2026-11").changes());
        Caller both = new Caller("both", STAFF.person(), List.of(STAFF.grants().get(0), MANAGER.grants().get(0)), null,
                null);
        council.ledger().correct(both, "office.grants", grant.id(), 1, submission("交代", "name", "鈴木 職員"));
        String text = sheet(MANAGER, "2026-11").changes().get(0).text().ja();
        assertEquals("物(訂正): 名 鈴木 職員(行った人: 佐藤)", text);
        assertEquals("物(記入): 名 佐藤 職員(行った人: 佐藤)",
                sheet(MANAGER, "2026-10").changes().get(0).text().ja());
        assertEquals(List.of(), sheet(STAFF, "2026-11").changes());
    }

    @Test
    @DisplayName("8-2(12) what was confirmed in a ledger without months of its own stands on the checked sheets of the month")
    void listsConfirmationsOfLivingLists() {
        Neighbour keys = new Neighbour("keys");
        keys.period = "asof";
        keys.definitions = () -> List.of(keys.definition("keys.things").replace(", \"monthlyCheck\": \"5-5\"", ""));
        keys.rule((change, view) -> List.of(new Violation("name", "3-2(1)", new Text("本人です。", "The same."), "same")));
        council.engine.add(keys, 0, 9);
        council.clock.set("2026-10-20T00:00:00Z");
        Entry key = council.ledger().enter(STAFF, "keys.things",
                new Submission(Map.of("name", "金庫の鍵"), null, Map.of("same", "ほかにいない"), null));
        Sheet.Change change = sheet(MANAGER, "2026-10").changes().get(0);
        assertEquals(key.id(), change.entry().id());
        assertEquals("物: 「記入」のとき、佐藤が注意を確かめて確定しました。理由: ほかにいない", change.text().ja());
        assertEquals(Map.of(), change.entry().fields().values());
        assertEquals(List.of(), sheet(MANAGER, "2026-11").changes());
        assertEquals(List.of(), sheet(MEMBER, "2026-10").changes());
    }

    private Entry lend(Caller caller, String item, Map<String, String> confirmations) {
        return council.ledger().enter(caller, Loans.LEDGER,
                new Submission(Map.of("lentOn", "2026-11-20", "item", item), null, confirmations, null));
    }

    private Sheet sheet(Caller caller, String period) {
        return council.engine.sheets().sheet(caller, Loans.LEDGER, SheetPeriod.parse(period));
    }

    private List<String> reasons(Caller caller, String period) {
        return sheet(caller, period).changes().stream().filter(c -> c.entry().ledger().equals(Loans.LEDGER))
                .flatMap(c -> c.entry().confirmations().values().stream()).toList();
    }
}
