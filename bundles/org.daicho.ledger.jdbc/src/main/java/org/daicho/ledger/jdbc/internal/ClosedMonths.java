package org.daicho.ledger.jdbc.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.Violation;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.jdbc.internal.read.EntryCodec;
import org.daicho.ledger.jdbc.internal.read.NotingView;
import org.daicho.ledger.jdbc.internal.rules.Messages;
import org.daicho.ledger.jdbc.internal.rules.SystemLedgers;
import org.daicho.ledger.spi.Change;

/**
 * Closes a month that is over and checked to ordinary entry (3-5, 5-5, 8-3): what is found missing later is entered with
 * a reason, which the sheet of the month in which that happens lists, and the entry itself stands there under 繰越.
 * Corrections and steps on what was entered before stay possible as they are; they too show under 繰越.
 */
final class ClosedMonths {

    /** The code under which the reason for a late entry is given. */
    static final String CONFIRM = "checked-month";

    private ClosedMonths() {
    }

    static List<Violation> violations(Core core, Change change, NotingView view) {
        Definition definition = change.definition();
        if (!change.action().equals(Ledger.ENTER) || definition.monthlyCheck() == null) {
            return List.of();
        }
        LocalDate day = EntryCodec.day(definition, change.fields(), core.now().toInstant());
        YearMonth month = YearMonth.from(day);
        if (!month.isBefore(YearMonth.from(core.today()))
                || SystemLedgers.newestCheck(view, definition.id(), month.toString()).isEmpty()) {
            return List.of();
        }
        return List.of(new Violation(definition.periodField(), definition.monthlyCheck(),
                Messages.text("check.closed", month.toString()), CONFIRM));
    }
}
