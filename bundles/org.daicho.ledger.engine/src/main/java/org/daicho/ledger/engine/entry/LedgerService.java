package org.daicho.ledger.engine.entry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.daicho.ledger.EntryPage;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.Core;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.right.Masked;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.RoleGrant;

/**
 * The ledger service: reads here, writes through {@link EntryWriting} and {@link Erasing}.
 */
public final class LedgerService implements Ledger {

    private static final int MOST = 500;

    private final Core core;
    private final EntryWriting writing;
    private final Erasing erasing;
    private final Views views;

    public LedgerService(Core core, EntryWriting writing, Erasing erasing, Views views) {
        this.core = core;
        this.writing = writing;
        this.erasing = erasing;
        this.views = views;
    }

    @Override
    public List<LedgerInfo> ledgers(Caller caller) {
        Function<Definition, Permissions> permissions = core.permissions(caller);
        return core.modules().ledgers().stream().flatMap(id -> core.modules().known(id).stream())
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
        KnownDefinition known = core.known(ledger);
        if (known.definition().chapter() < 0) {
            core.readable(caller, ledger);
        }
        return info(known, core.permissions(caller, known.definition()));
    }

    private LedgerInfo info(KnownDefinition known, Permissions permissions) {
        return new LedgerInfo(known.definition(), known.digest(),
                core.modules().live(known.definition().id()).isPresent(), permissions.roles());
    }

    @Override
    public List<RoleGrant> grants(Caller caller) {
        return core.roles(new Reads(core.writer().state().size())).grants(caller);
    }

    @Override
    public EntryPage list(Caller caller, String ledger, EntryQuery query) {
        Permissions permissions = core.readable(caller, ledger);
        Definition definition = permissions.definition();
        if (query.limit() < 1 || query.limit() > MOST) {
            throw Messages.refusal(Kind.MALFORMED, "query.limit");
        }
        if (query.from() != null && query.to() != null && query.from().isAfter(query.to())) {
            throw Messages.refusal(Kind.MALFORMED, "query.range");
        }
        List<String> needed = new ArrayList<>();
        query.filters().forEach((name, value) -> {
            if (!name.equals("state")) {
                needed.add(core.terms().whole(ledger, name, filterValue(definition, name, value)));
            }
        });
        if (query.text() != null) {
            if (Terms.key(query.text()).isEmpty()) {
                throw Messages.refusal(Kind.MALFORMED, "query.text");
            }
            needed.addAll(core.terms().needed(ledger, query.text()));
        }
        EntryReader.Slice slice = core.reader().slice(ledger, needed, query.from(), query.to(),
                position(query.cursor()), query.limit(),
                entry -> permissions.reads(entry) && matches(definition, entry, query));
        views.record(permissions, Views.LIST, slice.entries());
        return new EntryPage(slice.entries().stream().map(e -> Masked.entry(caller, definition, e)).toList(),
                slice.next() == null ? null : cursor(slice.next()));
    }

    private String filterValue(Definition definition, String name, String value) {
        Column column = definition.column(name).filter(Column::searchable)
                .orElseThrow(() -> Messages.refusal(Kind.MALFORMED, "query.column", name));
        return column.type() == ColumnType.PERSON
                ? core.persons().apply(value).map(Person::id).orElse(value)
                : value;
    }

    private boolean matches(Definition definition, Entry entry, EntryQuery query) {
        for (Map.Entry<String, String> filter : query.filters().entrySet()) {
            boolean match = filter.getKey().equals("state")
                    ? entry.state().equals(filter.getValue())
                    : EntryReader.has(entry, filter.getKey(),
                            filterValue(definition, filter.getKey(), filter.getValue()));
            if (!match) {
                return false;
            }
        }
        return query.text() == null || definition.columns().stream().filter(Column::searchable)
                .map(column -> entry.fields().values().get(column.name())).filter(value -> value != null)
                .map(value -> value instanceof Map<?, ?> person ? person.get("name") : value)
                .anyMatch(value -> Terms.isIn(query.text(), String.valueOf(value)));
    }

    private static String cursor(long position) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(position).array());
    }

    private static long position(String cursor) {
        if (cursor == null) {
            return -1;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == Long.BYTES) {
                return ByteBuffer.wrap(bytes).getLong();
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw Messages.refusal(Kind.MALFORMED, "query.cursor");
    }

    @Override
    public Entry get(Caller caller, String ledger, String id) {
        List<Entry> versions = versions(caller, ledger, id);
        return versions.get(versions.size() - 1);
    }

    @Override
    public List<Entry> versions(Caller caller, String ledger, String id) {
        Permissions permissions = core.readable(caller, ledger);
        List<Entry> history = core.history(permissions, id);
        views.record(permissions, Views.ENTRY, history.subList(history.size() - 1, history.size()));
        return history.stream().map(e -> Masked.entry(caller, permissions.definition(), e)).toList();
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
