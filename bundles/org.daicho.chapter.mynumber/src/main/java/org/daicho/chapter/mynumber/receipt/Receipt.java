package org.daicho.chapter.mynumber.receipt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;

/**
 * A row of 様式8.
 *
 * @param entry the entry as it stands
 */
public record Receipt(Entry entry) {

    private static final Set<String> ENDED = Set.of(Receipts.State.SUBMITTED, Receipts.State.DISPOSED);

    /** Returns the rows whose content was not destroyed. */
    public static Stream<Receipt> all(LedgerView view) {
        return view.standing(Receipts.LEDGER).stream().map(Receipt::new);
    }

    /** Finds the row of a 受払簿No. */
    public static Optional<Receipt> numbered(String number, LedgerView view) {
        return number == null
                ? Optional.empty()
                : view.find(Receipts.LEDGER, Receipts.NUMBER, number).stream()
                        .map(Receipt::new).findFirst();
    }

    /** Finds the rows of a document that stood open on a day; wherever it has ended later, it stood open before. */
    public static List<Receipt> named(String document, LocalDate day, LedgerView view) {
        return document == null
                ? List.of()
                : view.find(Receipts.LEDGER, Receipts.DOCUMENT, document).stream()
                        .map(Receipt::new).filter(r -> r.isHeldOn(day)).toList();
    }

    /**
     * Tells whether a number may be one whose row was destroyed: the row of an erased entry tells no number any more.
     */
    public static boolean mayBeErased(String number, LedgerView view) {
        return number != null && view.all(Receipts.LEDGER).stream()
                .anyMatch(
                        e -> e.erased() != null && number.startsWith(fiscalYearEnd(e.day()).getYear() - 1 + "-"));
    }

    public Fields fields() {
        return entry.fields();
    }

    public String number() {
        return fields().text(Receipts.NUMBER);
    }

    public String document() {
        return fields().text(Receipts.DOCUMENT);
    }

    public boolean isEnded() {
        return ENDED.contains(entry.state());
    }

    public boolean isPending() {
        return Receipts.State.RECEIVED.equals(entry.state());
    }

    public boolean isSettable() {
        return Receipts.SETTABLE.equals(fields().text(Receipts.ACCESS));
    }

    public boolean isHeldOn(LocalDate day) {
        return !Days.isAfter(fields().date(Receipts.RECEIVED_ON), day)
                && !(isEnded() && Days.isAfter(day, fields().date(Receipts.ENDED_ON)));
    }

    /** Tells whether a time lies before the row was ended, as it was written and as its day says. */
    public boolean isBeforeEnd(OffsetDateTime at, LedgerView view) {
        if (!isEnded()) {
            return true;
        }
        Instant ended = view.versions(Receipts.LEDGER, entry.id()).stream().filter(v -> ENDED.contains(v.state()))
                .findFirst().map(Entry::at).orElse(entry.at());
        return isHeldOn(Days.of(at)) && at.toInstant().isBefore(ended.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Returns the day until which it is kept: the one stated, else that of its task. */
    LocalDate keepUntil(LawData law) {
        LocalDate stated = fields().date(Receipts.KEEP_UNTIL);
        if (stated != null) {
            return stated;
        }
        int years = law.task(fields().text(Receipts.PURPOSE)).map(LawData.Task::keepYears).orElse(0);
        return fiscalYearEnd(fields().date(Receipts.RECEIVED_ON)).plusYears(years);
    }

    /** Returns the last day of a day's fiscal year (年度), which begins in April. */
    public static LocalDate fiscalYearEnd(LocalDate day) {
        int year = day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() : day.getYear() + 1;
        return LocalDate.of(year, Month.MARCH, 31);
    }
}
