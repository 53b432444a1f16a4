package org.daicho.ledger;

import java.util.List;

import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.sheet.SheetRef;
import org.daicho.ledger.value.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The paper sheets of the ledgers, and the checks that the responsible manager makes of them. Safe for use by many
 * threads. Refusals are those of {@link Ledger}.
 */
@ProviderType
public interface Sheets {

    /**
     * Lists the sheets of a ledger that hold something, newest first.
     *
     * @param caller who asks
     * @param ledger the ledger's id
     * @return the sheets
     */
    List<SheetRef> sheets(Caller caller, String ledger);

    /**
     * Puts a sheet together.
     *
     * @param caller who asks
     * @param ledger the ledger's id
     * @param period one month, several (at most 24) or {@link SheetPeriod#CURRENT}, as the form's period asks; a month
     *               also of an open list that is checked monthly; another is {@code NOT_FOUND}
     * @return the sheet
     */
    Sheet sheet(Caller caller, String ledger, SheetPeriod period);

    /**
     * Computes what a check has to explain, and tells whether it was made.
     *
     * @param caller who asks
     * @param ledger the ledger's id
     * @param period a month, or {@link SheetPeriod#CURRENT} for the inspection of a living list (2-3(2)); another is
     *               {@code NOT_FOUND}
     * @return the check
     */
    MonthlyCheck check(Caller caller, String ledger, SheetPeriod period);

    /**
     * Signs a check. The first signature fixes the sheet; a later one is possible only where something changed since, and
     * stands beside it. A month may be signed from its first day on, with what is due up to yesterday, but is finished
     * only by a signature after its last day.
     *
     * @param caller     the responsible manager, or a deputy whose instruction covers the ledger
     * @param ledger     the ledger's id
     * @param period     as for {@link #check}
     * @param submission remarks, explanations by gap, improvements; {@code INVALID} while a gap is unexplained,
     *                   {@code CONFLICT} where nothing changed since the last signature
     * @return the check as signed, durable
     */
    MonthlyCheck sign(Caller caller, String ledger, SheetPeriod period, CheckSubmission submission);

    /**
     * Marks an improvement that a check asked for as done. It is no longer due from then on.
     *
     * @param caller      as for {@link #sign}
     * @param ledger      the ledger's id
     * @param period      the period of the check that asks for it
     * @param improvement its id; {@code CONFLICT} where it is done already
     * @param result      what was done
     * @return the check that asks for it
     */
    MonthlyCheck complete(Caller caller, String ledger, SheetPeriod period, String improvement, String result);
}
