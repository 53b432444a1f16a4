package org.daicho.chapter.media;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * What a row of 様式2 says about where its asset is.
 *
 * @param entry the entry as it stands
 */
record Takeout(Entry entry) {

    private static final Set<String> AWAY = Set.of(Takeouts.State.OUT, Takeouts.State.LOST);
    private static final Set<String> BACK = Set.of(Takeouts.State.RETURNED, Takeouts.State.CONFIRMED);
    private static final Set<String> ENDED = Set.of("withdrawn", "rejected");

    /** Reads the rows that still say something. */
    static Stream<Takeout> all(LedgerView view) {
        return view.standing(Takeouts.LEDGER).stream().map(Takeout::new);
    }

    String asset() {
        return entry.fields().text(Takeouts.ASSET);
    }

    Person carrier() {
        return entry.fields().person(Takeouts.TAKEN_BY);
    }

    LocalDate takenOn() {
        return entry.fields().date(Takeouts.TAKEN_ON);
    }

    boolean wentOut() {
        return takenOn() != null;
    }

    boolean isIn(String state) {
        return state.equals(entry.state());
    }

    boolean isLost() {
        return isIn(Takeouts.State.LOST);
    }

    boolean isEnded() {
        return ENDED.contains(entry.state());
    }

    /** Tells whether what was approved was changed after it went out, so that it waits for approval again. */
    boolean isUnapproved() {
        return wentOut() && !AWAY.contains(entry.state()) && !BACK.contains(entry.state());
    }

    /** Tells whether the asset is outside, whatever became of its approval. */
    boolean isAway() {
        return entry.erased() == null && (AWAY.contains(entry.state())
                || isUnapproved() && !entry.fields().has(Takeouts.RETURNED_ON));
    }

    /** Returns by when it is to come back: as extended, as asked for, else by the end of its month. */
    LocalDate due() {
        return Stream.of(Takeouts.EXTENDED_TO, Takeouts.DUE_ON).map(entry.fields()::date)
                .filter(day -> day != null).findFirst().orElseGet(() -> YearMonth.from(takenOn()).atEndOfMonth());
    }

    /**
     * Returns the day of the approval under which it went out first, or is to go out.
     *
     * @param history the versions, oldest first
     * @return the day, or {@code null} where it was never approved
     */
    static LocalDate approvedOn(List<Entry> history) {
        LocalDate approved = null;
        for (Entry version : history) {
            if (Takeouts.Step.TAKE_OUT.equals(version.action())) {
                break;
            }
            if (Takeouts.Step.APPROVE.equals(version.action())) {
                approved = Days.of(version.at());
            }
        }
        return approved;
    }
}
