package org.daicho.chapter.council.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The reviews of policies and rules (0-7(2)④): held, decided by the manager, and followed by a new version where that was
 * decided. Of laws it is reviewed whether what is cited still is the law (0-6(1)).
 */
public final class Reviews {

    public static final String LEDGER = "council.reviews";
    static final String DOCUMENT = "document";
    static final String REVIEWED_ON = "reviewedOn";
    static final String DECISION = "decision";
    static final String REVISE = "改定する";
    static final String REVISE_BY = "reviseBy";

    private static final String CLAUSE = "0-7(2)④";
    private static final String HELD = "held";
    private static final String DECIDED = "decided";

    private final Texts texts;
    private final Intervals intervals;

    public Reviews(Texts texts, Intervals intervals) {
        this.texts = texts;
        this.intervals = intervals;
    }

    public List<Rule> rules() {
        Rules rules = new Rules(LEDGER, texts);
        return List.of(
                rules.rule(CLAUSE, Rules.CONTENT, DOCUMENT, "review.document", (change, view) -> !Documents
                        .byTitle(view).containsKey(Names.key(change.fields().text(DOCUMENT)))));
    }

    public List<DutySource> sources() {
        return List.of(dues(CLAUSE).source(this::due), dues(CLAUSE).source(this::undecided),
                dues(CLAUSE).source(this::unrevised));
    }

    /** A document is reviewed so many months after its last review, or after it came to apply. */
    private List<Duty> due(LocalDate from, LocalDate to, LedgerView view) {
        List<Entry> decided = view.standing(LEDGER, DECIDED);
        List<Duty> duties = new ArrayList<>();
        Documents.byTitle(view).forEach((title, versions) -> {
            Entry document = Documents.current(versions, view.today()).orElse(versions.get(0));
            LocalDate last = decided.stream().filter(e -> Names.key(e.fields().text(DOCUMENT)).equals(title))
                    .map(e -> e.fields().date(REVIEWED_ON)).reduce(Documents.effectiveOn(document), Days::later);
            LocalDate due = last.plusMonths(intervals.reviewMonths());
            boolean law = Documents.LAW.equals(document.fields().text(Documents.KIND));
            if (!due.isAfter(to)) {
                duties.add(dues(law ? "0-6(1)" : CLAUSE).duty("review:" + title + ":" + due, due,
                        law ? "duty.reviewLaw" : "duty.review", document.fields().text(Documents.TITLE),
                        last.toString()));
            }
        });
        return duties;
    }

    private Stream<Duty> undecided(LedgerView view) {
        return view.standing(LEDGER, HELD).stream()
                .map(e -> dues(CLAUSE).duty("undecided:" + e.id(), e.fields().date(REVIEWED_ON), "duty.decide",
                        e.fields().text(DOCUMENT)));
    }

    /** A revision that was decided is open until there is a version that applies from the review on. */
    private Stream<Duty> unrevised(LedgerView view) {
        return view.standing(LEDGER, DECIDED).stream().filter(e -> REVISE.equals(e.fields().text(DECISION)))
                .filter(e -> Documents.byTitle(view)
                        .getOrDefault(Names.key(e.fields().text(DOCUMENT)), List.of()).stream()
                        .noneMatch(d -> !Documents.effectiveOn(d).isBefore(e.fields().date(REVIEWED_ON))))
                .map(e -> dues(CLAUSE).duty("revise:" + e.id(), e.fields().date(REVISE_BY), "duty.revise",
                        e.fields().text(DOCUMENT)));
    }

    private Dues dues(String clause) {
        return new Dues(LEDGER, clause, texts);
    }
}
