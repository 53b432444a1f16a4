package org.daicho.rest.internal.ledgers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Condition;
import org.daicho.ledger.form.Condition.Kind;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.form.Reference;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.log.Proof;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.OpenImprovement;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.rest.internal.json.Json;
import org.junit.jupiter.api.Test;

class ViewsTest {

    @Test
    void writesAnEntryAsTheContractHasIt() {
        assertEquals("{\"id\":\"e1\",\"ledger\":\"media.takeouts\",\"version\":1,\"state\":\"requested\","
                + "\"action\":\"enter\",\"fields\":{\"asset\":\"名簿\"},\"links\":{},\"by\":{\"id\":\"p2\",\"name\":\"鈴木\"},"
                + "\"as\":\"staff\",\"at\":\"2026-11-23T09:01:00+09:00\","
                + "\"created\":{\"by\":{\"id\":\"p1\",\"name\":\"佐藤\"},\"at\":\"2026-11-23T09:00:00+09:00\"},"
                + "\"leafIndex\":41}",
                json(EntryViews.view(Samples.entry(1, Map.of("asset", "名簿"), null, Map.of(), null))));
    }

    @Test
    void addsReasonConfirmationsAndErasureWhereTheyAre() {
        Entry.Erased erased = new Entry.Erased(Samples.SATO, Instant.parse("2026-12-01T00:00:00Z"), "期間満了");
        assertTrue(json(EntryViews.view(Samples.entry(2, Map.of(), "誤記", Map.of("my-number", "電話番号"), erased)))
                .endsWith("\"leafIndex\":41,\"reason\":\"誤記\",\"confirmations\":{\"my-number\":\"電話番号\"},"
                        + "\"erased\":{\"by\":{\"id\":\"p1\",\"name\":\"佐藤\"},"
                        + "\"at\":\"2026-12-01T09:00:00+09:00\",\"reason\":\"期間満了\"}}"));
    }

    @Test
    void describesALedgerInTheReadersLanguageAndInAFixedOrder() {
        LedgerInfo info = new LedgerInfo(Samples.definition(Samples.column("asset", ColumnType.TEXT, true),
                Samples.column("seal", ColumnType.TEXT, true, List.of(), null, Fill.NONE, true)), "ab", false,
                Set.of(Role.HANDLER, Role.STAFF));
        String detail = new String(new Json().write(LedgerViews.detail(info), Locale.ENGLISH), StandardCharsets.UTF_8);
        assertTrue(detail.startsWith("{\"id\":\"media.takeouts\",\"module\":\"media\",\"chapter\":3,"
                + "\"state\":\"available\",\"form\":2,\"title\":\"Take-outs\",\"period\":\"month\","
                + "\"monthlyCheck\":\"3-5\",\"inspection\":null,\"roles\":[\"staff\",\"handler\"],\"periodField\":\"takenOn\""));
        assertTrue(detail.contains("{\"name\":\"asset\",\"label\":\"column asset\",\"help\":null,\"type\":\"text\","
                + "\"required\":true,\"printed\":true,\"values\":null,\"setBy\":null,\"fill\":\"none\""));
        assertTrue(detail.contains("{\"name\":\"approve\",\"label\":\"Approve\",\"from\":[\"requested\",\"out\"],"
                + "\"to\":\"approved\",\"roles\":[\"manager\",\"deputy\"],\"own\":[],\"fields\":[\"approvedBy\"],"
                + "\"covers\":[\"asset\"],\"schema\":{\"title\":\"Approve\",\"type\":\"object\""));
        assertFalse(detail.contains("seal"));
    }

    @Test
    void tellsWhatAColumnMustFulfilAndToWhatItRefers() {
        Text words = new Text("だめです。", "No.");
        Column bounded = new Column("copies", words, null, ColumnType.INTEGER, false, true, List.of(), null, Fill.NONE,
                false, true, false, 20, false, "3-3", List.of(
                        new Condition(Kind.MIN, 1, null, words, "3-3", null, Set.of()),
                        new Condition(Kind.NOT_AFTER, 0, "due", words, "3-3", null, Set.of()),
                        new Condition(Kind.REQUIRED_WHEN, 0, "copied", List.of(true), words, "3-3", null, Set.of())),
                new Reference("assets.inventory", List.of("name"), null, Set.of("active")), false, null);
        String detail = json(LedgerViews.detail(new LedgerInfo(
                Samples.definition(bounded, Samples.column("copied", ColumnType.BOOLEAN, true)), "ab", true,
                Set.of())));
        assertTrue(detail.contains("\"clause\":\"3-3\",\"min\":1,\"notAfter\":\"due\","
                + "\"requiredWhen\":{\"column\":\"copied\",\"is\":[true]},\"refersTo\":{"
                + "\"ledger\":\"assets.inventory\",\"by\":[\"name\"],\"detail\":null,\"states\":[\"active\"]}}"),
                detail);
    }

