package org.daicho.ledger.engine.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.definition.Newcomers.Newcomer;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.RuleRunner;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.engine.write.Write;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.spi.Act;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.system.TerminalDirectory;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Violation;

/**
 * Takes the steps in other ledgers that a change brings about, up to the writes that are committed with it: first those
 * that register the persons whom it names, then those that its module finds. The right to
 * each comes from the ledger in which it is taken: its definition names the origin.
 */
final class Following {

    /** The column of a ledger of persons that holds what they are called. */
    private static final String NAME = "name";

    private final ModuleRegistry modules;
    private final RuleRunner runner;
    private final Rights rights;
    private final TerminalDirectory terminals;
    private final Judging judging;
    private final Drafting drafting;

    Following(ModuleRegistry modules, RuleRunner runner, Rights rights, TerminalDirectory terminals, Judging judging,
            Drafting drafting) {
        this.modules = modules;
        this.runner = runner;
        this.rights = rights;
        this.terminals = terminals;
        this.judging = judging;
        this.drafting = drafting;
    }

    /**
     * Judges what follows from a change, each step with those before it in view.
     *
     * @param origin     the ledger of the change
     * @param passed     the change, which has passed its own rules
     * @param first      its write
     * @param submission what the caller handed in; a confirmation holds for all steps
     * @param view       what the change's rules saw
     * @return all writes of the act, the change's own first
     * @throws LedgerException where a step is refused, as if it had been taken by itself
     */
    List<Write> writes(LiveLedger origin, Judging.Passed passed, Write first, Submission submission, NotingView view,
            Reads reads) {
        Change change = passed.change();
        List<Write> writes = new ArrayList<>(List.of(first));
        String from = change.definition().id() + "/" + change.action();
        NotingView now = view;
        for (Newcomer newcomer : passed.newcomers()) {
            LiveLedger live = modules.requireLive(modules.require(newcomer.ledger()).definition());
            now = after(writes, now);
            writes.add(step(live, Act.enter(newcomer.ledger(), Map.of(NAME, newcomer.person().name())),
                    newcomer.person().id(), from, change, submission.confirmations(), now, reads));
        }
        for (Act act : runner.follow(origin, change, view)) {
            LiveLedger live = modules.live(act.ledger()).orElse(null);
            if (writes.stream().anyMatch(write -> write.draft().id().equals(act.entry()))) {
                throw Messages.refusal(Kind.UNAVAILABLE, "rule.failed", from);
            }
            if (live != null) {
                now = after(writes, now);
                writes.add(step(live, act, act.entry(), from, change, submission.confirmations(), now, reads));
            }
        }
        return writes;
    }

    private static NotingView after(List<Write> writes, NotingView view) {
        Write last = writes.get(writes.size() - 1);
        return view.after(last.definition(), last.draft());
    }

    private Write step(LiveLedger live, Act act, String id, String from, Change origin,
            Map<String, String> confirmations,
            NotingView view, Reads reads) {
        KnownDefinition known = modules.require(act.ledger());
        Definition definition = known.definition();
        Action action = definition.action(act.action()).filter(a -> a.origins().contains(from))
                .orElseThrow(() -> Messages.refusal(Kind.FORBIDDEN, "forbidden.origin", definition.title().ja(),
                        definition.title().en()));
        List<Entry> history = drafting.history(act.ledger(), act.entry());
        if (action.enters() != history.isEmpty()) {
            throw Messages.refusal(Kind.NOT_FOUND, "action.unknown", act.action());
        }
        rights.of(origin.caller(), definition, reads).requireTerminal(terminals);
        if (!history.isEmpty()) {
            reads.noteEntry(act.entry());
            drafting.requireStanding(definition, action, history.get(history.size() - 1), null);
        }
        try {
            Judging.Passed passed = judging.pass(live, origin.caller(), action, origin.as(), id, history,
                    new Submission(act.fields(), act.reason(), confirmations, null), view, reads);
            return drafting.write(known, passed, reads, null);
        } catch (LedgerException e) {
            throw told(e, definition);
        }
    }

    /** A column of another ledger is none of the caller's: the sentence names that ledger instead. */
    private static LedgerException told(LedgerException e, Definition definition) {
        if (e.kind() != Kind.INVALID) {
            return e;
        }
        return new LedgerException(e.kind(), e.text(), e.violations().stream()
                .map(v -> new Violation(null, v.clause(), Messages.text("act.violation", definition.title().ja(),
                        v.message().ja(), definition.title().en(), v.message().en()), v.confirm()))
                .toList());
    }
}
