package org.daicho.ledger.engine.month;

import java.util.List;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.sheet.SheetRef;
import org.daicho.ledger.value.Caller;

/**
 * The sheets service: finds out what a caller may do, and lets it be done.
 */
public final class SheetService implements Sheets {

    private final Rights rights;
    private final SheetIndex index;
    private final SheetMaking sheets;
    private final CheckSigning checks;
    private final Improvements improvements;

    /**
     * Makes the service.
     *
     * @param rights       tells what a caller may do
     * @param index        lists sheets
     * @param sheets       makes them
     * @param checks       takes signatures
     * @param improvements takes what was done about them
     */
    public SheetService(Rights rights, SheetIndex index, SheetMaking sheets, CheckSigning checks,
            Improvements improvements) {
        this.rights = rights;
        this.index = index;
        this.sheets = sheets;
        this.checks = checks;
        this.improvements = improvements;
    }

    @Override
    public List<SheetRef> sheets(Caller caller, String ledger) {
        return index.of(rights.readable(caller, ledger).definition());
    }

    @Override
    public Sheet sheet(Caller caller, String ledger, SheetPeriod period) {
        return sheets.make(rights.readable(caller, ledger), period);
    }

    @Override
    public MonthlyCheck check(Caller caller, String ledger, SheetPeriod period) {
        return checks.check(checkable(caller, ledger).definition(), period);
    }

    @Override
    public MonthlyCheck sign(Caller caller, String ledger, SheetPeriod period, CheckSubmission submission) {
        return checks.sign(checkable(caller, ledger), period, submission);
    }

    @Override
    public MonthlyCheck complete(Caller caller, String ledger, SheetPeriod period, String improvement, String result) {
        Permissions permissions = checkable(caller, ledger);
        improvements.complete(permissions, period, improvement, result);
        return checks.check(permissions.definition(), period);
    }

    /** A check tells of all entries, so who reads only their own can't see it. */
    private Permissions checkable(Caller caller, String ledger) {
        Permissions permissions = rights.readable(caller, ledger);
        if (!permissions.readsAll()) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.read");
        }
        return permissions;
    }
}
