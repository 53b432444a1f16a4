package org.daicho.ledger.engine.write;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.ModuleRegistry;
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

    private final Writer writer;
    private final ModuleRegistry modules;
    private final Consumer<Entry> listeners;
    private final SecureRandom random = new SecureRandom();

    /**
     * Commits by a writer.
     *
     * @param writer    writes
     * @param modules   the definitions
     * @param listeners hears of each version written
     */
    public Commits(Writer writer, ModuleRegistry modules, Consumer<Entry> listeners) {
        this.writer = writer;
        this.modules = modules;
        this.listeners = listeners;
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
        KnownDefinition known = modules.require(ledger);
        Map<String, Object> values = new HashMap<>(fields);
        values.values().removeIf(Objects::isNull);
        String state = known.definition().action(Ledger.ENTER).orElseThrow().to();
        Entry draft = new Entry(newId(), ledger, 1, state, Ledger.ENTER, new Fields(values), Map.of(), by, as, null, by,
                null,
                null, -1, null, Map.of(), known.digest(), null);
        reads.noteDefinition(ledger);
        Definition searched = modules.newest(ledger).orElseThrow().definition();
        return write(new Write(known.definition(), searched, draft, Set.of(), reads, null, erases));
    }

    /** Runs an attempt, and again where what it read has changed before it was written; three times more at most. */
    public Entry retried(Function<Reads, Entry> attempt) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return attempt.apply(writer.reads());
            } catch (RetryException e) {
                LOG.debug("What a change rests on has changed; its rules run again.");
            }
        }
        throw Messages.refusal(Kind.CONFLICT, "conflict.busy");
    }

    /** Hands a change to the writer, as {@link #write(List)} does. */
    public Entry write(Write write) {
        return write(List.of(write));
    }

    /**
     * Hands changes to the writer as one, waits until they are durable, and tells of each unless it is what a repeated
     * request had led to.
     *
     * @return the first one's version
     */
    public Entry write(List<Write> writes) {
        List<Entry> entries = durable(writes);
        if (entries.size() == writes.size() && entries.get(0).id().equals(writes.get(0).draft().id())
                && entries.get(0).version() == writes.get(0).draft().version()) {
            entries.forEach(listeners);
        }
        return entries.get(0);
    }

    /** Tells of a change that is no version of its own, such as an entry whose content is gone. */
    public void tell(Entry entry) {
        listeners.accept(entry);
    }

    private List<Entry> durable(List<Write> writes) {
        try {
            return writer.write(writes).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Makes an id for an entry. */
    public String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
