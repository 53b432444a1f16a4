package org.daicho.ledger.engine.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.definition.ChangeReader;
import org.daicho.ledger.engine.definition.Newcomers;
import org.daicho.ledger.engine.definition.Newcomers.Newcomer;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.RuleRunner;
import org.daicho.ledger.engine.month.ClosedMonths;
import org.daicho.ledger.engine.read.LedgerViews;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;

/**
 * Judges a change: by the ledger's definition, then by the rules of its module and the months that are closed.
 */
public final class Judging {

    private final RuleRunner runner;
    private final LedgerViews views;
    private final Rights rights;
    private final ClosedMonths closed;
    private final Function<String, Optional<Person>> persons;
    private final Supplier<String> ids;
    private final LedgerClock clock;

    /**
     * Judges changes.
     *
     * @param runner  runs rules
     * @param views   what they see
     * @param rights  tells what a caller may choose
     * @param closed  the months that are closed
     * @param persons finds the persons that a submission names
     * @param ids     makes ids of entries
     * @param clock   tells the time
     */
    public Judging(RuleRunner runner, LedgerViews views, Rights rights, ClosedMonths closed,
            Function<String, Optional<Person>> persons, Supplier<String> ids, LedgerClock clock) {
        this.runner = runner;
        this.views = views;
        this.rights = rights;
        this.closed = closed;
        this.persons = persons;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A change that may be written.
     *
     * @param change    the change
     * @param confirmed the reasons given for what would be refused without, by code
     * @param newcomers the persons whom it registers by naming them
     */
    record Passed(Change change, Map<String, String> confirmed, List<Newcomer> newcomers) {
    }

    /**
     * Reads what was handed in for an action and judges it.
     *
     * @param caller  who takes it
     * @param as      the role in which the action is taken
     * @param id      the entry's id; of a new one, the id that it is to have, or {@code null} for any
     * @param history the versions of the entry, oldest first; empty for a new one
     * @param view    what the rules see
     * @param reads   what the right to choose rests on is noted there
     * @throws LedgerException INVALID where something is wrong that was not confirmed, UNAVAILABLE where a rule fails
     */
    Passed pass(LiveLedger live, Caller caller, Action action, Role as, String id, List<Entry> history,
            Submission submission, NotingView view, Reads reads) {
        List<Violation> violations = new ArrayList<>();
        Newcomers newcomers = new Newcomers(ids, view::isActive);
        ChangeReader reader = new ChangeReader(live.definition(), action, caller, clock.now(),
                persons, newcomers, new Linking(view, target -> rights.of(caller, target, reads)), violations);
        Change change = reader.read(id == null ? ids.get() : id, as, history, submission);
        if (violations.isEmpty()) {
            violations.addAll(reader.guard(change, submission));
            violations.addAll(reader.conditions(change));
            violations.addAll(runner.check(live, change, view));
            violations.addAll(closed.violations(change, view));
        }
        Map<String, String> confirmed = confirmed(violations, submission);
        requireNone(violations);
        return new Passed(change, confirmed, newcomers.found());
    }

    /** Takes what was confirmed out of the violations, and returns the reasons. */
    private static Map<String, String> confirmed(List<Violation> violations, Submission submission) {
        Map<String, String> confirmed = new TreeMap<>();
        violations.removeIf(violation -> {
            String reason = violation.confirm() == null ? null : submission.confirmations().get(violation.confirm());
            if (reason == null || reason.isBlank()) {
                return false;
            }
            confirmed.put(violation.confirm(), reason.strip());
            return true;
        });
        return confirmed;
    }

    /**
     * Judges the destruction of an entry's content.
     *
     * @param history the versions of the entry, oldest first
     * @throws LedgerException INVALID where a rule is against it, UNAVAILABLE where one fails
     */
    void passErasure(LiveLedger live, Permissions permissions, Role as, List<Entry> history, String reason,
            Reads reads) {
        Entry before = history.get(history.size() - 1);
        requireNone(runner.check(live,
                new Change(before.id(), permissions.definition(), Ledger.ERASE, permissions.caller(), as,
                        clock.today(), history, before.state(), before.fields(), before.links(), reason),
                views.noting(reads)));
    }

    private static void requireNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new LedgerException(Kind.INVALID, Messages.text("invalid"), violations);
        }
    }
}
