package org.daicho.chapter.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * What a transmission must fulfil to be recorded (3-2(2)); its reason, channel, recipients and the time of the manager's
 * copy the definition asks for.
 */
final class TransmissionRules {

    /** The confirmation code that the many recipients of a mail could not see each other's addresses. */
    static final String MANY_RECIPIENTS = "many-recipients";

    private static final String CLAUSE = "3-2(2)";
    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final Texts texts;

    TransmissionRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(rule(this::notToManager), rule(this::recipients), rule(this::inFuture));
    }

    private List<Violation> notToManager(Change change, LedgerView view) {
        return change.fields().isFalse(Transmissions.SENT_TO_MANAGER)
                ? List.of(new Violation(Transmissions.SENT_TO_MANAGER, CLAUSE, texts.text("send.manager")))
                : List.of();
    }

    /** The 985 addresses that everybody saw (D社): more than one needs the assurance that Bcc was used. */
    private List<Violation> recipients(Change change, LedgerView view) {
        Long count = change.fields().integer(Transmissions.RECIPIENT_COUNT);
        if (count == null) {
            return List.of();
        }
        if (count < 1) {
            return List.of(new Violation(Transmissions.RECIPIENT_COUNT, CLAUSE, texts.text("send.none")));
        }
        boolean many = count > 1 && Transmissions.MAIL.equals(change.fields().text(Transmissions.CHANNEL));
        return many && !isConfirmed(change)
                ? List.of(new Violation(Transmissions.RECIPIENT_COUNT, CLAUSE, texts.text("send.many", count),
                        MANY_RECIPIENTS))
                : List.of();
    }

    /** A correction that leaves the recipients alone rests on what was confirmed before. */
    private static boolean isConfirmed(Change change) {
        if (change.before() == null) {
            return false;
        }
        Fields before = change.before().fields();
        return Objects.equals(before.integer(Transmissions.RECIPIENT_COUNT),
                change.fields().integer(Transmissions.RECIPIENT_COUNT))
                && Transmissions.MAIL.equals(before.text(Transmissions.CHANNEL));
    }

    private List<Violation> inFuture(Change change, LedgerView view) {
        List<Violation> violations = new ArrayList<>();
        for (String column : List.of(Transmissions.SENT_AT, Transmissions.SENT_TO_MANAGER_AT)) {
            if (Days.isAfter(Days.of(change.fields().dateTime(column)), change.today())) {
                violations.add(new Violation(column, CLAUSE, texts.text("send.future")));
            }
        }
        return violations;
    }

    private static Rule rule(Rule.Check check) {
        return new Rule(CLAUSE, Transmissions.LEDGER, CONTENT, check);
    }
}
