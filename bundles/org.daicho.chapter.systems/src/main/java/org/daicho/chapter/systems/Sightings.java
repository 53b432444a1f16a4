package org.daicho.chapter.systems;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Storage media that somebody saw connected, or that a device's own history shows (4-1). One that was not permitted
 * there and on that day is an incident, due to be reported under chapter 6.
 */
final class Sightings {

    static final String LEDGER = "systems.media-sightings";

    static final String MEDIUM = "medium";
    static final String DEVICE = "device";
    static final String INCIDENT_REPORT = "incidentReport";

    private static final String CLAUSE = "4-1";

    private final Rules rules;
    private final Dues dues;

    Sightings(Texts texts) {
        rules = new Rules(LEDGER, texts);
        dues = new Dues(LEDGER, CLAUSE, texts);
    }

    List<Rule> rules() {
        return List.of(rules.content(CLAUSE, INCIDENT_REPORT, "seen.report",
                (change, view) -> change.fields().has(INCIDENT_REPORT) && !isReported(change.fields(), view)));
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::unlisted));
    }

    private Stream<Duty> unlisted(LedgerView view) {
        String message = view.isActive(Reliances.REPORTS) ? "duty.unlisted" : "duty.unlisted.noReports";
        return view.standing(LEDGER).stream()
                .filter(e -> !isPermitted(e, view) && !isReported(e.fields(), view))
                .map(e -> dues.duty("unlisted:" + e.id(), e.day(), message, e.fields().text(MEDIUM),
                        e.fields().text(DEVICE), e.day().toString()));
    }

    private static boolean isPermitted(Entry sighting, LedgerView view) {
        return Permits.cover(sighting.fields().text(MEDIUM), sighting.fields().integer(Permits.MEDIUM_NUMBER),
                sighting.fields().text(DEVICE), sighting.day(), view);
    }

    /** Without chapter 6 the report is on paper, and whatever names it will do. */
    private static boolean isReported(Fields sighting, LedgerView view) {
        String report = sighting.text(INCIDENT_REPORT);
        return report != null && (!view.isActive(Reliances.REPORTS)
                || view.entry(Reliances.REPORTS, report.strip()).filter(e -> e.erased() == null).isPresent());
    }
}
