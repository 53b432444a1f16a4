package org.daicho.chapter.mynumber.receipt;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.chapter.mynumber.neighbour.Reliances.Terminals;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is due about rows of 様式8: the check and what it lacks (8-2(12)), disposal once the ground ended or the retention
 * is over (8-2(4)), the purpose notice (8-2(10)), rights to single items (8-2(5)②),
 * a registered terminal (8-2(13)①).
 */
public final class ReceiptDuties {

    private final Texts texts;
    private final LawData law;
    private final Acquisition acquisition;

    public ReceiptDuties(Texts texts, LawData law, Acquisition acquisition) {
        this.texts = texts;
        this.law = law;
        this.acquisition = acquisition;
    }

    public List<DutySource> sources() {
        return List.of(dues("8-2(12)").source(this::unchecked),
                dues("8-2(4)").source(this::groundEnded),
                dues("8-2(4)").source(this::retentionOver),
                dues("8-2(2)").source(this::requestWithdrawn),
                dues("8-2(10)").source(this::unknownNotices),
                dues("8-2(5)②").source(this::withoutRights),
                dues("8-2(13)①").source(this::withoutTerminal));
    }

    private Stream<Duty> unchecked(LedgerView view) {
        return Receipt.all(view).filter(Receipt::isPending).map(r -> {
            List<Text> missing = acquisition.missing(r.fields()).stream().map(m -> label(m.field(), view)).toList();
            String key = "unchecked:" + r.entry().id();
            return missing.isEmpty()
                    ? duty(key, "8-2(12)", r, r.entry().day(), "duty.unchecked")
                    : duty(key, "8-2(12)", r, r.entry().day(), "duty.incomplete", Texts.list(missing));
        });
    }

    private static Text label(String column, LedgerView view) {
        return view.definition(Receipts.LEDGER).flatMap(d -> d.column(column)).map(Column::label)
                .orElse(new Text(column, column));
    }

    private Stream<Duty> groundEnded(LedgerView view) {
        return held(view).filter(r -> r.fields().has(Receipts.GROUND_ENDED_ON))
                .map(r -> duty("ground:" + r.entry().id(), "8-2(4)", r, r.fields().date(Receipts.GROUND_ENDED_ON),
                        "duty.ground", r.fields().text(Receipts.GROUND_ENDED_ON)));
    }

    private Stream<Duty> retentionOver(LedgerView view) {
        return held(view).map(r -> duty("retention:" + r.entry().id() + ":" + r.keepUntil(law), "8-2(4)", r,
                r.keepUntil(law), "duty.retention", r.keepUntil(law).toString()));
    }

    /** What was asked for without need is not kept. */
    private Stream<Duty> requestWithdrawn(LedgerView view) {
        return held(view)
                .filter(r -> !view.find(Requests.LEDGER, Requests.NUMBER, r.fields().text(Receipts.REQUEST),
                        Requests.WITHDRAWN).isEmpty())
                .map(r -> duty("withdrawn:" + r.entry().id(), "8-2(2)", r, Days.before(r.entry().day()),
                        "duty.withdrawn", r.fields().text(Receipts.REQUEST)));
    }

    /** Lists each version once a month that no approved notice has. */
    private Stream<Duty> unknownNotices(LedgerView view) {
        List<Entry> approved = Notices.approved(view);
        Map<String, Duty> gaps = new LinkedHashMap<>();
        Receipt.all(view).filter(r -> r.fields().has(Receipts.NOTICE_VERSION)).forEach(r -> {
            String version = r.fields().text(Receipts.NOTICE_VERSION);
            if (approved.stream()
                    .noneMatch(n -> Notices.is(n, version, r.fields().date(Receipts.NOTICE_SHOWN_ON)))) {
                String key = "notice:" + Names.key(version) + ":" + YearMonth.from(r.entry().day());
                gaps.putIfAbsent(key,
                        dues("8-2(10)").duty(key, Days.before(r.entry().day()), "gap.notice", version));
            }
        });
        return gaps.values().stream();
    }

    private Stream<Duty> withoutRights(LedgerView view) {
        return held(view).filter(r -> r.isSettable() && Access.to(r.number(), view).isEmpty())
                .map(r -> duty("rights:" + r.entry().id(), "8-2(5)②", r, Days.before(r.entry().day()),
                        "gap.rights"));
    }

    /** Once a month in which anything was received, as long as the council has registered no terminal. */
    private Stream<Duty> withoutTerminal(LedgerView view) {
        if (view.all(Terminals.LEDGER).stream().anyMatch(e -> Terminals.ACTIVE.equals(e.state()))) {
            return Stream.empty();
        }
        Map<YearMonth, LocalDate> first = new LinkedHashMap<>();
        Receipt.all(view).map(r -> r.entry().day()).forEach(day -> first.putIfAbsent(YearMonth.from(day), day));
        return first.entrySet().stream().map(month -> dues("8-2(13)①").duty("terminal:" + month.getKey(),
                Days.before(month.getValue()), "gap.terminal"));
    }

    private static Stream<Receipt> held(LedgerView view) {
        return Receipt.all(view).filter(r -> !r.isEnded());
    }

    /** Makes the duty of who received something; the text names its number and the document first. */
    private Duty duty(String key, String clause, Receipt receipt, LocalDate due, String message, Object... more) {
        return dues(clause).duty(key, due, receipt.fields().person(Receipts.RECEIVED_BY), message,
                Stream.concat(Stream.of(receipt.number(), receipt.document()), Stream.of(more)).toArray());
    }

    private Dues dues(String clause) {
        return new Dues(Receipts.LEDGER, clause, texts);
    }
}
