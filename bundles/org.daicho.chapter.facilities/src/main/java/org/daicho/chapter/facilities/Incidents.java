package org.daicho.chapter.facilities;

import org.daicho.chapter.facilities.Reliances.Reports;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;

/**
 * The incident reports of chapter 6, as far as they are there.
 */
final class Incidents {

    private static final String REPORT = "incidentReport";

    private Incidents() {
    }

    /** Tells whether an entry names its report: one that is there, or, without chapter 6, a paper. */
    static boolean isReported(Fields fields, LedgerView view) {
        String report = fields.text(REPORT);
        return report != null
                && (!view.isActive(Reports.LEDGER) || view.entry(Reports.LEDGER, report).isPresent());
    }
}
