package org.daicho.ledger.engine.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.daicho.ledger.EntryPage;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.right.Masked;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.ReadingRecorder;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.RoleGrant;

/**
 * The ledger service: reads through {@link EntrySearch} and {@link Rights}, writes through {@link EntryWriting} and {@link Erasing}.
 */
public final class LedgerService implements Ledger {

    private final ModuleRegistry modules;
    private final Rights rights;
    private final EntrySearch search;
    private final Choosing choosing;
    private final ReadingRecorder readings;
    private final EntryWriting writing;
    private final Erasing erasing;

    /**
     * Makes the service.
     *
     * @param modules  the ledgers
     * @param rights   tells what a caller may do
     * @param search   finds entries
     * @param choosing tells what refers to other ledgers
     * @param readings records who reads them
     * @param writing  writes
     * @param erasing  destroys
     */
    public LedgerService(ModuleRegistry modules, Rights rights, EntrySearch search, Choosing choosing,
            ReadingRecorder readings,
            EntryWriting writing, Erasing erasing) {
        this.modules = modules;
        this.rights = rights;
        this.search = search;
        this.choosing = choosing;
        this.readings = readings;
        this.writing = writing;
        this.erasing = erasing;
    }

    @Override
    public List<LedgerInfo> ledgers(Caller caller) {
        Function<Definition, Permissions> permissions = rights.of(caller);
        return modules.ledgers().stream().flatMap(id -> modules.known(id).stream())
                .filter(known -> known.definition().chapter() >= 0
                        || permissions.apply(known.definition()).readsOwn())
                .map(known -> info(known, permissions.apply(known.definition())))
                .sorted(Comparator.comparing((LedgerInfo info) -> info.definition().chapter() < 0)
                        .thenComparing(info -> info.definition().chapter())
                        .thenComparing(info -> info.definition().id()))
                .toList();
    }

    @Override
    public LedgerInfo ledger(Caller caller, String ledger) {
        KnownDefinition known = modules.require(ledger);
        if (known.definition().chapter() < 0) {
            rights.readable(caller, ledger);
        }
        return info(known, rights.of(caller, known.definition()));
    }

    private LedgerInfo info(KnownDefinition known, Permissions permissions) {
        return new LedgerInfo(known.definition(), known.digest(),
                modules.live(known.definition().id()).isPresent(), permissions.roles());
    }

    @Override
    public List<RoleGrant> grants(Caller caller) {
        return rights.grants(caller);
    }

    @Override
    public EntryPage list(Caller caller, String ledger, EntryQuery query) {
        Permissions permissions = rights.readable(caller, ledger);
        EntryReader.Slice found = search.find(permissions, query);
        readings.record(permissions, ReadingRecorder.LIST, found.entries());
        return new EntryPage(
                found.entries().stream().map(e -> Masked.entry(caller, permissions.definition(), e)).toList(),
                EntrySearch.cursor(found));
    }

    @Override
    public Entry get(Caller caller, String ledger, String id) {
        List<Entry> versions = versions(caller, ledger, id);
        return versions.get(versions.size() - 1);
    }

    @Override
    public List<Entry> versions(Caller caller, String ledger, String id) {
        Permissions permissions = rights.readable(caller, ledger);
        List<Entry> history = rights.history(permissions, id);
        readings.record(permissions, ReadingRecorder.ENTRY, history.subList(history.size() - 1, history.size()));
        return history.stream().map(e -> Masked.entry(caller, permissions.definition(), e)).toList();
    }

    @Override
    public List<Choice> choices(Caller caller, String ledger, String column, String sought) {
        Optional<Choosing.Offered> offered = choosing
                .offered(rights.of(caller, modules.require(ledger).definition()), column, sought);
        offered.ifPresent(o -> readings.record(o.permissions(), ReadingRecorder.LIST, o.entries()));
        return offered.map(Choosing.Offered::choices).orElse(List.of());
    }

    @Override
    public Entry enter(Caller caller, String ledger, Submission submission) {
        return writing.write(caller, ledger, null, ENTER, null, submission);
    }

    @Override
    public Entry correct(Caller caller, String ledger, String id, int version, Submission submission) {
        return writing.write(caller, ledger, id, CORRECT, version, submission);
    }

    @Override
    public Entry act(Caller caller, String ledger, String id, String action, Integer version, Submission submission) {
        if (action.equals(ENTER) || action.equals(CORRECT)) {
            throw Messages.refusal(Kind.NOT_FOUND, "action.unknown", action);
        }
        return writing.write(caller, ledger, id, action, version, submission);
    }

    @Override
    public Entry erase(Caller caller, String ledger, String id, Erasure erasure) {
        return erasing.erase(caller, ledger, id, erasure);
    }
}