    @Test
    void givesASheetsRowsAsEntriesWithTheVersionsTheyStruck() {
        Entry first = Samples.entry(1, Map.of("asset", "名薄"), null, Map.of(), null);
        Entry second = Samples.entry(2, Map.of("asset", "名簿"), "誤記", Map.of(), null);
        MonthlyCheck.Checked check = new MonthlyCheck.Checked(Samples.SATO, Role.DEPUTY, Samples.NINE, "よし", Map.of(),
                List.of(), "cd", "c1");
        String sheet = json(SheetViews.view(new Sheet(Samples.definition(), SheetPeriod.parse("2026-11"), "荻窪", null,
                List.of(new Sheet.Row(second, List.of(first))), List.of(), List.of(), "ab", check)));
        assertTrue(sheet.contains("\"period\":\"2026-11\""), sheet);
        assertTrue(sheet.contains("\"rows\":[{\"id\":\"e1\""));
        assertTrue(sheet.contains("\"struck\":[{\"id\":\"e1\",\"ledger\":\"media.takeouts\",\"version\":1"));
        assertTrue(sheet.contains("\"checked\":{\"by\":{\"id\":\"p1\",\"name\":\"佐藤\"},\"as\":\"deputy\""));
    }

    @Test
    void writesAProofsBytesInBase64AndOpeningsInTheLeafsOrder() {
        byte[] hash = new byte[]{1, 2, 3};
        Proof proof = new Proof(4, 9, hash, hash, List.of(hash), "note\n", Map.of("b", new Proof.Opening(1, hash, true),
                "a", new Proof.Opening(2, hash, 5L), "c", new Proof.Opening(0, hash, "x")));
        assertEquals("{\"leafIndex\":4,\"treeSize\":9,\"leafHash\":\"AQID\",\"leaf\":\"AQID\",\"hashes\":[\"AQID\"],"
                + "\"checkpoint\":\"note\\n\",\"openings\":{\"c\":{\"index\":0,\"salt\":\"AQID\",\"value\":\"x\"},"
                + "\"b\":{\"index\":1,\"salt\":\"AQID\",\"value\":true},"
                + "\"a\":{\"index\":2,\"salt\":\"AQID\",\"value\":5}}}", json(ProofViews.view(proof)));
    }

    @Test
    void writesACheckAsTheContractHasIt() {
        MonthlyCheck check = new MonthlyCheck("media.takeouts", SheetPeriod.parse("2026-11"),
                List.of(new MonthlyCheck.Gap("g1", "3-5", new Text("返却なし", "Not returned"))), null,
                List.of(new OpenImprovement("c1.1", SheetPeriod.parse("2026-10"), "書庫に施錠", "佐藤",
                        LocalDate.of(2026, 11, 30))));
        assertEquals("{\"ledger\":\"media.takeouts\",\"period\":\"2026-11\","
                + "\"gaps\":[{\"id\":\"g1\",\"clause\":\"3-5\",\"text\":\"返却なし\"}],\"checked\":null,"
                + "\"open\":[{\"id\":\"c1.1\",\"period\":\"2026-10\",\"text\":\"書庫に施錠\",\"who\":\"佐藤\","
                + "\"due\":\"2026-11-30\"}]}", json(check));
    }

    @Test
    void pointsFromWhatIsCarriedOverToItsMonthAndTellsWhatWasConfirmed() {
        Entry entry = Samples.entry(1, Map.of("asset", "名簿"), null, Map.of("seats", "急ぎ"), null);
        String sheet = json(
                SheetViews.view(new Sheet(Samples.definition(), SheetPeriod.parse("2026-12"), "荻窪", null, List.of(),
                        List.of(new Sheet.Row(entry, List.of())),
                        List.of(new Sheet.Change(entry, new Text("佐藤が確定しました。", "Confirmed."))), "ab", null)));
        assertTrue(sheet.contains("\"month\":\"" + YearMonth.from(entry.day()) + "\""), sheet);
        assertTrue(sheet.contains("\"confirmations\":{\"seats\":\"急ぎ\"},\"text\":\"佐藤が確定しました。\""), sheet);
    }

    private static String json(Object value) {
        return new String(new Json().write(value, Locale.JAPANESE), StandardCharsets.UTF_8);
    }
}
