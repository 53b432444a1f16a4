package org.daicho.chapter.media;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * The order of the days of a take-out (3-2(1)): approved, taken out, returned or lost. That none lies ahead stands in the
 * definition; what is compared here is compared at its own step only, as a row that is recorded again may still bear days
 * of before.
 * <p>
 * A row that went out and was corrected is approved and recorded again. Its days stay the same; another day is written
 * with a reason under {@link #OTHER_DAY}, which is also how a wrong day is mended.
 */
final class TakeoutDays {

    /** The confirmation code to record a day anew that was recorded before. */
    static final String OTHER_DAY = "other-day";

    private static final String CLAUSE = "3-2(1)";

    private final Texts texts;
    private final Rules rules;

    TakeoutDays(Texts texts) {
        this.texts = texts;
        rules = new Rules(Takeouts.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.check(CLAUSE, Rules.CONTENT, this::due),
                rules.check(CLAUSE, Set.of(Takeouts.Step.TAKE_OUT), this::takenOn),
                rules.check(CLAUSE, Set.of(Takeouts.Step.RETURN, Takeouts.Step.FIND),
                        (change, view) -> afterwards(change, Takeouts.RETURNED_ON, "take.returned")),
                rules.check(CLAUSE, Set.of(Takeouts.Step.REPORT_LOST),
                        (change, view) -> afterwards(change, Takeouts.LOST_ON, "take.lost")),
                rules.check(CLAUSE, Set.of(Takeouts.Step.EXTEND), this::extended));
    }

    /** A day that a request or a correction sets must still lie ahead, or not before the asset went out. */
    private List<Violation> due(Change change, LedgerView view) {
        LocalDate due = change.fields().date(Takeouts.DUE_ON);
        LocalDate before = change.before() == null ? null : change.before().fields().date(Takeouts.DUE_ON);
        LocalDate takenOn = change.fields().date(Takeouts.TAKEN_ON);
        LocalDate earliest = takenOn == null ? change.today() : takenOn;
        return due != null && !due.equals(before) && due.isBefore(earliest)
                ? List.of(violation(Takeouts.DUE_ON, "take.due", earliest))
                : List.of();
    }

    private List<Violation> takenOn(Change change, LedgerView view) {
        Fields fields = change.fields();
        LocalDate takenOn = fields.date(Takeouts.TAKEN_ON);
        LocalDate approved = Takeout.approvedOn(change.history());
        List<Violation> violations = new ArrayList<>(recordedAnew(change, Takeouts.TAKEN_ON));
        if (Days.isAfter(approved, takenOn)) {
            violations.add(violation(Takeouts.TAKEN_ON, "take.unapproved", approved));
        }
        if (Days.isAfter(takenOn, fields.date(Takeouts.DUE_ON))) {
            violations.add(violation(Takeouts.TAKEN_ON, "take.lapsed", fields.date(Takeouts.DUE_ON)));
        }
        return violations;
    }

    private List<Violation> afterwards(Change change, String column, String message) {
        LocalDate day = change.fields().date(column);
        LocalDate takenOn = change.fields().date(Takeouts.TAKEN_ON);
        List<Violation> violations = new ArrayList<>(recordedAnew(change, column));
        if (Days.isAfter(takenOn, day)) {
            violations.add(violation(column, message, takenOn));
        }
        return violations;
    }

    private List<Violation> extended(Change change, LedgerView view) {
        return Days.isAfter(change.today(), change.fields().date(Takeouts.EXTENDED_TO))
                ? List.of(violation(Takeouts.EXTENDED_TO, "take.due", change.today()))
                : List.of();
    }

    private List<Violation> recordedAnew(Change change, String column) {
        LocalDate before = change.before() == null ? null : change.before().fields().date(column);
        return before != null && !before.equals(change.fields().date(column))
                ? List.of(new Violation(column, CLAUSE, texts.text("take.other-day", before.toString()), OTHER_DAY))
                : List.of();
    }

    private Violation violation(String field, String message, LocalDate day) {
        return rules.violation(field, CLAUSE, message, day.toString());
    }
}
