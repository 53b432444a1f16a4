package org.daicho.ledger.engine.entry;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.Core;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.engine.write.RetryException;
import org.daicho.ledger.engine.write.Write;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last steps that every change takes: to the writer, and again where what it rests on has changed meanwhile.
 */
public final class Commits {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
    private static final int ATTEMPTS = 4;
    private static final int ID_BYTES = 16;

    private final Core core;
    private final SecureRandom random = new SecureRandom();

    public Commits(Core core) {
        this.core = core;
    }

    /**
     * Writes a record of the system's own ledgers.
     *
     * @param fields makes its fields from what it reads and notes; called again where that has changed before the write
     */
    public Entry record(String ledger, Person by, Role as, Function<Reads, Map<String, Object>> fields) {
        return retried(reads -> record(ledger, fields.apply(reads), by, as, reads, null));
    }

    /** Writes a record of the system's own ledgers, within an attempt. */
    public Entry record(String ledger, Map<String, Object> fields, Person by, Role as, Reads reads,
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
        Entry entry = write(write);
        core.listeners().accept(entry);
        return entry;
    }

    /** Runs an attempt, and again where what it read has changed before it was written; three times more at most. */
    Entry retried(Function<Reads, Entry> attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return attempt.apply(new Reads(core.writer().state().size()));
            } catch (RetryException e) {
                LOG.debug("What a change rests on has changed; its rules run again.");
            }
        }
        throw Messages.refusal(Kind.CONFLICT, "conflict.busy");
    }

    /** Hands a change to the writer and waits until it is durable. */
    Entry write(Write write) {
        core.writer().write(write);
        try {
            return write.outcome().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Makes an id for an entry. */
    String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
