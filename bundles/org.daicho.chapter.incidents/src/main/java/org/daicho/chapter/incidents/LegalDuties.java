package org.daicho.chapter.incidents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    private final Texts texts;
    private final Clock clock;
    private final LawBook law;

    LegalDuties(Texts texts, Clock clock, LawBook law) {
        this.texts = texts;
        this.clock = clock;
        this.law = law;
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, Report.LEDGER, this::open),
                new DutySource(CLAUSE, Report.LEDGER, this::unread));
    }

    private List<Duty> open(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> duties = new ArrayList<>();
        Report.all(view).filter(r -> !r.fields().has("notReportedReason")).forEach(r -> {
            LocalDate known = Days.of(r.discoveredAt());
            law.on(known).stream().filter(l -> l.appliesTo(r.fields()) && !r.fields().has(DONE.get(l.kind())))
                    .map(l -> new Duty(l.id() + ":" + r.entry().id(), Report.LEDGER, CLAUSE,
                            texts.text("duty.law", l.law().ja(), l.law().en(), l.article(), l.title().ja(),
                                    l.title().en(), Days.text(r.reportedAt())),
                            l.due(r.fields(), known), null))
                    .filter(d -> !d.due().isAfter(to)).forEach(duties::add);
        });
        return duties;
    }

    private List<Duty> unread(LocalDate from, LocalDate to, LedgerView view) {
        LocalDate today = LocalDate.now(clock);
        return today.isAfter(to)
                ? List.of()
                : law.problems().stream().map(file -> new Duty("law:" + file, Report.LEDGER, CLAUSE,
                        texts.text("duty.lawFile", file), today, null)).toList();
    }
}
