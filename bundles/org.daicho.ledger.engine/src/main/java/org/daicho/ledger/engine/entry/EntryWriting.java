package org.daicho.ledger.engine.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.Core;
import org.daicho.ledger.engine.definition.ChangeReader;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.month.ClosedMonths;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Masked;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.engine.write.Write;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.State;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.daicho.tlog.CanonicalJson;

/**
 * Takes a change from the caller's wish to the durable version: right, state, form, rules, then the writer.
 */
public final class EntryWriting {

    private final Core core;
    private final Commits commits;

    public EntryWriting(Core core, Commits commits) {
        this.core = core;
        this.commits = commits;
    }

    Entry write(Caller caller, String ledger, String id, String action, Integer version, Submission submission) {
        Write.Repeat repeat = repeat(caller, ledger, id, action, version, submission);
        Entry written = commits.retried(reads -> {
            KnownDefinition known = core.known(ledger);
            Permissions permissions = core.permissions(caller, known.definition(), reads);
            permissions.requireUnlocked();
            Entry earlier = earlier(permissions, action, repeat);
            if (earlier != null) {
                return earlier;
            }
            Write write;
            try {
                write = prepare(reads, known, permissions, id, action, version, submission, repeat);
            } catch (LedgerException e) {
                // The first of two that came at once may have been written meanwhile, and be why the second can't be.
                Entry first = earlier(permissions, action, repeat);
                if (first == null) {
                    throw e;
                }
                return first;
            }
            Entry entry = commits.write(write);
            if (entry.id().equals(write.draft().id()) && entry.version() == write.draft().version()) {
                core.listeners().accept(entry);
            }
            return entry;
        });
        return Masked.entry(caller, core.known(ledger).definition(), written);
    }

    /** Finds what a repeated request had led to, before its state or its rules could refuse it the second time. */
    private Entry earlier(Permissions permissions, String action, Write.Repeat repeat) {
        if (repeat == null || !permissions.isConcerned(action)) {
            return null;
        }
        return core.store().repeat(repeat.key()).filter(earlier -> earlier.isRecent(core.clock().millis()))
                .map(earlier -> {
                    earlier.requireSame(repeat.request());
                    return core.reader().versions(permissions.definition().id(), earlier.entry())
                            .get(earlier.version() - 1);
                }).orElse(null);
    }

    private Write prepare(Reads reads, KnownDefinition known, Permissions permissions, String id, String actionName,
            Integer version, Submission submission, Write.Repeat repeat) {
        Caller caller = permissions.caller();
        Definition definition = known.definition();
        List<Entry> history = id == null ? List.of() : core.historyToActOn(permissions, id);
        Entry before = history.isEmpty() ? null : history.get(history.size() - 1);
        boolean hidden = before != null && permissions.isHidden(before);
        Action action = definition.action(actionName)
                .orElseThrow(() -> Messages.refusal(Kind.NOT_FOUND, "action.unknown", actionName));
        Role as = permissions.act(action, before == null ? null : before.createdBy());
        permissions.requireTerminal(core.terminals());
        LiveLedger live = core.live(definition);
        // From whom an entry is hidden hears what the rules say, never how it stands, and writes nothing.
        if (before != null && !hidden) {
            checkStanding(definition, action, before, version);
        }
        List<Violation> violations = new ArrayList<>();
        ChangeReader reader = new ChangeReader(definition, action, caller, core.now(), core.persons(), violations);
        Change change = reader.read(as, history, submission);
        NotingView view = core.view(reads);
        if (violations.isEmpty()) {
            violations.addAll(reader.guard(change, submission));
            violations.addAll(core.runner().check(live, change, view));
            violations.addAll(ClosedMonths.violations(core, change, view));
        }
        Map<String, String> confirmed = confirmed(violations, submission);
        if (!violations.isEmpty()) {
            throw new LedgerException(Kind.INVALID, Messages.text("invalid"), violations);
        }
        if (hidden) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.read");
        }
        Entry draft = new Entry(before == null ? commits.newId() : before.id(), definition.id(),
                before == null ? 1 : before.version() + 1, change.state(), actionName, change.fields(),
                caller.person(), as, null, before == null ? caller.person() : before.createdBy(),
                before == null ? null : before.createdAt(), null, -1, submission.reason(), confirmed, known.digest(),
                null);
        reads.noteDefinition(definition.id());
        Definition searched = core.modules().newest(definition.id()).orElseThrow().definition();
        return new Write(definition, searched, draft, before == null ? Set.of() : core.reader().terms(id), reads,
                repeat, null, new CompletableFuture<>());
    }

    private void checkStanding(Definition definition, Action action, Entry before, Integer version) {
        if (before.erased() != null) {
            throw Messages.refusal(Kind.CONFLICT, "conflict.erased");
        }
        if (version != null && version != before.version()) {
            throw Messages.refusal(Kind.STALE, "stale");
        }
        if (!core.reader().isExpressible(before)) {
            throw Messages.refusal(Kind.CONFLICT, "conflict.newer");
        }
        if (!action.from().contains(before.state())) {
            Text state = definition.state(before.state()).map(State::label)
                    .orElse(new Text(before.state(), before.state()));
            throw Messages.refusal(Kind.CONFLICT, "conflict.state", state.ja(), action.label().ja(), state.en(),
                    action.label().en());
        }
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

    private Write.Repeat repeat(Caller caller, String ledger, String id, String action, Integer version,
            Submission submission) {
        String key = submission.idempotencyKey();
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > 200) {
            throw Messages.refusal(Kind.MALFORMED, "repeat.key");
        }
        return new Write.Repeat(hmac("repeat\0" + caller.account() + '\0' + key),
                hmac("request\0" + request(ledger, id, action, version, submission)));
    }

    private static String request(String ledger, String id, String action, Integer version, Submission submission) {
        List<Object> request = Arrays.asList(ledger, id, action, version, submission.fields(), submission.reason(),
                submission.confirmations());
        try {
            return CanonicalJson.string(request);
        } catch (IllegalArgumentException e) {
            // Fractions and the like, which no column takes.
            return String.valueOf(request);
        }
    }

    private String hmac(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(core.keys().hmac(text));
    }
}
