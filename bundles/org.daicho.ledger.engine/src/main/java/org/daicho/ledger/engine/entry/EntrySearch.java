package org.daicho.ledger.engine.entry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;

/**
 * Finds the entries that a query asks for, page by page.
 */
public final class EntrySearch {

    private static final int MOST = 500;

    private final EntryReader reader;
    private final Terms terms;
    private final Function<String, Optional<Person>> persons;

    /**
     * Finds entries.
     *
     * @param reader  reads them
     * @param terms   makes search terms
     * @param persons finds the persons that a query names
     */
    public EntrySearch(EntryReader reader, Terms terms, Function<String, Optional<Person>> persons) {
        this.reader = reader;
        this.terms = terms;
        this.persons = persons;
    }

    /**
     * Finds a page of the entries that a caller may read.
     *
     * @throws LedgerException MALFORMED where the query can't be understood
     */
    EntryReader.Slice find(Permissions permissions, EntryQuery query) {
        Definition definition = permissions.definition();
        String ledger = definition.id();
        if (query.limit() < 1 || query.limit() > MOST) {
            throw Messages.refusal(Kind.MALFORMED, "query.limit");
        }
        if (query.from() != null && query.to() != null && query.from().isAfter(query.to())) {
            throw Messages.refusal(Kind.MALFORMED, "query.range");
        }
        List<String> needed = new ArrayList<>();
        query.filters().forEach((name, value) -> {
            if (!name.equals("state")) {
                needed.add(terms.whole(ledger, name, filterValue(definition, name, value)));
            }
        });
        if (query.text() != null) {
            if (Terms.key(query.text()).isEmpty()) {
                throw Messages.refusal(Kind.MALFORMED, "query.text");
            }
            needed.addAll(terms.needed(ledger, query.text()));
        }
        return reader.slice(ledger, needed, query.from(), query.to(),
                position(query.cursor()), query.limit(),
                entry -> permissions.reads(entry) && matches(definition, entry, query));
    }

    private String filterValue(Definition definition, String name, String value) {
        Column column = definition.column(name).filter(Column::searchable)
                .orElseThrow(() -> Messages.refusal(Kind.MALFORMED, "query.column", name));
        return column.type() == ColumnType.PERSON
                ? persons.apply(value).map(Person::id).orElse(value)
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

    /** Returns the cursor to go on from; {@code null} at the end. */
    static String cursor(EntryReader.Slice found) {
        return found.next() == null
                ? null
                : Base64.getUrlEncoder().withoutPadding()
                        .encodeToString(ByteBuffer.allocate(Long.BYTES).putLong(found.next()).array());
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
}
