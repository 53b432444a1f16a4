package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.daicho.chapter.systems.Reliances.Reports;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Act;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Storage media that somebody saw connected, or that a device's own history shows (4-1). One that was not permitted
 * there and on that day is a sign of an incident, and enters its report (6-1) in the same act; where chapter 6 is absent, it
 * stays due until the report on paper is named.
 */
final class Sightings {

    static final String LEDGER = "systems.media-sightings";

    static final String SEEN_AT = "seenAt";
    static final String MEDIUM = "medium";
    static final String DEVICE = "device";
    static final String INCIDENT_REPORT = "incidentReport";

    private static final String CLAUSE = "4-1";

    private final Texts texts;
    private final Rules rules;
    private final Dues dues;

    Sightings(Texts texts) {
        this.texts = texts;
        rules = new Rules(LEDGER, texts);
        dues = new Dues(LEDGER, CLAUSE, texts);
    }

    List<Rule> rules() {
        return List.of(rules.content(CLAUSE, INCIDENT_REPORT, "seen.report",
                (change, view) -> change.fields().has(INCIDENT_REPORT) && !namesReport(change.fields(), view)));
    }

    List<Consequence> consequences() {
        return List.of(new Consequence(CLAUSE, LEDGER, Rules.CONTENT, this::report));
    }

    private List<Act> report(Change change, LedgerView view) {
        Fields seen = change.fields();
        OffsetDateTime at = seen.dateTime(SEEN_AT);
        if (isPermitted(seen, Days.of(at), view) || isReported(change.id(), seen, view)) {
            return List.of();
        }
        return List.of(Act.enter(Reports.LEDGER, Map.of(Reports.CONTENTS,
                texts.text("seen.contents", seen.text(MEDIUM), seen.text(DEVICE)).ja(), Reports.DAMAGE,
                texts.text("seen.damage").ja(), Reports.DISCOVERED_AT, at.toString(), Reports.REPORT_KIND, "兆候",
                Reports.SIGHTING, change.id())));
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::unlisted));
    }

    private Stream<Duty> unlisted(LedgerView view) {
        String message = view.isActive(Reports.LEDGER) ? "duty.unlisted" : "duty.unlisted.noReports";
        return view.standing(LEDGER).stream()
                .filter(e -> !isPermitted(e.fields(), e.day(), view) && !isReported(e.id(), e.fields(), view))
                .map(e -> dues.duty("unlisted:" + e.id(), e.day(), message, e.fields().text(MEDIUM),
                        e.fields().text(DEVICE), e.day().toString()));
    }

    private static boolean isPermitted(Fields sighting, LocalDate day, LedgerView view) {
        return Permits.cover(sighting.text(MEDIUM), sighting.integer(Permits.MEDIUM_NUMBER), sighting.text(DEVICE), day,
                view);
    }

    private static boolean isReported(String id, Fields sighting, LedgerView view) {
        return namesReport(sighting, view) || !view.find(Reports.LEDGER, Reports.SIGHTING, id).isEmpty();
    }

    /** Without chapter 6 the report is on paper, and whatever names it will do. */
    private static boolean namesReport(Fields sighting, LedgerView view) {
        String report = sighting.text(INCIDENT_REPORT);
        return report != null && (!view.isActive(Reports.LEDGER)
                || view.entry(Reports.LEDGER, report.strip()).filter(e -> e.erased() == null).isPresent());
    }
}
