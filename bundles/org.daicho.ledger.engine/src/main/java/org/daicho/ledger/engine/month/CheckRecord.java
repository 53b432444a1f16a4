package org.daicho.ledger.engine.month;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Improvement;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.OpenImprovement;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;
import org.daicho.tlog.CanonicalJson;

/**
 * A signed check as the log has it.
 *
 * @param entry the entry of {@link SystemLedgers#CHECKS}
 */
record CheckRecord(Entry entry) {

    /** Finds the first check of a period, which fixes its sheet. */
    static Optional<CheckRecord> first(LedgerView view, String ledger, SheetPeriod period) {
        return SystemLedgers.checks(view, ledger, period).stream().findFirst().map(CheckRecord::new);
    }

    /** Finds the newest check of a period. */
    static Optional<CheckRecord> newest(LedgerView view, String ledger, SheetPeriod period) {
        return SystemLedgers.newestCheck(view, ledger, period).map(CheckRecord::new);
    }

    /** Finds the checks of a ledger that asked for improvements, oldest first. */
    static List<CheckRecord> asking(LedgerView view, String ledger) {
        return view.find(SystemLedgers.CHECKS, "asks", ledger).stream().map(CheckRecord::new).toList();
    }

    /** Returns the fields of a check to be. */
    static Map<String, Object> fields(String ledger, SheetPeriod period, CheckSubmission submission) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", ledger + "/" + period);
        fields.put("remarks", submission.remarks() == null || submission.remarks().isBlank()
                ? null
                : submission.remarks().strip());
        fields.put("explanations", CanonicalJson.string(submission.explanations()));
        fields.put("improvements", CanonicalJson.string(submission.improvements().stream().map(i -> {
            Map<String, Object> item = new TreeMap<>();
            item.put("text", i.text());
            item.put("who", i.who());
            item.put("due", i.due() == null ? null : i.due().toString());
            return item;
        }).toList()));
        fields.put("asks", submission.improvements().isEmpty() ? null : ledger);
        return fields;
    }

    /** Adds the rows that are signed to the fields of a check. */
    static void sign(Map<String, Object> fields, String digest, List<Long> leaves, List<Long> carried, long size) {
        fields.put("digest", digest);
        fields.put("leaves", CanonicalJson.string(leaves));
        fields.put("carried", CanonicalJson.string(carried));
        fields.put("size", size);
    }

    /** Returns the leaves of the rows that were signed, in their order. */
    @SuppressWarnings("unchecked")
    List<Long> leaves() {
        return (List<Long>) json("leaves");
    }

    String digest() {
        return entry.fields().text("digest");
    }

    SheetPeriod period() {
        String subject = entry.fields().text("subject");
        return SheetPeriod.parse(subject.substring(subject.lastIndexOf('/') + 1));
    }

    /** Returns the size of the tree that the signed sheet was read from: what was written from there on, it lacks. */
    long size() {
        Long size = entry.fields().integer("size");
        return size == null ? entry.leafIndex() : size;
    }

    /** Returns the day on which it was signed. */
    LocalDate day() {
        return LedgerClock.day(entry.at());
    }

    /** Tells whether it was signed after the last day of its month. */
    boolean isFinal() {
        return day().isAfter(period().to());
    }

    @SuppressWarnings("unchecked")
    Map<String, String> explanations() {
        return (Map<String, String>) json("explanations");
    }

    @SuppressWarnings("unchecked")
    private List<Improvement> improvements() {
        return ((List<Map<String, String>>) json("improvements")).stream()
                .map(item -> new Improvement(item.get("text"), item.get("who"),
                        item.get("due") == null ? null : LocalDate.parse(item.get("due"))))
                .toList();
    }

    /** Returns the improvements that it asks for, each with its id, whether done or not. */
    List<OpenImprovement> asked() {
        List<OpenImprovement> asked = new ArrayList<>();
        for (Improvement i : improvements()) {
            LocalDate due = i.due() == null ? YearMonth.from(day()).plusMonths(1).atEndOfMonth() : i.due();
            asked.add(new OpenImprovement(entry.id() + "." + (asked.size() + 1), period(), i.text(), i.who(), due));
        }
        return asked;
    }

    MonthlyCheck.Checked checked() {
        return new MonthlyCheck.Checked(entry.by(), entry.as(), entry.at(), entry.fields().text("remarks"),
                explanations(), improvements(), digest(), entry.id());
    }

    private Object json(String column) {
        return Json.stored(entry.fields().text(column).getBytes(StandardCharsets.UTF_8));
    }
}
