package org.daicho.ledger.engine.entry;

import java.util.List;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.RuleRunner;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.read.LedgerViews;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Masked;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.engine.write.Commits;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.engine.write.Write;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.system.TerminalDirectory;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;

/**
 * Takes a change from the caller's wish to the durable version: right, state, form, rules, then the writer.
 */
public final class EntryWriting {

    private final ModuleRegistry modules;
    private final Rights rights;
    private final TerminalDirectory terminals;
    private final Repeats repeats;
    private final LedgerViews views;
    private final Judging judging;
    private final Drafting drafting;
    private final Following following;
    private final Commits commits;

    /**
     * Writes entries.
     *
     * @param modules   the ledgers
     * @param reader    reads entries
     * @param rights    tells what a caller may do
     * @param terminals knows whether the council has terminals
     * @param repeats   knows requests again
     * @param views     what rules see
     * @param runner    runs what follows from changes
     * @param judging   judges changes
     * @param commits   writes them
     */
    public EntryWriting(ModuleRegistry modules, EntryReader reader, Rights rights, TerminalDirectory terminals,
            Repeats repeats, LedgerViews views, RuleRunner runner, Judging judging, Commits commits) {
        this.modules = modules;
        this.rights = rights;
        this.terminals = terminals;
        this.repeats = repeats;
        this.views = views;
        this.judging = judging;
        this.drafting = new Drafting(modules, reader, commits);
        this.following = new Following(modules, runner, rights, terminals, judging, drafting);
        this.commits = commits;
    }

    Entry write(Caller caller, String ledger, String id, String action, Integer version, Submission submission) {
        Write.Repeat repeat = repeats.of(caller, ledger, id, action, version, submission);
        Entry written = commits.retried(reads -> {
            KnownDefinition known = modules.require(ledger);
            Permissions permissions = rights.of(caller, known.definition(), reads);
            permissions.requireUnlocked();
            Entry earlier = repeats.earlier(permissions, action, repeat);
            if (earlier != null) {
                return earlier;
            }
            List<Write> writes;
            try {
                writes = prepare(reads, known, permissions, id, action, version, submission, repeat);
            } catch (LedgerException e) {
                // The first of two that came at once may have been written meanwhile, and be why the second can't be.
                Entry first = repeats.earlier(permissions, action, repeat);
                if (first == null) {
                    throw e;
                }
                return first;
            }
            return commits.write(writes);
        });
        return Masked.entry(caller, modules.require(ledger).definition(), written);
    }

    private List<Write> prepare(Reads reads, KnownDefinition known, Permissions permissions, String id,
            String actionName,
            Integer version, Submission submission, Write.Repeat repeat) {
        Caller caller = permissions.caller();
        Definition definition = known.definition();
        List<Entry> history = id == null ? List.of() : rights.historyToActOn(permissions, id);
        Entry before = history.isEmpty() ? null : history.get(history.size() - 1);
        boolean hidden = before != null && permissions.isHidden(before);
        Action action = definition.action(actionName)
                .orElseThrow(() -> Messages.refusal(Kind.NOT_FOUND, "action.unknown", actionName));
        Role as = permissions.act(action, before == null ? null : before.createdBy());
        permissions.requireTerminal(terminals);
        LiveLedger live = modules.requireLive(definition);
        // From whom an entry is hidden hears what the rules say, never how it stands, and writes nothing.
        if (before != null && !hidden) {
            drafting.requireStanding(definition, action, before, version);
        }
        NotingView view = views.noting(reads);
        Judging.Passed passed = judging.pass(live, caller, action, as, id, history, submission, view, reads);
        if (hidden) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.read");
        }
        return following.writes(live, passed, drafting.write(known, passed, reads, repeat), submission, view,
                reads);
    }
}
