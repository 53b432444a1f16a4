package org.daicho.ledger.engine.read;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Entry;

/**
 * The versions that are written in one commit with the change that is judged, at most one of each entry: its rules see
 * them as if they stood. The numbers that the writer gives are not in them yet.
 *
 * @param entries the versions, in their order
 */
record Drafts(List<Entry> entries) {

    static final Drafts NONE = new Drafts(List.of());

    /** Adds a version, written now. */
    Drafts and(Definition definition, Entry draft, OffsetDateTime now) {
        Instant at = now.toInstant().truncatedTo(ChronoUnit.MILLIS);
        Instant createdAt = draft.createdAt() == null ? at : draft.createdAt();
        Entry standing = new Entry(draft.id(), draft.ledger(), draft.version(), draft.state(), draft.action(),
                draft.fields(), draft.links(), draft.by(), draft.as(), at, draft.createdBy(), createdAt,
                EntryCodec.day(definition, draft.fields(), createdAt), draft.leafIndex(), draft.reason(),
                draft.confirmations(), draft.definition(), null);
        return new Drafts(Stream.concat(entries.stream(), Stream.of(standing)).toList());
    }

    Optional<Entry> newest(String ledger, String id) {
        return entries.stream().filter(draft -> draft.ledger().equals(ledger) && draft.id().equals(id)).findFirst();
    }

    List<Entry> versions(String ledger, String id, List<Entry> stored) {
        return Stream.concat(stored.stream(), newest(ledger, id).stream()).toList();
    }

    /** Puts the drafts of a ledger that fit in the place of what is stored of them, new ones last. */
    List<Entry> over(String ledger, List<Entry> stored, Predicate<Entry> fits) {
        List<Entry> own = entries.stream().filter(draft -> draft.ledger().equals(ledger)).toList();
        if (own.isEmpty()) {
            return stored;
        }
        List<Entry> all = new ArrayList<>();
        for (Entry entry : stored) {
            Entry newest = newest(ledger, entry.id()).orElse(entry);
            if (newest == entry || fits.test(newest)) {
                all.add(newest);
            }
        }
        Set<String> known = stored.stream().map(Entry::id).collect(Collectors.toSet());
        own.stream().filter(draft -> !known.contains(draft.id()) && fits.test(draft)).forEach(all::add);
        return all;
    }
}
