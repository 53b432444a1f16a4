package org.daicho.chapter.media;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.chapter.media.Reliances.Reports;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Act;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * A loss is reported once: the take-out that is lost enters the incident report that names it (6-1(2), 6-2(2)), unless one
 * does already. Where chapter 6 is absent, or was when the loss was noted, the loss stays due until there is a report.
 */
final class Losses {

    private static final String CLAUSE = "6-2(2)";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final Texts texts;
    private final Dues dues;

    Losses(Texts texts) {
        this.texts = texts;
        dues = new Dues(Takeouts.LEDGER, CLAUSE, texts);
    }

    List<Consequence> consequences() {
        return List.of(new Consequence(CLAUSE, Takeouts.LEDGER, Set.of(Takeouts.Step.REPORT_LOST), this::report));
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::unreported));
    }

    private List<Act> report(Change change, LedgerView view) {
        Fields takeout = change.fields();
        if (isReported(change.id(), takeout, view)) {
            return List.of();
        }
        Map<String, Object> report = new HashMap<>();
        report.put(Reports.CONTENTS, contents(takeout));
        report.put(Reports.DAMAGE, takeout.has(Takeouts.CONTENTS)
                ? takeout.text(Takeouts.CONTENTS)
                : texts.text("loss.damage").ja());
        report.put(Reports.DISCOVERED_AT, discovered(takeout.date(Takeouts.LOST_ON), view).toString());
        report.put(Reports.OBJECT, "紙媒体・記録媒体");
        report.put(Reports.KIND, "紛失");
        report.put(Reports.ASSETS, takeout.text(Takeouts.ASSET));
        report.put(Reports.PERSONAL, !takeout.isFalse(Takeouts.PERSONAL_INFORMATION));
        report.put(Reports.SPECIFIC, takeout.isTrue(Takeouts.SPECIFIC_PERSONAL_INFORMATION));
        report.put(Reports.TAKEOUT, change.id());
        return List.of(Act.enter(Reports.LEDGER, report));
    }

    /** The words that are kept are Japanese, as the rest of the entry. */
    private String contents(Fields takeout) {
        List<Text> sentences = new ArrayList<>();
        sentences
                .add(texts.text("loss.asset", takeout.text(Takeouts.ASSET), DAY.format(takeout.date(Takeouts.TAKEN_ON)),
                        takeout.person(Takeouts.TAKEN_BY).name()));
        if (takeout.has(Takeouts.DESTINATION)) {
            sentences.add(texts.text("loss.destination", takeout.text(Takeouts.DESTINATION)));
        }
        if (takeout.has(Takeouts.LOSS_DETAILS)) {
            sentences.add(texts.text("loss.details", takeout.text(Takeouts.LOSS_DETAILS)));
        }
        return sentences.stream().map(Text::ja).collect(Collectors.joining("\n"));
    }

    /** Of a loss that was noticed on an earlier day nobody knows the hour: the whole day counts, so that nothing is late. */
    private static OffsetDateTime discovered(LocalDate lostOn, LedgerView view) {
        return lostOn.equals(view.today())
                ? view.now().withNano(0)
                : lostOn.atStartOfDay(Days.TOKYO).toOffsetDateTime();
    }

    /** Whether the asset is found again or not. */
    private Stream<Duty> unreported(LedgerView view) {
        boolean live = view.isActive(Reports.LEDGER);
        return Takeout.all(view).filter(
                t -> t.entry().fields().has(Takeouts.LOST_ON) && !isReported(t.entry().id(), t.entry().fields(), view))
                .map(t -> {
                    LocalDate lostOn = t.entry().fields().date(Takeouts.LOST_ON);
                    return dues.duty("lost:" + t.entry().id(), Days.before(lostOn), t.carrier(),
                            live ? "duty.lost" : "duty.lost.noReports", t.asset(), lostOn.toString());
                });
    }

    /** A report names the take-out, or the take-out its report: one that is there, or a paper without chapter 6. */
    private static boolean isReported(String id, Fields takeout, LedgerView view) {
        String named = takeout.text(Takeouts.INCIDENT_REPORT);
        return named != null && !view.isActive(Reports.LEDGER)
                || Stream.concat(view.find(Reports.LEDGER, Reports.TAKEOUT, id).stream(),
                        Stream.ofNullable(named).flatMap(report -> view.entry(Reports.LEDGER, report).stream()))
                        .anyMatch(report -> isOf(takeout.date(Takeouts.LOST_ON), report));
    }

    /** What went out again may be lost a second time: a report that was closed before is not of this loss. */
    private static boolean isOf(LocalDate lostOn, Entry report) {
        return !Reports.CLOSED.equals(report.state()) || !report.day().isBefore(lostOn);
    }
}
