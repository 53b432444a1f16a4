package org.daicho.chapter.council;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The reviews of policies and rules (0-7(2)④): held, decided by the manager, and followed by a new version where that was
 * decided. Of laws it is reviewed whether what is cited still is the law (0-6(1)).
 */
final class Reviews {

    static final String LEDGER = "council.reviews";
    static final String DOCUMENT = "document";
    static final String REVIEWED_ON = "reviewedOn";
    static final String DECISION = "decision";
    static final String REVISE = "改定する";
    static final String REVISE_BY = "reviseBy";

    private static final String CLAUSE = "0-7(2)④";
    private static final String HELD = "held";
    private static final String DECIDED = "decided";
    private static final Set<String> DECIDE = Set.of("decide");

    private final Texts texts;
    private final Clock clock;
    private final Intervals intervals;

    Reviews(Texts texts, Clock clock, Intervals intervals) {
        this.texts = texts;
        this.clock = clock;
        this.intervals = intervals;
    }

    List<Rule> rules() {
        Rules rules = new Rules(LEDGER, texts);
        return List.of(
                rules.rule(CLAUSE, Rules.CONTENT, DOCUMENT, "review.document", (change, view) -> !Documents
                        .byTitle(view).containsKey(Places.key(change.fields().text(DOCUMENT)))),
                rules.rule(CLAUSE, Rules.CONTENT, REVIEWED_ON, "review.future", Reviews::isAhead),
                rules.rule(CLAUSE, DECIDE, REVISE_BY, "review.reviseBy",
                        (change, view) -> REVISE.equals(change.fields().text(DECISION))
                                && !change.fields().has(REVISE_BY)));
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, LEDGER, this::due), new DutySource(CLAUSE, LEDGER, this::undecided),
                new DutySource(CLAUSE, LEDGER, this::unrevised));
    }

    private static boolean isAhead(Change change, LedgerView view) {
        LocalDate day = change.fields().date(REVIEWED_ON);
        return day != null && day.isAfter(change.today());
    }

    /** A document is reviewed so many months after its last review, or after it came to apply. */
    private List<Duty> due(LocalDate from, LocalDate to, LedgerView view) {
        List<Entry> decided = Days.standing(view, LEDGER, DECIDED).toList();
        List<Duty> duties = new ArrayList<>();
        Documents.byTitle(view).forEach((title, versions) -> {
            Entry document = Documents.current(versions, LocalDate.now(clock)).orElse(versions.get(0));
            LocalDate last = decided.stream().filter(e -> Places.key(e.fields().text(DOCUMENT)).equals(title))
                    .map(e -> e.fields().date(REVIEWED_ON)).reduce(Documents.effectiveOn(document), Days::later);
            LocalDate due = last.plusMonths(intervals.reviewMonths());
            boolean law = Documents.LAW.equals(document.fields().text(Documents.KIND));
            if (!due.isAfter(to)) {
                duties.add(new Duty("review:" + title + ":" + due, LEDGER, law ? "0-6(1)" : CLAUSE,
                        texts.text(law ? "duty.reviewLaw" : "duty.review",
                                document.fields().text(Documents.TITLE), last.toString()),
                        due, null));
            }
        });
        return duties;
    }

    private List<Duty> undecided(LocalDate from, LocalDate to, LedgerView view) {
        return Days.standing(view, LEDGER, HELD)
                .map(e -> new Duty("undecided:" + e.id(), LEDGER, CLAUSE,
                        texts.text("duty.decide", e.fields().text(DOCUMENT)), e.fields().date(REVIEWED_ON), null))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    /** A revision that was decided is open until there is a version that applies from the review on. */
    private List<Duty> unrevised(LocalDate from, LocalDate to, LedgerView view) {
        return Days.standing(view, LEDGER, DECIDED).filter(e -> REVISE.equals(e.fields().text(DECISION)))
                .filter(e -> Documents.byTitle(view)
                        .getOrDefault(Places.key(e.fields().text(DOCUMENT)), List.of()).stream()
                        .noneMatch(d -> !Documents.effectiveOn(d).isBefore(e.fields().date(REVIEWED_ON))))
                .map(e -> new Duty("revise:" + e.id(), LEDGER, CLAUSE,
                        texts.text("duty.revise", e.fields().text(DOCUMENT)), e.fields().date(REVISE_BY), null))
                .filter(d -> !d.due().isAfter(to)).toList();
    }
}
