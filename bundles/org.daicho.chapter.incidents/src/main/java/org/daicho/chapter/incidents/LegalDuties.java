package org.daicho.chapter.incidents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What the law asks for after an incident, from what the report says, until it is done or a decision against it is
 * recorded (6-3). Labelled as law, not as the procedure.
 */
final class LegalDuties {

    private static final String CLAUSE = "6-3";
    private static final Map<String, String> DONE = Map.of("prompt", "promptReportedOn", "final", "finalReportedOn",
            "notice", "personsNotifiedOn");

    private final Dues dues;
    private final LawBook law;

    LegalDuties(Texts texts, LawBook law) {
        dues = new Dues(Report.LEDGER, CLAUSE, texts);
        this.law = law;
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::open), dues.source(this::unread));
    }

    private Stream<Duty> open(LedgerView view) {
        return Report.all(view).filter(r -> !r.fields().has("notReportedReason")).flatMap(r -> {
            LocalDate known = Days.of(r.discoveredAt());
            return law.on(known).stream().filter(l -> l.appliesTo(r.fields()) && !r.fields().has(DONE.get(l.kind())))
                    .map(l -> dues.duty(l.id() + ":" + r.entry().id(), l.due(r.fields(), known), "duty.law",
                            l.law().ja(), l.law().en(), l.article(), l.title().ja(), l.title().en(),
                            Times.text(r.reportedAt())));
        });
    }

    private Stream<Duty> unread(LedgerView view) {
        return law.problems().stream().map(file -> dues.duty("law:" + file, view.today(), "duty.lawFile", file));
    }
}
