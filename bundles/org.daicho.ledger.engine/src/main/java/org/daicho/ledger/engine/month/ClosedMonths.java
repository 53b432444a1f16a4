package org.daicho.ledger.engine.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Violation;

/**
 * Closes a month that is over and checked to ordinary entry (3-5, 5-5, 8-3): what is found missing later is entered with
 * a reason, which the sheet of the month in which that happens lists, and the entry itself stands there under 繰越.
 * Corrections and steps on what was entered before stay possible as they are; they too show under 繰越.
 */
public final class ClosedMonths {

    /** The code under which the reason for a late entry is given. */
    static final String CONFIRM = "checked-month";

    private final LedgerClock clock;

    /** Goes by a clock. */
    public ClosedMonths(LedgerClock clock) {
        this.clock = clock;
    }

    /** Returns what a change breaks; nothing where it is no new entry of a month that is checked. */
    public List<Violation> violations(Change change, NotingView view) {
        Definition definition = change.definition();
        if (!change.action().equals(Ledger.ENTER) || definition.monthlyCheck() == null) {
            return List.of();
        }
        LocalDate day = EntryCodec.day(definition, change.fields(), clock.instant());
        YearMonth month = YearMonth.from(day);
        if (!month.isBefore(YearMonth.from(clock.today()))
                || SystemLedgers.newestCheck(view, definition.id(), SheetPeriod.of(month)).isEmpty()) {
            return List.of();
        }
        return List.of(new Violation(definition.periodField(), definition.monthlyCheck(),
                Messages.text("check.closed", month.toString()), CONFIRM));
    }
}
