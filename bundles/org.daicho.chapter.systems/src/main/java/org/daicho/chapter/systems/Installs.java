package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * Software that is to be installed, and its approval beforehand (0-7(2)③). That nothing is installed before it was
 * approved stands in the definition, with the days; here is who approves.
 * <p>
 * That software enters 様式1 only with an approval is a rule of chapter 2, which owns that ledger and reads this one: a
 * module's rules are about its own ledgers. What exactly it refuses, and why not everything, is said there.
 */
final class Installs {

    static final String LEDGER = "systems.installs";
    static final String REQUESTED = "requested";
    static final String APPROVE = "approve";

    static final String SOFTWARE = "software";
    static final String REQUESTED_BY = "requestedBy";
    static final String APPROVED_BY = "approvedBy";
    static final String APPROVED_ON = "approvedOn";
    static final String ERASES_DATA = "erasesData";
    static final String REVOKED_ON = "revokedOn";

    /** The confirmation code under which the manager approves what the manager asked for. */
    static final String SAME_PERSON = "same-person";

    private static final String CLAUSE = "0-7(2)③";

    private final Rules rules;
    private final Dues dues;

    Installs(Texts texts) {
        rules = new Rules(LEDGER, texts);
        dues = new Dues(LEDGER, CLAUSE, texts);
    }

    List<Rule> rules() {
        return List.of(rules.confirmable(CLAUSE, Set.of(APPROVE), APPROVED_BY, "install.approver",
                (change, view) -> isRequester(change), change -> change.as() == Role.MANAGER ? SAME_PERSON : null));
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::undecided));
    }

    /** Tells whether a person stands behind the request, whether they wrote it or had it written. */
    private static boolean isRequester(Change change) {
        Person caller = change.caller().person();
        return caller.isSameAs(change.fields().person(REQUESTED_BY))
                || change.before() != null && caller.isSameAs(change.before().createdBy());
    }

    private Stream<Duty> undecided(LedgerView view) {
        return view.standing(LEDGER, REQUESTED).stream().map(e -> dues.duty("decide:" + e.id(), e.day(),
                "duty.decide", e.fields().text(SOFTWARE)));
    }

    /** Tells whether erasure software was approved on a day (3-4(2)). */
    static boolean isApprovedEraser(String software, LocalDate day, LedgerView view) {
        return view.find(LEDGER, SOFTWARE, software).stream().map(Entry::fields).anyMatch(f -> f.isTrue(ERASES_DATA)
                && Days.isWithin(day, f.date(APPROVED_ON), f.date(REVOKED_ON)));
    }
}
