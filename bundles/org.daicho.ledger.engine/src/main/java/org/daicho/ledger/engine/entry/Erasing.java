package org.daicho.ledger.engine.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.Core;
import org.daicho.ledger.engine.definition.MyNumberGuard;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.write.Write;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the content of an entry for good: first its record, then its key (8-2(7), 3-4).
 */
public final class Erasing {

    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

    private final Core core;
    private final Commits commits;

    public Erasing(Core core, Commits commits) {
        this.core = core;
        this.commits = commits;
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
        commits.retried(reads -> {
            Definition definition = core.known(ledger).definition();
            Permissions permissions = core.permissions(caller, definition, reads);
            List<Entry> history = core.history(permissions, id);
            Role as = permissions.erase();
            permissions.requireTerminal(core.terminals());
            Entry before = history.get(history.size() - 1);
            if (before.erased() != null) {
                throw Messages.refusal(Kind.CONFLICT, "conflict.erased");
            }
            LiveLedger live = core.live(definition);
            List<Violation> violations = core.runner().check(live, new Change(definition, Ledger.ERASE,
                    permissions.caller(), as, core.today(), history, before.state(), before.fields(), erasure.reason()),
                    core.view(reads));
            if (!violations.isEmpty()) {
                throw new LedgerException(Kind.INVALID, Messages.text("invalid"), violations);
            }
            reads.noteDefinition(ledger);
            return commits.record(SystemLedgers.ERASURES, fields, caller.person(), as, reads,
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

    /** Writes the record of an erasure that a restored database has no mark of. */
    public Entry erased(Map<String, Object> fields, Person by, Role as, Entry newest) {
        return commits.retried(reads -> commits.record(SystemLedgers.ERASURES, fields, by, as, reads,
                new Write.Erases(newest, Set.of())));
    }
}
