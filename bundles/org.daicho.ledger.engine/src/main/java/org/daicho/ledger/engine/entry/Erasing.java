package org.daicho.ledger.engine.entry;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.keys.ErasureHold;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.engine.write.Commits;
import org.daicho.ledger.engine.write.Write;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.system.TerminalDirectory;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the content of an entry for good: first its record, then its key (8-2(7), 3-4).
 */
public final class Erasing {

    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

    private final ModuleRegistry modules;
    private final EntryReader reader;
    private final Rights rights;
    private final TerminalDirectory terminals;
    private final Judging judging;
    private final Commits commits;
    private final EntryKeys keys;
    private final ErasureHold hold;

    /**
     * Destroys entries.
     *
     * @param modules   the ledgers
     * @param reader    reads entries
     * @param rights    tells what a caller may do
     * @param terminals knows whether the council has terminals
     * @param judging   judges erasures
     * @param commits   writes their records
     * @param keys      the entries' keys
     * @param hold      keeps erasures and backups apart
     */
    public Erasing(ModuleRegistry modules, EntryReader reader, Rights rights, TerminalDirectory terminals,
            Judging judging, Commits commits, EntryKeys keys, ErasureHold hold) {
        this.modules = modules;
        this.reader = reader;
        this.rights = rights;
        this.terminals = terminals;
        this.judging = judging;
        this.commits = commits;
        this.keys = keys;
        this.hold = hold;
    }

    Entry erase(Caller caller, String ledger, String id, Erasure erasure) {
        Permissions asked = rights.of(caller, modules.require(ledger).definition());
        asked.requireUnlocked();
        rights.history(asked, id);
        asked.erase();
        Map<String, Object> fields = ErasureRecord.fields(ledger, id, erasure);
        return hold.erasing(() -> erase(caller, ledger, id, erasure, fields));
    }

    private Entry erase(Caller caller, String ledger, String id, Erasure erasure, Map<String, Object> fields) {
        commits.retried(reads -> {
            Definition definition = modules.require(ledger).definition();
            Permissions permissions = rights.of(caller, definition, reads);
            List<Entry> history = rights.history(permissions, id);
            Role as = permissions.erase();
            permissions.requireTerminal(terminals);
            Entry before = history.get(history.size() - 1);
            if (before.erased() != null) {
                throw Messages.refusal(Kind.CONFLICT, "conflict.erased");
            }
            LiveLedger live = modules.requireLive(definition);
            judging.passErasure(live, permissions, as, history, erasure.reason(), reads);
            reads.noteDefinition(ledger);
            return commits.record(SystemLedgers.ERASURES, fields, caller.person(), as, reads,
                    new Write.Erases(before, reader.terms(id)));
        });
        boolean destroyed = destroy(id);
        Entry erased = reader.newest(ledger, id).orElseThrow();
        commits.tell(erased);
        if (!destroyed) {
            throw Messages.refusal(Kind.UNAVAILABLE, "erasure.key");
        }
        return erased;
    }

    /** Destroys an entry's key; what fails here is tried again every second, and at the next start. */
    private boolean destroy(String id) {
        try {
            keys.destroy(List.of(id));
            return true;
        } catch (IOException e) {
            LOG.error("The key of an erased entry could not be destroyed; this is tried again.", e);
            return false;
        }
    }
}
