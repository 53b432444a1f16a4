package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

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
final class CrossCheck {

    private static final String CLAUSE = "8-3";
    private static final String REPORTS = "incidents.reports";

    private final Texts texts;

    CrossCheck(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, Receipts.LEDGER, this::receipts),
                new DutySource(CLAUSE, Uses.LEDGER, this::uses), new DutySource(CLAUSE, Copies.LEDGER, this::copies),
                new DutySource("8-2(12)", Uses.LEDGER,
                        (from, to, view) -> unchecked(Uses.LEDGER, Uses.DOCUMENT, to, view)),
                new DutySource("8-2(12)", Copies.LEDGER,
                        (from, to, view) -> unchecked(Copies.LEDGER, Copies.DOCUMENT, to, view)),
                new DutySource("8-1(2)①", Uses.LEDGER, this::reports));
    }

    private List<Duty> receipts(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> gaps = new ArrayList<>();
        List<Entry> copies = standing(Copies.LEDGER, view).toList();
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
        return until(to, gaps);
    }

    private static boolean isUnused(Receipt receipt, LedgerView view) {
        return view.find(Uses.LEDGER, Uses.RECEIPT_NUMBER, receipt.number()).stream()
                .noneMatch(e -> e.erased() == null);
    }

    private List<Duty> uses(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> gaps = new ArrayList<>();
        standing(Uses.LEDGER, view).forEach(e -> row(gaps, e, UseRules.at(e.fields()),
                e.fields().person(Uses.USED_BY), view));
        return until(to, gaps);
    }

    private List<Duty> copies(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> gaps = new ArrayList<>();
        standing(Copies.LEDGER, view).forEach(e -> {
            row(gaps, e, CopyRules.at(e.fields()), e.fields().person(Copies.OPERATOR), view);
            if (!CopyRules.isSettled(e.fields())) {
                gaps.add(new Duty("unsettled:" + e.id(), Copies.LEDGER, "8-2(6)①",
                        texts.text("gap.unsettled", e.fields().text(Copies.DOCUMENT)), e.day(), null));
            }
            String copy = e.fields().text(Copies.COPY_RECEIPT);
            if (copy != null && Receipt.numbered(copy, view).isEmpty() && !Receipt.mayBeErased(copy, view)) {
                gap(gaps, e, Copies.LEDGER).accept("copyReceipt", texts.text("gap.unknown", copy));
            }
        });
        return until(to, gaps);
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
                && !Storage.key(fields.text(Uses.DOCUMENT)).equals(Storage.key(receipt.get().document()))) {
            gap.accept("document", texts.text("gap.document", name, fields.text(Uses.DOCUMENT),
                    receipt.get().document()));
        }
    }

    private static String year(Entry row) {
        return Days.fiscalYearEnd(row.day()).getYear() - 1 + "-";
    }

    private void person(BiConsumer<String, Text> gap, Person person, LocalDate day, String what, LedgerView view) {
        if (person != null && day != null && !new Handlers(view).wasHandler(person, day)) {
            gap.accept("handler:" + person.id(), texts.text("gap.handler", what, person.name(), day.toString()));
        }
    }

    private List<Duty> unchecked(String ledger, String document, LocalDate to, LedgerView view) {
        return until(to, standing(ledger, view).filter(e -> "recorded".equals(e.state()))
                .map(e -> new Duty("unchecked:" + e.id(), ledger, "8-2(12)",
                        texts.text("duty.row", e.day().toString(), Optional.ofNullable(e.fields().text(document))
                                .orElse(e.fields().values().getOrDefault(Uses.RECEIPT_NUMBER, "").toString())),
                        e.day(), null))
                .toList());
    }

    /** Where chapter 6 is absent, its reports are on paper: once for each month in which anything was used. */
    private List<Duty> reports(LocalDate from, LocalDate to, LedgerView view) {
        Map<YearMonth, Duty> gaps = new LinkedHashMap<>();
        if (!view.isActive(REPORTS)) {
            standing(Uses.LEDGER, view).forEach(e -> gaps.putIfAbsent(YearMonth.from(e.day()),
                    new Duty("reports:" + YearMonth.from(e.day()), Uses.LEDGER, "8-1(2)①",
                            texts.text("gap.reports.absent"), Days.before(e.day()), null)));
        }
        return until(to, List.copyOf(gaps.values()));
    }

    private static BiConsumer<String, Text> gap(List<Duty> gaps, Entry entry, String ledger) {
        return gap(gaps, entry, ledger, entry.day());
    }

    private static BiConsumer<String, Text> gap(List<Duty> gaps, Entry entry, String ledger, LocalDate day) {
        return (key, text) -> gaps
                .add(new Duty(key + ":" + entry.id(), ledger, CLAUSE, text, Days.before(day), null));
    }

    private static Stream<Entry> standing(String ledger, LedgerView view) {
        return view.all(ledger).stream().filter(e -> e.erased() == null);
    }

    private static List<Duty> until(LocalDate to, List<Duty> duties) {
        return duties.stream().filter(d -> !d.due().isAfter(to)).toList();
    }
}
