package org.daicho.chapter.mynumber.check;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.copy.CopyRules;
import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.neighbour.Reliances;
import org.daicho.chapter.mynumber.receipt.Receipt;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.use.OpenReceipts;
import org.daicho.chapter.mynumber.use.UseRules;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The month's check of 様式8, 9 and 10 against each other and against 様式7 (8-3). What the rules refuse may still become
 * wrong, as the other ledger is corrected later, or comes from paper.
 */
public final class CrossCheck {

    private static final String CLAUSE = "8-3";

    private final Texts texts;

    public CrossCheck(Texts texts) {
        this.texts = texts;
    }

    public List<DutySource> sources() {
        return List.of(dues(Receipts.LEDGER, CLAUSE).source(this::receipts),
                dues(Uses.LEDGER, CLAUSE).source(this::uses), dues(Copies.LEDGER, CLAUSE).source(this::copies),
                unchecked(Uses.LEDGER), unchecked(Copies.LEDGER),
                dues(Uses.LEDGER, "8-1(2)①").source(this::reports));
    }

    private List<Duty> receipts(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> gaps = new ArrayList<>();
        List<Entry> copies = view.standing(Copies.LEDGER);
        Receipt.all(view).forEach(r -> {
            BiConsumer<String, Text> gap = gap(gaps, r.entry(), Receipts.LEDGER);
            person(gap, r.fields().person(Receipts.RECEIVED_BY), r.entry().day(), r.number(), view);
            LocalDate ended = r.isEnded() ? r.fields().date(Receipts.ENDED_ON) : null;
            person(gap(gaps, r.entry(), Receipts.LEDGER, ended), r.fields().person(Receipts.ENDED_BY), ended,
                    r.number(), view);
            if (Receipts.State.SUBMITTED.equals(r.entry().state()) && isUnused(r, view)) {
                gap(gaps, r.entry(), Receipts.LEDGER, ended).accept("unused",
                        texts.text("gap.unused", r.number(), r.document()));
            }
            if (Receipts.Ground.COPY.equals(r.fields().text(Receipts.GROUND))
                    && copies.stream().noneMatch(c -> r.number().equals(c.fields().text(Copies.COPY_RECEIPT)))) {
                gap.accept("copy", texts.text("gap.copy", r.number(), r.document()));
            }
        });
        return gaps;
    }

    private static boolean isUnused(Receipt receipt, LedgerView view) {
        return view.find(Uses.LEDGER, Uses.RECEIPT_NUMBER, receipt.number()).isEmpty();
    }

    private List<Duty> uses(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> gaps = new ArrayList<>();
        view.standing(Uses.LEDGER).stream().forEach(e -> row(gaps, e, UseRules.at(e.fields()),
                e.fields().person(Uses.USED_BY), view));
        return gaps;
    }

    private List<Duty> copies(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> gaps = new ArrayList<>();
        view.standing(Copies.LEDGER).stream().forEach(e -> {
            row(gaps, e, CopyRules.at(e.fields()), e.fields().person(Copies.OPERATOR), view);
            if (!CopyRules.isSettled(e.fields())) {
                gaps.add(dues(Copies.LEDGER, "8-2(6)①").duty("unsettled:" + e.id(), e.day(), "gap.unsettled",
                        e.fields().text(Copies.DOCUMENT)));
            }
            String copy = e.fields().text(Copies.COPY_RECEIPT);
            if (copy != null && Receipt.numbered(copy, view).isEmpty() && !Receipt.mayBeErased(copy, view)) {
                gap(gaps, e, Copies.LEDGER).accept("copyReceipt", texts.text("gap.unknown", copy));
            }
        });
        return gaps;
    }

    private void row(List<Duty> gaps, Entry row, OffsetDateTime at, Person person, LedgerView view) {
        BiConsumer<String, Text> gap = gap(gaps, row, row.ledger());
        Fields fields = row.fields();
        String number = fields.text(Uses.RECEIPT_NUMBER);
        String name = number == null ? fields.text(Uses.DOCUMENT) : number;
        person(gap, person, row.day(), name, view);
        Optional<Receipt> receipt = OpenReceipts.of(fields, at, view);
        if (receipt.isEmpty()) {
            if (!Receipt.mayBeErased(number == null ? year(row) : number, view)) {
                gap.accept("unknown", texts.text("gap.unknown", name));
            }
        } else if (!receipt.get().isHeldOn(row.day())) {
            gap.accept("outside", texts.text("gap.outside", name, row.day().toString()));
        } else if (fields.has(Uses.DOCUMENT)
                && !Names.areSame(fields.text(Uses.DOCUMENT), receipt.get().document())) {
            gap.accept("document", texts.text("gap.document", name, fields.text(Uses.DOCUMENT),
                    receipt.get().document()));
        }
    }

    private static String year(Entry row) {
        return Receipt.fiscalYearEnd(row.day()).getYear() - 1 + "-";
    }

    private void person(BiConsumer<String, Text> gap, Person person, LocalDate day, String what, LedgerView view) {
        if (person != null && day != null && !new Handlers(view).wasHandler(person, day)) {
            gap.accept("handler:" + person.id(), texts.text("gap.handler", what, person.name(), day.toString()));
        }
    }

    private DutySource unchecked(String ledger) {
        Dues dues = dues(ledger, "8-2(12)");
        return dues.source(view -> view.standing(ledger, "recorded").stream()
                .map(e -> dues.duty("unchecked:" + e.id(), e.day(), "duty.row", e.day().toString(),
                        Optional.ofNullable(e.fields().text(Uses.DOCUMENT)).orElse(
                                e.fields().values().getOrDefault(Uses.RECEIPT_NUMBER, "").toString()))));
    }

    /** Where chapter 6 is absent, its reports are on paper: once for each month in which anything was used. */
    private List<Duty> reports(LocalDate from, LocalDate to, LedgerView view) {
        Map<YearMonth, Duty> gaps = new LinkedHashMap<>();
        if (!view.isActive(Reliances.REPORTS)) {
            view.standing(Uses.LEDGER).stream().forEach(e -> gaps.putIfAbsent(YearMonth.from(e.day()),
                    dues(Uses.LEDGER, "8-1(2)①").duty("reports:" + YearMonth.from(e.day()), Days.before(e.day()),
                            "gap.reports.absent")));
        }
        return List.copyOf(gaps.values());
    }

    private static BiConsumer<String, Text> gap(List<Duty> gaps, Entry entry, String ledger) {
        return gap(gaps, entry, ledger, entry.day());
    }

    private static BiConsumer<String, Text> gap(List<Duty> gaps, Entry entry, String ledger, LocalDate day) {
        return (key, text) -> gaps
                .add(new Duty(key + ":" + entry.id(), ledger, CLAUSE, text, Days.before(day), null));
    }

    private Dues dues(String ledger, String clause) {
        return new Dues(ledger, clause, texts);
    }
}
