package org.daicho.ledger.engine.entry;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.write.Commits;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.engine.write.Write;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.State;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;

/**
 * What every version has in common before it is written: how its entry must stand, and the draft that the writer gets.
 */
final class Drafting {

    private final ModuleRegistry modules;
    private final EntryReader reader;
    private final Commits commits;

    Drafting(ModuleRegistry modules, EntryReader reader, Commits commits) {
        this.modules = modules;
        this.reader = reader;
        this.commits = commits;
    }

    /**
     * Makes sure that an action can be taken on an entry as it stands.
     *
     * @param version the version that the caller saw, or {@code null} for whatever is newest
     * @throws LedgerException CONFLICT where its state or content forbids it, STALE where the caller saw another version
     */
    void requireStanding(Definition definition, Action action, Entry before, Integer version) {
        if (before.erased() != null) {
            throw Messages.refusal(Kind.CONFLICT, "conflict.erased");
        }
        if (version != null && version != before.version()) {
            throw Messages.refusal(Kind.STALE, "stale");
        }
        if (!reader.isExpressible(before)) {
            throw Messages.refusal(Kind.CONFLICT, "conflict.newer");
        }
        if (!action.from().contains(before.state())) {
            Text state = definition.state(before.state()).map(State::label)
                    .orElse(new Text(before.state(), before.state()));
            throw Messages.refusal(Kind.CONFLICT, "conflict.state", state.ja(), action.label().ja(), state.en(),
                    action.label().en());
        }
    }

    /**
     * Drafts the version that a change makes.
     *
     * @param repeat the idempotency of the request, or {@code null}
     */
    Write write(KnownDefinition known, Judging.Passed passed, Reads reads, Write.Repeat repeat) {
        Change change = passed.change();
        String ledger = known.definition().id();
        Entry before = change.before();
        Entry draft = new Entry(change.id(), ledger,
                before == null ? 1 : before.version() + 1, change.state(), change.action(), change.fields(),
                change.links(),
                change.caller().person(), change.as(), null,
                before == null ? change.caller().person() : before.createdBy(),
                before == null ? null : before.createdAt(), null, -1, change.reason(), passed.confirmed(),
                known.digest(), null);
        reads.noteDefinition(ledger);
        Definition searched = modules.newest(ledger).orElseThrow().definition();
        return new Write(known.definition(), searched, draft,
                before == null ? Set.of() : reader.terms(before.id()), reads, repeat, null);
    }

    /** Reads every version of an entry that an action is taken on, oldest first; none for a new one. */
    List<Entry> history(String ledger, String id) {
        List<Entry> history = id == null ? List.of() : reader.versions(ledger, id);
        if (id != null && history.isEmpty()) {
            throw Messages.refusal(Kind.NOT_FOUND, "entry.unknown");
        }
        return history;
    }
}
