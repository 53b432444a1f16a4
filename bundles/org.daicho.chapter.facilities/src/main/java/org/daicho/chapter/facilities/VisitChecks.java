package org.daicho.chapter.facilities;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The manager's checks of 様式3, for which the procedure does not ask (手順にはない点検): off unless the council wants them.
 */
final class VisitChecks {

    static final String LEDGER = "facilities.visit-checks";

    static final String MONTH = "month";

    private static final String CLAUSE = "5-1(1)";

    private final Rules rules;

    VisitChecks(Texts texts) {
        rules = new Rules(LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.content(CLAUSE, MONTH, "visitCheck.month", VisitChecks::isNoPastMonth),
                rules.content(CLAUSE, MONTH, "visitCheck.twice", VisitChecks::isTaken));
    }

    private static boolean isNoPastMonth(Change change, LedgerView view) {
        try {
            String month = change.fields().text(MONTH);
            return month != null && (month.length() != 7
                    || !YearMonth.parse(month).isBefore(YearMonth.from(change.today())));
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static boolean isTaken(Change change, LedgerView view) {
        String own = change.before() == null ? null : change.before().id();
        String month = change.fields().text(MONTH);
        return month != null && view.find(LEDGER, MONTH, month).stream()
                .anyMatch(e -> !e.id().equals(own));
    }
}
