package org.daicho.sheets.internal.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.form.Section;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRendererTest {

    private static final Person SATO = new Person("p1", "佐藤 花子");
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private static final Column NAME = column("name", "情報資産名", ColumnType.TEXT, true);
    private static final Column SPECIFIC = column("specificPersonalInformation", "特定個人情報の有無", ColumnType.BOOLEAN, true);
    private static final Column REMARKS = column("remarks", "特記事項", ColumnType.LONGTEXT, true);

    private static final Column CHECKS = column("checks", "施錠チェック(書庫No.) 1～15", ColumnType.CHECKS, true);

    @Test
    void beginsWithTheMarkThatExcelNeedsAndThePapersHeadingsInOrder() {
        byte[] file = new CsvRenderer().render(sheet(List.of(NAME, column("internal", "内部", ColumnType.TEXT, false),
                SPECIFIC, REMARKS), List.of(), List.of()), Locale.ENGLISH);
        byte[] mark = Arrays.copyOf(file, 3);
        assertArrayEquals(new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, mark);
        assertEquals("情報資産名,特定個人情報の有無,特記事項\r\n",
                new String(file, 3, file.length - 3, StandardCharsets.UTF_8));
    }

    @Test
    void saysYesAndNoAsTheHeadingAsks() {
        Column other = column("lockedStorage", "施錠保管", ColumnType.BOOLEAN, true);
        assertEquals(List.of("特定個人情報の有無,施錠保管", "有,いいえ", "無,はい"),
                lines(List.of(SPECIFIC, other), Map.of("specificPersonalInformation", true, "lockedStorage", false),
                        Map.of("specificPersonalInformation", false, "lockedStorage", true)));
    }

    @Test
    void quotesCommasQuotesAndLineBreaks() {
        assertEquals("情報資産名\r\n\"a,\"\"b\"\"\nc\"\r\n", text(List.of(NAME), Map.of("name", "a,\"b\"\nc")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1"})
    void takesTheFormulaOutOfTexts(String text) {
        String line = lines(List.of(NAME), Map.of("name", text)).get(1);
        assertEquals("'" + text, line);
    }

    @Test
    void leavesNegativeNumbersAlone() {
        assertEquals("-1", lines(List.of(column("n", "数", ColumnType.INTEGER, true)), Map.of("n", -1L)).get(1));
    }

    @Test
    void writesPersonsByNameAndTimesOfTokyo() {
        List<Column> columns = List.of(column("usedBy", "使用者", ColumnType.PERSON, true),
                column("usedAt", "使用日時", ColumnType.DATETIME, true), column("day", "日付", ColumnType.DATE, true));
        assertEquals("佐藤 花子,2026-11-24 00:30,2026-11-23", lines(columns, Map.of("usedBy",
                Map.of("id", "p1", "name", "佐藤 花子"), "usedAt", "2026-11-23T15:30:00Z", "day", "2026-11-23")).get(1));
    }

    @Test
    void givesEachCabinetOfForm5AColumn() {
        List<String> lines = lines(List.of(CHECKS),
                Map.of("checks", Map.of("1", "locked", "2", "unlocked", "3", "not-applicable")));
        assertEquals("施錠チェック(書庫No.) 1", lines.get(0).split(",")[0]);
        assertEquals("施錠チェック(書庫No.) 15", lines.get(0).split(",")[14]);
        assertEquals(List.of("○,×,－,,,,,,,,,,,,"), lines.subList(1, lines.size()));
    }

    @Test
    @DisplayName("様式5 More cabinets than the paper's 15 make a second sheet, which has every row again")
    void goesOnInASecondSheetBeyondFifteenCabinets() {
        Column date = column("date", "日付", ColumnType.DATE, true);
        List<String> lines = lines(List.of(date, CHECKS),
                Map.of("date", "2026-11-20", "checks", Map.of("1", "locked", "17", "unlocked")),
                Map.of("date", "2026-11-23", "checks", Map.of("16", "locked", "17", "locked")));
        assertEquals(List.of("2026-11-20,○,,,,,,,,,,,,,,", "2026-11-23,,,,,,,,,,,,,,,", "2枚目,,,,,,,,,,,,,,,",
                "日付,施錠チェック(書庫No.) 16,施錠チェック(書庫No.) 17", "2026-11-20,,×", "2026-11-23,○,○"),
                lines.subList(1, lines.size()));
    }

    @Test
    @DisplayName("5-4※ What a column off the paper says of a cabinet stands beside its mark")
    void saysWhereTheRoomsLockStandsIn() {
        Column room = column("roomLocked", "部屋施錠で代替", ColumnType.CHECKS, false);
        assertEquals("○,○(部屋施錠で代替),,,,,,,,,,,,,", lines(List.of(CHECKS, room), Map.of("checks",
                Map.of("1", "locked", "2", "locked"), "roomLocked", Map.of("2", "locked"))).get(1));
    }

    @Test
    @DisplayName("5-4(3) Rows that were written late are named below")
    void namesTheRowsThatWereWrittenLate() {
        Column late = new Column("lateEntry", new Text("後日記入", "Late"), null, ColumnType.BOOLEAN, false, false,
                List.of(), null, Fill.LATE, false, true, false, 200, false, null);
        assertEquals("情報資産名\r\n一\r\n二\r\n三\r\n後日記入: 1行目、3行目\r\n",
                text(List.of(NAME, late), Map.of("name", "一", "lateEntry", true), Map.of("name", "二"),
                        Map.of("name", "三", "lateEntry", true)));
    }

    @Test
    void saysThatContentWasDestroyed() {
        Entry erased = entry(Map.of(), new Entry.Erased(SATO, NOW, "保存期間満了"));
        String file = render(sheet(List.of(NAME, REMARKS), List.of(new Sheet.Row(erased, List.of())), List.of()));
        assertEquals("情報資産名,特記事項\r\n消去済,\r\n", file);
    }

    @Test
    void putsCarriedOverRowsBelowUnderTheMonthTheyBelongTo() {
        Sheet sheet = sheet(List.of(NAME, REMARKS), List.of(row(Map.of("name", "名簿"))),
                List.of(row(Map.of("name", "USBメモリ", "remarks", "返却")), row(Map.of("name", "会計簿"))));
        assertEquals("情報資産名,特記事項\r\n名簿,\r\n繰越(2026年11月分),\r\nUSBメモリ,返却\r\n会計簿,\r\n", render(sheet));
    }

    @Test
    void putsStruckVersionsBelowAndNamesTheirRow() {
        Sheet.Row corrected = new Sheet.Row(entry(Map.of("name", "名簿"), null),
                List.of(entry(Map.of("name", "名薄"), null)));
        assertEquals("情報資産名,特記事項\r\n地図,\r\n名簿,\r\n見え消し(2行目の訂正前),\r\n名薄,\r\n",
                render(sheet(List.of(NAME, REMARKS), List.of(row(Map.of("name", "地図")), corrected), List.of())));
        assertEquals("情報資産名,特記事項\r\n繰越(2026年11月分),\r\n名簿,\r\n見え消し(繰越の1行目の訂正前),\r\n名薄,\r\n",
                render(sheet(List.of(NAME, REMARKS), List.of(), List.of(corrected))));
    }

    @Test
    void listsWhatWasConfirmedAndAdministeredInTheReadersLanguage() {
        Sheet plain = sheet(List.of(NAME, REMARKS), List.of(), List.of());
        Sheet sheet = new Sheet(plain.definition(), plain.period(), plain.council(), null, List.of(), List.of(),
                List.of(new Sheet.Change(entry(Map.of(), null), new Text("佐藤が確定。理由: 急ぎ", "Sato confirmed."))),
                "00", null);
        assertEquals("情報資産名,特記事項\r\nこの期間に確定・消去・管理したこと,\r\n2026-11-23 09:00 佐藤が確定。理由: 急ぎ,\r\n",
                render(sheet));
        assertTrue(new String(new CsvRenderer().render(sheet, Locale.ENGLISH), StandardCharsets.UTF_8)
                .contains("09:00 Sato confirmed.,"));
    }

    @Test
    @DisplayName("6-2(1)① A form of several tables has each under its title and own headings, in the order of 順位")
    void writesEachTableOfTheSheet() {
        Column part = column("section", "区分", ColumnType.CHOICE, false);
        Column order = column("order", "順位", ColumnType.INTEGER, true);
        Column name = column("name", "氏名", ColumnType.TEXT, true);
        Column party = column("party", "連絡相手", ColumnType.TEXT, true);
        Column contact = column("contact", "連絡先", ColumnType.TEXT, true);
        List<Section> sections = List.of(
                new Section("section", "internal", new Text("1 内部", "1"), new Text("この順に", "so"),
                        List.of("order", "name", "contact")),
                new Section("section", "ward", new Text("2 区", "2"), null, List.of("party", "contact")));
        Definition plain = sheet(List.of(part, order, name, party, contact), List.of(), List.of()).definition();
        Definition definition = new Definition(plain.id(), plain.module(), 6, 6, plain.title(), 1, plain.period(), null,
                null, null, false, plain.read(), Set.of(), Set.of(), Set.of(), List.of(), plain.columns(), List.of(),
                List.of(), sections, null, List.of(), false, Map.of());
        Sheet.Row second = new Sheet.Row(
                entry(Map.of("section", "internal", "order", 2L, "name", "乙", "contact", "22"), null),
                List.of(entry(Map.of("section", "internal", "order", 2L, "name", "丙", "contact", "20"), null)));
        Sheet.Row erased = new Sheet.Row(entry(Map.of(), new Entry.Erased(SATO, NOW, "期限")), List.of());
        Sheet sheet = new Sheet(definition, SheetPeriod.CURRENT, "荻窪協議会", null, List.of(second,
                row(Map.of("section", "ward", "party", "地域課", "contact", "33")), erased,
                row(Map.of("section", "internal", "order", 1L, "name", "甲", "contact", "11"))), List.of(), List.of(),
                "00", null);
        assertEquals(List.of("1 内部,,", "この順に,,", "順位,氏名,連絡先", "1,甲,11", "2,乙,22", "見え消し(2行目の訂正前),,", "2,丙,20",
                "2 区,", "連絡相手,連絡先", "地域課,33", "消去済,,,"), render(sheet).lines().toList());
    }

    @SafeVarargs
    private static List<String> lines(List<Column> columns, Map<String, Object>... rows) {
        return text(columns, rows).lines().toList();
    }

    @SafeVarargs
    private static String text(List<Column> columns, Map<String, Object>... rows) {
        return render(sheet(columns, Arrays.stream(rows).map(CsvRendererTest::row).toList(), List.of()));
    }

    private static String render(Sheet sheet) {
        return new String(new CsvRenderer().render(sheet, Locale.JAPANESE), StandardCharsets.UTF_8).substring(1);
    }

    private static Sheet.Row row(Map<String, Object> fields) {
        return new Sheet.Row(entry(fields, null), List.of());
    }

    private static Entry entry(Map<String, Object> fields, Entry.Erased erased) {
        return new Entry("e1", "assets.inventory", 1, "active", "enter", new Fields(fields), Map.of(), SATO, Role.STAFF,
                NOW,
                SATO, NOW, LocalDate.parse("2026-11-23"), 0, null, Map.of(), "00", erased);
    }

    private static Sheet sheet(List<Column> columns, List<Sheet.Row> rows, List<Sheet.Row> carriedOver) {
        Definition definition = new Definition("assets.inventory", "assets", 2, 1,
                new Text("情報資産目録", "Information asset inventory"), 1, Period.ASOF, null, null, "2-3(2)", false,
                Set.of(Role.STAFF), Set.of(), Set.of(), Set.of(), List.of("2-2"), columns, List.of(), List.of());
        return new Sheet(definition, SheetPeriod.CURRENT, "荻窪協議会", LocalDate.parse("2026-11-23"), rows, carriedOver,
                List.of(),
                "00", null);
    }

    private static Column column(String name, String label, ColumnType type, boolean printed) {
        return new Column(name, new Text(label, name), null, type, false, printed, List.of(), null, Fill.NONE, false,
                true, false, 200, false, null);
    }
}
