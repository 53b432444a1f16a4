package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is due about rows of 様式8: the check and what it lacks (8-2(12)), disposal once the ground ended or the retention
 * is over (8-2(4)), the purpose notice (8-2(10)), rights to single items (8-2(5)②),
 * a registered terminal (8-2(13)①).
 */
final class ReceiptDuties {

    private static final String TERMINALS = "access.terminals";

    private final Texts texts;
    private final Labels labels;
    private final LawData law;
    private final Acquisition acquisition;

    ReceiptDuties(Texts texts, Labels labels, LawData law, Acquisition acquisition) {
        this.texts = texts;
        this.labels = labels;
        this.law = law;
        this.acquisition = acquisition;
    }

    List<DutySource> sources() {
        return List.of(new DutySource("8-2(12)", Receipts.LEDGER, this::unchecked),
                new DutySource("8-2(4)", Receipts.LEDGER, this::groundEnded),
                new DutySource("8-2(4)", Receipts.LEDGER, this::retentionOver),
                new DutySource("8-2(2)", Receipts.LEDGER, this::requestWithdrawn),
                new DutySource("8-2(10)", Receipts.LEDGER, this::unknownNotices),
                new DutySource("8-2(5)②", Receipts.LEDGER, this::withoutRights),
                new DutySource("8-2(13)①", Receipts.LEDGER, this::withoutTerminal));
    }

    private List<Duty> unchecked(LocalDate from, LocalDate to, LedgerView view) {
        return Receipt.all(view).filter(Receipt::isPending).map(r -> {
            List<Text> missing = acquisition.missing(r.fields()).stream()
                    .map(m -> labels.column(Receipts.LEDGER, m.field()).label()).toList();
            return duty("unchecked:" + r.entry().id(), "8-2(12)", r, missing.isEmpty()
                    ? texts.text("duty.unchecked", r.number(), r.document())
                    : Labels.listing(texts, "duty.incomplete", missing, r.number(), r.document()), r.entry().day());
        }).filter(d -> !d.due().isAfter(to)).toList();
    }

    private List<Duty> groundEnded(LocalDate from, LocalDate to, LedgerView view) {
        return held(view).filter(r -> r.fields().has(Receipts.GROUND_ENDED_ON))
                .map(r -> duty("ground:" + r.entry().id(), "8-2(4)", r,
                        texts.text("duty.ground", r.number(), r.document(),
                                r.fields().text(Receipts.GROUND_ENDED_ON)),
                        r.fields().date(Receipts.GROUND_ENDED_ON)))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    private List<Duty> retentionOver(LocalDate from, LocalDate to, LedgerView view) {
        return held(view).map(r -> duty("retention:" + r.entry().id() + ":" + r.keepUntil(law), "8-2(4)", r,
                texts.text("duty.retention", r.number(), r.document(), r.keepUntil(law).toString()),
                r.keepUntil(law))).filter(d -> !d.due().isAfter(to)).toList();
    }

    /** What was asked for without need is not kept. */
    private List<Duty> requestWithdrawn(LocalDate from, LocalDate to, LedgerView view) {
        return held(view).filter(r -> r.fields().has(Receipts.REQUEST))
                .filter(r -> view.find(Requests.LEDGER, Requests.NUMBER, r.fields().text(Receipts.REQUEST)).stream()
                        .anyMatch(q -> Requests.WITHDRAWN.equals(q.state())))
                .map(r -> duty("withdrawn:" + r.entry().id(), "8-2(2)", r,
                        texts.text("duty.withdrawn", r.number(), r.document(), r.fields().text(Receipts.REQUEST)),
                        Days.before(r.entry().day())))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    /** Lists each version once a month that no approved notice has. */
    private List<Duty> unknownNotices(LocalDate from, LocalDate to, LedgerView view) {
        Map<String, Duty> gaps = new LinkedHashMap<>();
        Receipt.all(view).filter(r -> r.fields().has(Receipts.NOTICE_VERSION)).forEach(r -> {
            String version = r.fields().text(Receipts.NOTICE_VERSION);
            if (Notices.approved(view).stream()
                    .noneMatch(n -> Notices.is(n, version, r.fields().date(Receipts.NOTICE_SHOWN_ON)))) {
                String key = "notice:" + Storage.key(version) + ":" + YearMonth.from(r.entry().day());
                gaps.putIfAbsent(key, new Duty(key, Receipts.LEDGER, "8-2(10)", texts.text("gap.notice", version),
                        Days.before(r.entry().day()), null));
            }
        });
        return gaps.values().stream().filter(d -> !d.due().isAfter(to)).toList();
    }

    private List<Duty> withoutRights(LocalDate from, LocalDate to, LedgerView view) {
        return held(view).filter(r -> r.isSettable() && Access.to(r.number(), view).isEmpty())
                .map(r -> duty("rights:" + r.entry().id(), "8-2(5)②", r,
                        texts.text("gap.rights", r.number(), r.document()), Days.before(r.entry().day())))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    /** Once a month in which anything was received, as long as the council has registered no terminal. */
    private List<Duty> withoutTerminal(LocalDate from, LocalDate to, LedgerView view) {
        Map<YearMonth, Duty> gaps = new LinkedHashMap<>();
        if (view.all(TERMINALS).stream().noneMatch(e -> "active".equals(e.state()))) {
            Receipt.all(view).map(r -> r.entry().day()).forEach(day -> gaps.putIfAbsent(YearMonth.from(day),
                    new Duty("terminal:" + YearMonth.from(day), Receipts.LEDGER, "8-2(13)①",
                            texts.text("gap.terminal"), Days.before(day), null)));
        }
        return gaps.values().stream().filter(d -> !d.due().isAfter(to)).toList();
    }

    private static Stream<Receipt> held(LedgerView view) {
        return Receipt.all(view).filter(r -> !r.isEnded());
    }

    private static Duty duty(String key, String clause, Receipt receipt, Text title, LocalDate due) {
        return new Duty(key, Receipts.LEDGER, clause, title, due, receipt.fields().person(Receipts.RECEIVED_BY));
    }
}
