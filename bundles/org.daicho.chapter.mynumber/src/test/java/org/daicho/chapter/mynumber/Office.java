package org.daicho.chapter.mynumber;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.MonthlyCheck.Gap;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * A council's office with its handlers, and what they write, for tests. The handler's account is {@code handler}; a second
 * one is {@code second}.
 */
final class Office {

    static final String TASK = "報酬等の法定調書の作成に関する事務";
    static final String FEES = "報酬・料金等（同じ人への支払が年5万円を超えるもの）";
    static final SheetPeriod MONTH = SheetPeriod.parse("2026-11");

    /** What a council has that changes nothing. */
    static final MyNumberChapter.Choices USUAL = new MyNumberChapter.Choices(false, 12);

    private final TestLedger ledger;

    Office(TestLedger ledger) {
        this.ledger = ledger;
    }

    /** Designates handlers from the first of the year on; returns the last row. */
    Entry designate(String... accounts) {
        Entry row = null;
        for (String account : accounts) {
            ledger.people().person(account);
            row = ledger.enter(Role.MANAGER, Handlers.LEDGER, Map.of("handler", account, "scope", "報酬等の支払調書",
                    "designatedOn", "2026-04-01"));
        }
        return row;
    }

    Caller caller(String account) {
        return ledger.people().caller(account, Role.HANDLER);
    }

    Entry enter(String account, String id, Map<String, Object> fields) {
        return ledger.ledger().enter(caller(account), id, new Submission(fields, null, Map.of(), null));
    }

    Entry act(String account, Entry entry, String action, Map<String, Object> fields) {
        return ledger.ledger().act(caller(account), entry.ledger(), entry.id(), action, null,
                new Submission(fields, null, Map.of(), null));
    }

    Entry correct(String account, Entry entry, Map<String, Object> fields) {
        int version = ledger.ledger().get(caller(account), entry.ledger(), entry.id()).version();
        return ledger.ledger().correct(caller(account), entry.ledger(), entry.id(), version,
                new Submission(fields, "書き誤り", Map.of(), null));
    }

    /** Has the handler receive something and a second person check it. */
    Entry checked(Map<String, Object> receipt) {
        return check(enter("handler", Receipts.LEDGER, receipt));
    }

    /** Has another handler check an entry, or the manager where there is none. */
    Entry check(Entry entry) {
        String second = ledger.people().find("second").isPresent() ? "second" : "担当 二人目";
        return act(second, entry, "check", Map.of());
    }

    Entry submitted(Entry receipt) {
        return act("handler", receipt, "submit", submission());
    }

    static Map<String, Object> receipt() {
        return new HashMap<>(Map.ofEntries(Map.entry("document", "講師 花子の個人番号の写し"), Map.entry("purpose", TASK),
                Map.entry("ground", Receipts.Ground.PERSON), Map.entry("numberCheck", "個人番号カード"),
                Map.entry("identityCheck", "個人番号カード"), Map.entry("noticeVersion", "第1版"),
                Map.entry("noticeShownOn", "2026-11-20"), Map.entry("storage", "書庫3"),
                Map.entry("lockedStorage", true)));
    }

    /** Returns the receipt of a file whose access rights can be set. */
    static Map<String, Object> settable() {
        return with(with(with(with(receipt(), "document", "支払調書台帳"), "access", Receipts.SETTABLE), "storage", null),
                "lockedStorage", null);
    }

    static Map<String, Object> use(String number) {
        return new HashMap<>(Map.of("receiptNumber", number, "document", "講師 花子の個人番号の写し", "purpose", TASK));
    }

    static Map<String, Object> copy(String number) {
        return new HashMap<>(Map.of("kind", "複製", "receiptNumber", number, "document", "講師 花子の個人番号の写し", "source",
                "紙", "destination", "紙", "quantity", "1部", "purpose", "税理士の確認"));
    }

    /** Returns transport to the tax office, as 8-2(6)④ asks for it. */
    static Map<String, Object> transport(String number) {
        return new HashMap<>(Map.ofEntries(Map.entry("receiptNumber", number),
                Map.entry("document", "講師 花子の個人番号の写し"), Map.entry("source", "事務局執務室"),
                Map.entry("destination", "荻窪税務署"), Map.entry("purpose", "支払調書の提出"),
                Map.entry("caseLocked", true), Map.entry("carriedThroughout", true), Map.entry("noDetour", true),
                Map.entry("departedAt", "2026-11-23T08:00:00+09:00"),
                Map.entry("arrivedAt", "2026-11-23T08:30:00+09:00")));
    }

    static Map<String, Object> submission() {
        return new HashMap<>(Map.of("disposalReason", "支払調書の提出", "addressee", "荻窪税務署", "provisionCitation",
                "国税庁の特定個人情報保護評価書（書庫1の綴り）"));
    }

    static Map<String, Object> disposal() {
        return new HashMap<>(Map.of("disposalReason", "保存期限の経過", "disposalCategory", "紙媒体", "disposalMethod",
                "物理的消去（シュレッダー・破砕・粉砕）", "disposalWitness", "manager"));
    }

    /** Returns the fields with another value, or without one where it is {@code null}. */
    static Map<String, Object> with(Map<String, Object> fields, String column, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(column, value);
        return changed;
    }

    /** Returns what a call breaks, each {@code field clause}. */
    Set<String> broken(Supplier<?> call) {
        return ledger.violations(call).stream().map(Office::named).collect(Collectors.toSet());
    }

    private static String named(Violation violation) {
        return violation.field() + " " + violation.clause();
    }

    /** Returns the keys, without the ids in them, of what is due under a clause. */
    List<Duty> due(String clause) {
        return ledger.dutiesOf("mynumber").stream().filter(d -> d.clause().equals(clause)).toList();
    }

    /** Returns the Japanese texts of the gaps of the month under a clause. */
    List<String> gaps(String id, String clause) {
        return ledger.gaps(id, MONTH).stream().filter(g -> g.clause().equals(clause)).map(Gap::text).map(t -> t.ja())
                .toList();
    }
}
