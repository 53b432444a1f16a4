package org.daicho.chapter.media;

import java.util.List;
import java.util.Objects;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;

/**
 * That nobody saw the addresses of the others whom a mail went to (3-2(2)); what else a transmission must fulfil, the
 * definition asks for.
 */
final class TransmissionRules {

    /** The confirmation code that the many recipients of a mail could not see each other's addresses. */
    static final String MANY_RECIPIENTS = "many-recipients";

    private static final String CLAUSE = "3-2(2)";

    private final Texts texts;

    TransmissionRules(Texts texts) {
        this.texts = texts;
    }

    List<Rule> rules() {
        return List.of(new Rules(Transmissions.LEDGER, texts).check(CLAUSE, Rules.CONTENT, this::recipients));
    }

    /** The 985 addresses that everybody saw (D社): more than one needs the assurance that Bcc was used. */
    private List<Violation> recipients(Change change, LedgerView view) {
        Long count = change.fields().integer(Transmissions.RECIPIENT_COUNT);
        return count != null && count > 1 && Transmissions.MAIL.equals(change.fields().text(Transmissions.CHANNEL))
                && !isConfirmed(change)
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
}
