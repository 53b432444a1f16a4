package org.daicho.ledger.engine.month;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Neighbour;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.sheet.SheetRef;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of forms whose sheet is not one month: 年 月～ 月, open lists and living lists. */
class SheetPeriodsTest {

    private static final String LEDGER = "form.things";
    private static final CheckSubmission WELL = new CheckSubmission("", Map.of(), List.of());

    @OpenCouncil
    private Council council;

    @Test
    @DisplayName("8-3 a sheet of several months shows each month as its check has it, and what was changed since as 繰越")
    void monthsOfASheetAreCheckedOneByOne() {
        install("months");
        council.clock.set("2026-08-10T00:00:00Z");
        Entry august = enter("8月");
        council.clock.set("2026-09-10T00:00:00Z");
        sign("2026-08");
        Entry september = enter("9月");
        correct(august, "8月(訂正)");
        correct(september, "9月(訂正)");
        Sheet half = sheet("2026-04..2026-09");
        assertEquals(List.of("8月", "9月(訂正)"), names(half.rows()));
        assertEquals(List.of("8月(訂正)"), names(half.carriedOver()));
        assertNull(half.check());
        assertEquals(List.of("8月"), names(sheet("2026-08").rows()));
        assertNotNull(sheet("2026-08").check());
        assertEquals(List.of(new SheetRef(SheetPeriod.parse("2026-04..2026-09"), 2, false)),
                council.engine.sheets().sheets(MANAGER,
                        LEDGER));
        council.clock.set("2026-10-01T00:00:00Z");
        for (String month : List.of("2026-04", "2026-05", "2026-06", "2026-07", "2026-09")) {
            sign(month);
        }
        assertEquals(
                List.of(new SheetRef(SheetPeriod.parse("2026-10..2027-03"), 0, false),
                        new SheetRef(SheetPeriod.parse("2026-04..2026-09"), 2, true)),
                council.engine.sheets().sheets(MANAGER, LEDGER));
        assertEquals(Kind.NOT_FOUND, refused(() -> council.engine.sheets().check(MANAGER, LEDGER,
                SheetPeriod.parse("2026-04..2026-09"))));
    }

    @Test
    @DisplayName("8-3 an open list stays whole and is checked month by month")
    void anOpenListIsCheckedByMonth() {
        install("open");
        council.clock.set("2026-10-10T00:00:00Z");
        Entry october = enter("10月");
        council.clock.set("2026-11-02T00:00:00Z");
        MonthlyCheck signed = sign("2026-10");
        enter("11月");
        correct(october, "10月(訂正)");
        assertEquals(List.of("10月(訂正)", "11月"), names(sheet("current").rows()));
        assertEquals(List.of(), sheet("current").carriedOver());
        assertEquals(List.of("10月"), names(sheet("2026-10").rows()));
        assertEquals(signed.checked(), sheet("2026-10").check());
        assertEquals(List.of("11月"), names(sheet("2026-11").rows()));
        assertEquals(List.of("10月(訂正)"), names(sheet("2026-11").carriedOver()));
        assertEquals(Kind.NOT_FOUND,
                refused(() -> council.engine.sheets().check(MANAGER, LEDGER, SheetPeriod.CURRENT)));
        assertEquals(Kind.NOT_FOUND, refused(() -> sheet("2026-10..2026-11")));
    }

    @Test
    @DisplayName("2-3(2) a living list is inspected at any time, again and again")
    void aLivingListIsInspected() {
        Neighbour form = new Neighbour("form");
        form.period = "asof";
        form.definitions = () -> List.of(form.definition(LEDGER).replace("\"monthlyCheck\": \"5-5\"",
                "\"inspection\": \"2-3(2)\""));
        council.engine.add(form, 0, 9);
        enter("金庫");
        MonthlyCheck first = sign("current");
        MonthlyCheck second = sign("current");
        assertEquals(first.checked().digest(), second.checked().digest());
        assertEquals(sheet("current").digest(), second.checked().digest());
        assertEquals(second.checked(), sheet("current").check());
        enter("書庫");
        assertEquals(List.of("金庫", "書庫"), names(sheet("current").rows()));
        assertEquals(Kind.NOT_FOUND, refused(() -> sign("2026-11")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"current", "2026-04..2028-04"})
    @DisplayName("a period that the form does not have is not found")
    void refusesOtherPeriods(String period) {
        install("months");
        assertEquals(Kind.NOT_FOUND, refused(() -> sheet(period)));
    }

    private void install(String period) {
        Neighbour form = new Neighbour("form");
        form.period = period;
        council.engine.add(form, 0, 9);
    }

    private Entry enter(String name) {
        return council.ledger().enter(STAFF, LEDGER, fields("name", name));
    }

    private void correct(Entry entry, String name) {
        council.ledger().correct(STAFF, LEDGER, entry.id(), 1, submission("書き間違い", "name", name));
    }

    private MonthlyCheck sign(String period) {
        return council.engine.sheets().sign(MANAGER, LEDGER, SheetPeriod.parse(period), WELL);
    }

    private Sheet sheet(String period) {
        return council.engine.sheets().sheet(MANAGER, LEDGER, SheetPeriod.parse(period));
    }

    private static List<String> names(List<Sheet.Row> rows) {
        return rows.stream().map(row -> row.entry().fields().text("name")).toList();
    }

    private static Kind refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(LedgerException.class, call).kind();
    }
}
