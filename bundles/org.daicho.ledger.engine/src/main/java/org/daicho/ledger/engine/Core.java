package org.daicho.ledger.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.keys.ErasureHold;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.Neighbours;
import org.daicho.ledger.engine.module.RuleRunner;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.EntryRoles;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.engine.write.Writer;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.system.TerminalDirectory;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;

/**
 * What the services of the provider share.
 *
 * @param store     reads the database
 * @param keys      the key folder
 * @param terms     makes search terms
 * @param modules   the modules and definitions
 * @param reader    reads entries
 * @param runner    runs rules
 * @param writer    writes
 * @param clock     tells the time
 * @param persons   finds persons
 * @param listeners hears of each version written
 * @param council   協議会名
 * @param erasures  keeps erasures and backups apart
 * @param terminals knows whether the council has registered terminals
 */
public record Core(Store store, KeyFolder keys, Terms terms, ModuleRegistry modules, EntryReader reader,
        RuleRunner runner,
        Writer writer, Clock clock, Function<String, Optional<Person>> persons, Consumer<Entry> listeners,
        String council, ErasureHold erasures, TerminalDirectory terminals) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    public OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZONE));
    }

    public LocalDate today() {
        return now().toLocalDate();
    }

    /** Looks at what a caller may do in a ledger, which has to be one that the caller may read at least in part. */
    public Permissions readable(Caller caller, String ledger) {
        Permissions permissions = permissions(caller, known(ledger).definition());
        permissions.requireUnlocked();
        if (!permissions.readsOwn()) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.read");
        }
        return permissions;
    }

    /** Looks at what a caller may do in a ledger now. */
    public Permissions permissions(Caller caller, Definition definition) {
        return permissions(caller, definition, new Reads(writer.state().size()));
    }

    /** Looks at what a caller may do in a ledger now, and notes what that rests on. */
    public Permissions permissions(Caller caller, Definition definition, Reads reads) {
        return new Permissions(roles(reads).acting(caller, definition.module()), definition, today());
    }

    /** Looks at what a caller may do in several ledgers; the registers of a module are read once. */
    public Function<Definition, Permissions> permissions(Caller caller) {
        EntryRoles roles = roles(new Reads(writer.state().size()));
        Map<String, Caller> acting = new HashMap<>();
        return definition -> new Permissions(
                acting.computeIfAbsent(definition.module(), module -> roles.acting(caller, module)), definition,
                today());
    }

    public EntryRoles roles(Reads reads) {
        return new EntryRoles(modules, reader, terms, reads);
    }

    public KnownDefinition known(String ledger) {
        return modules.known(ledger).orElseThrow(() -> Messages.refusal(Kind.NOT_FOUND, "ledger.unknown", ledger));
    }

    /** Finds a ledger that is written to, whose module is there. */
    public LiveLedger live(Definition definition) {
        return modules.live(definition.id())
                .orElseThrow(() -> Messages.refusal(Kind.CONFLICT, "conflict.absent", definition.module()));
    }

    public NotingView view(Reads reads) {
        return new NotingView(reader, new Neighbours(modules, runner), terms, persons, clock, reads);
    }

    /** A view whose reads nobody needs to check again. */
    public NotingView view() {
        return view(new Reads(writer.state().size()));
    }

    /** Reads every version of an entry that a caller may read. */
    public List<Entry> history(Permissions permissions, String id) {
        List<Entry> history = versions(permissions.definition().id(), id);
        if (!permissions.reads(history.get(history.size() - 1))) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.read");
        }
        return history;
    }

    /** Reads every version of an entry that a caller may read, or that is hidden from the caller alone. */
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
