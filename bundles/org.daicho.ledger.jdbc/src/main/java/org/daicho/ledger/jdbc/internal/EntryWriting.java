package org.daicho.ledger.jdbc.internal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import org.daicho.ledger.Caller;
import org.daicho.ledger.Entry;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.Fields;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Person;
import org.daicho.ledger.Role;
import org.daicho.ledger.Submission;
import org.daicho.ledger.Text;
import org.daicho.ledger.Violation;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.State;
import org.daicho.ledger.jdbc.internal.read.NotingView;
import org.daicho.ledger.jdbc.internal.rules.ChangeReader;
import org.daicho.ledger.jdbc.internal.rules.KnownDefinition;
import org.daicho.ledger.jdbc.internal.rules.LiveLedger;
import org.daicho.ledger.jdbc.internal.rules.Messages;
import org.daicho.ledger.jdbc.internal.rules.MyNumberGuard;
import org.daicho.ledger.jdbc.internal.rules.Permissions;
import org.daicho.ledger.jdbc.internal.rules.SystemLedgers;
import org.daicho.ledger.jdbc.internal.write.Reads;
import org.daicho.ledger.jdbc.internal.write.RetryException;
import org.daicho.ledger.jdbc.internal.write.Write;
import org.daicho.ledger.spi.Change;
import org.daicho.tlog.CanonicalJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a change from the caller's wish to the durable version: right, state, form, rules, then the writer. Where what
 * the rules read has changed meanwhile, all of it runs again, three times at most.
 */
final class EntryWriting {

    private static final Logger LOG = LoggerFactory.getLogger(EntryWriting.class);
    private static final int ATTEMPTS = 4;
    private static final int ID_BYTES = 16;

    private final Core core;
    private final SecureRandom random = new SecureRandom();

    EntryWriting(Core core) {
        this.core = core;
    }

