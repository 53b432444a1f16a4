package org.daicho.ledger.engine.right;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.engine.write.Writer;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.RoleGrant;

/**
 * Answers what a caller may do in a ledger now, and reads what the caller may read. Safe for use by many threads.
 */
public final class Rights {

    private final ModuleRegistry modules;
    private final EntryReader reader;
    private final Terms terms;
    private final Writer writer;
    private final LedgerClock clock;

    /**
     * Answers by the registers that the ledgers hold.
     *
     * @param modules the definitions
     * @param reader  reads entries
     * @param terms   makes search terms
     * @param writer  knows how far the log is
     * @param clock   tells the day
     */
    public Rights(ModuleRegistry modules, EntryReader reader, Terms terms, Writer writer, LedgerClock clock) {
        this.modules = modules;
        this.reader = reader;
        this.terms = terms;
        this.writer = writer;
        this.clock = clock;
    }

    /** Returns the grants of a caller, over all modules. */
    public List<RoleGrant> grants(Caller caller) {
        return roles(writer.reads()).grants(caller);
    }

    /** Looks at what a caller may do in a ledger. */
    public Permissions of(Caller caller, Definition definition) {
        return of(caller, definition, writer.reads());
    }

    /** Looks at what a caller may do in a ledger, and notes what that rests on. */
    public Permissions of(Caller caller, Definition definition, Reads reads) {
        return new Permissions(roles(reads).acting(caller, definition.module()), definition, clock.today());
    }

    /** Looks at what a caller may do in several ledgers; the registers of a module are read once. */
    public Function<Definition, Permissions> of(Caller caller) {
        EntryRoles roles = roles(writer.reads());
        Map<String, Caller> acting = new HashMap<>();
        return definition -> new Permissions(
                acting.computeIfAbsent(definition.module(), module -> roles.acting(caller, module)), definition,
                clock.today());
    }

    private EntryRoles roles(Reads reads) {
        return new EntryRoles(modules, reader, terms, reads);
    }

    /**
     * Looks at what a caller may do in a ledger that the caller may read at least in part.
     *
     * @throws LedgerException NOT_FOUND where nobody knows the ledger, FORBIDDEN where the caller may read nothing of it
     */
    public Permissions readable(Caller caller, String ledger) {
        Permissions permissions = of(caller, modules.require(ledger).definition());
        permissions.requireUnlocked();
        if (!permissions.readsOwn()) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.read");
        }
        return permissions;
    }

    /**
     * Reads every version of an entry, oldest first.
     *
     * @throws LedgerException NOT_FOUND where there is none, FORBIDDEN where the caller may not read it
     */
    public List<Entry> history(Permissions permissions, String id) {
        List<Entry> history = versions(permissions.definition().id(), id);
        if (!permissions.reads(history.get(history.size() - 1))) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.read");
        }
        return history;
    }

    /** As {@link #history}, also of an entry that is hidden from the caller alone. */
    public List<Entry> historyToActOn(Permissions permissions, String id) {
        List<Entry> history = versions(permissions.definition().id(), id);
        return permissions.isHidden(history.get(history.size() - 1)) ? history : history(permissions, id);
    }

    private List<Entry> versions(String ledger, String id) {
        List<Entry> history = reader.versions(ledger, id);
        if (history.isEmpty()) {
            throw Messages.refusal(Kind.NOT_FOUND, "entry.unknown");
        }
        return history;
    }
}
