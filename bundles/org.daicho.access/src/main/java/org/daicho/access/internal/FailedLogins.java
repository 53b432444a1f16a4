package org.daicho.access.internal;

import java.time.LocalDate;
import java.util.List;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;

/**
 * The runs of failed logins that the manager has to look into (4-2(2)): each stays due until its finding is written.
 */
final class FailedLogins {

    static final String CLAUSE = "4-2(2)";

    private FailedLogins() {
    }

    static DutySource duties() {
        return new DutySource(CLAUSE, AccessLedgers.EVENTS, FailedLogins::open);
    }

    private static List<Duty> open(LocalDate from, LocalDate to, LedgerView view) {
        return view.standing(AccessLedgers.EVENTS, "recorded").stream()
                .filter(event -> event.fields().has("failures")).map(FailedLogins::duty).toList();
    }

    private static Duty duty(Entry event) {
        Fields run = event.fields();
        String key = run.has("account") ? "duty.failures" : "duty.failures.unknown";
        return new Duty("failures:" + event.id(), AccessLedgers.EVENTS, CLAUSE, Messages.text(key, run.text("account"),
                event.day().toString(), run.integer("failures").toString()), event.day(), null);
    }
}