    Entry write(Caller caller, String ledger, String id, String action, Integer version, Submission submission) {
        Write.Repeat repeat = repeat(caller, ledger, id, action, version, submission);
        Entry written = retried(reads -> {
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
            core.writer().write(write);
            Entry entry = await(write.outcome());
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
        LiveLedger live = live(definition);
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
        Entry draft = new Entry(before == null ? newId() : before.id(), definition.id(),
                before == null ? 1 : before.version() + 1, change.state(), actionName, change.fields(),
                caller.person(), as, null, before == null ? caller.person() : before.createdBy(),
                before == null ? null : before.createdAt(), null, -1, submission.reason(), confirmed, known.digest(),
                null);
        reads.noteDefinition(definition.id());
        Definition searched = core.modules().newest(definition.id()).orElseThrow().definition();
        return new Write(definition, searched, draft, before == null ? Set.of() : core.reader().terms(id), reads,
                repeat, null,
                new CompletableFuture<>());
    }

    private LiveLedger live(Definition definition) {
        return core.modules().live(definition.id())
                .orElseThrow(() -> Messages.refusal(Kind.CONFLICT, "conflict.absent", definition.module()));
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

    Entry erase(Caller caller, String ledger, String id, Erasure erasure) {
        Permissions asked = core.permissions(caller, core.known(ledger).definition());
        asked.requireUnlocked();
        core.history(asked, id);
        asked.erase();
        Map<String, Object> fields = erasureFields(ledger, id, erasure);
        return core.erasures().erasing(() -> erase(caller, ledger, id, erasure, fields));
    }

    private Entry erase(Caller caller, String ledger, String id, Erasure erasure, Map<String, Object> fields) {
        retried(reads -> {
            Definition definition = core.known(ledger).definition();
            Permissions permissions = core.permissions(caller, definition, reads);
            List<Entry> history = core.history(permissions, id);
            Role as = permissions.erase();
            permissions.requireTerminal(core.terminals());
            Entry before = history.get(history.size() - 1);
            if (before.erased() != null) {
                throw Messages.refusal(Kind.CONFLICT, "conflict.erased");
            }
            LiveLedger live = live(definition);
            List<Violation> violations = core.runner().check(live, new Change(definition, Ledger.ERASE,
                    permissions.caller(), as,
                    core.today(), history, before.state(), before.fields(), erasure.reason()), core.view(reads));
            if (!violations.isEmpty()) {
                throw new LedgerException(Kind.INVALID, Messages.text("invalid"), violations);
            }
            reads.noteDefinition(ledger);
            return record(SystemLedgers.ERASURES, fields, caller.person(), as, reads,
                    new Write.Erases(before, core.reader().terms(id)));
        });
        boolean destroyed = destroy(id);
        Entry erased = core.reader().newest(ledger, id).orElseThrow();
        core.listeners().accept(erased);
        if (!destroyed) {
            throw Messages.refusal(Kind.UNAVAILABLE, "erasure.key");
        }
        return erased;
    }

    /** Destroys an entry's key; what fails here is tried again every second, and at the next start. */
    private boolean destroy(String id) {
        try {
            core.keys().entries().destroy(List.of(id));
            return true;
        } catch (IOException e) {
            LOG.error("The key of an erased entry could not be destroyed; this is tried again.", e);
            return false;
        }
    }

    private static Map<String, Object> erasureFields(String ledger, String id, Erasure erasure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ledger", ledger);
        fields.put("entry", id);
        fields.put("reason", erasure.reason());
        fields.put("method", erasure.method());
        fields.put("witness", erasure.witness());
        List<Violation> violations = new ArrayList<>();
        List.of("reason", "method", "witness").forEach(name -> {
            String text = (String) fields.get(name);
            if (text == null || text.isBlank()) {
                violations.add(new Violation(name, "3-4", Messages.text("erasure." + name)));
            } else if (text.length() > 1000) {
                violations.add(new Violation(name, null, Messages.text("value.length", 1000, text.length())));
            } else if (MyNumberGuard.finds(text)) {
                violations.add(new Violation(name, null, Messages.text("guard.my-number")));
            }
        });
        if (!violations.isEmpty()) {
            throw new LedgerException(Kind.INVALID, Messages.text("invalid"), violations);
        }
        return fields;
    }

    /**
     * Writes a record of the system's own ledgers.
     *
     * @param fields makes its fields from what it reads and notes; called again where that has changed before the write
     */
    Entry record(String ledger, Person by, Role as, Function<Reads, Map<String, Object>> fields) {
        return retried(reads -> record(ledger, fields.apply(reads), by, as, reads, null));
    }

    /** Writes the record of an erasure that a restored database has no mark of. */
    Entry erased(Map<String, Object> fields, Person by, Role as, Entry newest) {
        return retried(reads -> record(SystemLedgers.ERASURES, fields, by, as, reads,
                new Write.Erases(newest, Set.of())));
    }

    private Entry record(String ledger, Map<String, Object> fields, Person by, Role as, Reads reads,
            Write.Erases erases) {
        KnownDefinition known = core.known(ledger);
        Map<String, Object> values = new HashMap<>(fields);
        values.values().removeIf(Objects::isNull);
        String state = known.definition().action(Ledger.ENTER).orElseThrow().to();
        Entry draft = new Entry(newId(), ledger, 1, state, Ledger.ENTER, new Fields(values), by, as, null, by, null,
                null, -1, null, Map.of(), known.digest(), null);
        reads.noteDefinition(ledger);
        Definition searched = core.modules().newest(ledger).orElseThrow().definition();
        Write write = new Write(known.definition(), searched, draft, Set.of(), reads, null, erases,
                new CompletableFuture<>());
        core.writer().write(write);
        Entry entry = await(write.outcome());
        core.listeners().accept(entry);
        return entry;
    }

    private Entry retried(Function<Reads, Entry> attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return attempt.apply(new Reads(core.writer().state().size()));
            } catch (RetryException e) {
                LOG.debug("What a change rests on has changed; its rules run again.");
            }
        }
        throw Messages.refusal(Kind.CONFLICT, "conflict.busy");
    }

    private static Entry await(CompletableFuture<Entry> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
