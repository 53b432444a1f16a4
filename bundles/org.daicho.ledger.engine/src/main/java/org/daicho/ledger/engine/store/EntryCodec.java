package org.daicho.ledger.engine.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.keys.Aead;
import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Link;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.tlog.CanonicalJson;
import org.daicho.tlog.EntryLeaf;
import org.daicho.tlog.NamedValue;

/**
 * Turns versions of entries into ciphertext and leaves, and back. Safe for use by many threads.
 * <p>
 * The plain text is canonical JSON; it is encrypted with AES-256-GCM under the entry's key, bound to entry, ledger and
 * version. The leaf commits to the same, first who, when and what, then the columns in the definition's order.
 */
public final class EntryCodec {

    /** The slot of what the columns refer to, behind those of the columns; where they refer to nothing, there is none. */
    private static final String LINKS = "@links";

    private final EntryKeys keys;
    private final Function<String, Optional<VersionRow>> records;
    private final SecureRandom random = new SecureRandom();

    /**
     * Makes a codec.
     *
     * @param keys    the entries' keys
     * @param records finds the record of an erasure by its id
     */
    public EntryCodec(EntryKeys keys, Function<String, Optional<VersionRow>> records) {
        this.keys = keys;
        this.records = records;
    }

    /** Encrypts a version under its entry's key. */
    public byte[] seal(Entry entry, byte[] key) {
        Map<String, Object> content = new TreeMap<>();
        content.put("fields", entry.fields().values());
        if (!entry.links().isEmpty()) {
            content.put("links", links(entry));
        }
        content.put("action", entry.action());
        content.put("by", person(entry.by()));
        content.put("as", entry.as() == null ? null : entry.as().id());
        content.put("at", time(entry.at()));
        content.put("createdBy", person(entry.createdBy()));
        content.put("createdAt", time(entry.createdAt()));
        content.put("reason", entry.reason());
        content.put("confirmations", entry.confirmations());
        return Aead.seal(contentKey(key), CanonicalJson.write(content),
                bound(entry.id(), entry.ledger(), entry.version()), random);
    }

    /** Makes the leaf of a version. */
    public static EntryLeaf leaf(Entry entry, Definition definition, byte[] key) {
        List<NamedValue> values = new ArrayList<>();
        values.add(new NamedValue("@ledger", entry.ledger()));
        values.add(new NamedValue("@entry", entry.id()));
        values.add(new NamedValue("@version", (long) entry.version()));
        values.add(new NamedValue("@state", entry.state()));
        values.add(new NamedValue("@action", entry.action()));
        values.add(new NamedValue("@by", person(entry.by())));
        values.add(new NamedValue("@as", entry.as() == null ? null : entry.as().id()));
        values.add(new NamedValue("@at", time(entry.at())));
        values.add(new NamedValue("@day", entry.day().toString()));
        values.add(new NamedValue("@reason", entry.reason()));
        values.add(new NamedValue("@confirmations", entry.confirmations()));
        values.add(new NamedValue("@definition", entry.definition()));
        for (Column column : definition.columns()) {
            values.add(new NamedValue(column.name(), entry.fields().values().get(column.name())));
        }
        if (!entry.links().isEmpty()) {
            values.add(new NamedValue(LINKS, links(entry)));
        }
        return EntryLeaf.of(key, entry.version(), values);
    }

    /** Reads a version; one that was erased comes without its content. */
    public Entry open(VersionRow row) {
        if (row.erasure() != null) {
            Instant at = Instant.ofEpochMilli(row.writtenAt());
            return new Entry(row.entry(), row.ledger(), row.version(), row.state(), null, new Fields(Map.of()),
                    Map.of(),
                    null, null, at, null, null, row.day(), row.leafIndex(), null, Map.of(), row.definition(),
                    records.apply(row.erasure()).map(this::erased).orElseThrow());
        }
        try {
            return open(row, keys.find(row.entry())
                    .orElseThrow(() -> new GeneralSecurityException("The key of this entry is missing.")));
        } catch (GeneralSecurityException e) {
            throw new StoreException(new GeneralSecurityException("Entry " + row.entry() + ", version " + row.version()
                    + " (leaf " + row.leafIndex() + ") can't be opened.", e));
        }
    }

    private Entry.Erased erased(VersionRow row) {
        Entry record = open(row);
        return new Entry.Erased(record.by(), record.at(), record.fields().text("reason"));
    }

    /**
     * Reads a version with its entry's key.
     *
     * @throws GeneralSecurityException where the ciphertext isn't the one that was written for this version
     */
    @SuppressWarnings("unchecked")
    public static Entry open(VersionRow row, byte[] key) throws GeneralSecurityException {
        if (row.content() == null) {
            throw new GeneralSecurityException("The ciphertext is missing.");
        }
        Map<String, Object> content = (Map<String, Object>) Json
                .stored(Aead.open(contentKey(key), row.content(), bound(row.entry(), row.ledger(), row.version())));
        String as = (String) content.get("as");
        return new Entry(row.entry(), row.ledger(), row.version(), row.state(), (String) content.get("action"),
                new Fields((Map<String, Object>) content.get("fields")), links(content.get("links")),
                person(content.get("by")),
                as == null ? null : Role.valueOf(as.toUpperCase(Locale.ROOT)),
                Instant.parse((String) content.get("at")),
                person(content.get("createdBy")), Instant.parse((String) content.get("createdAt")), row.day(),
                row.leafIndex(), (String) content.get("reason"), (Map<String, String>) content.get("confirmations"),
                row.definition(), null);
    }

    /** Returns the day that puts an entry in a period: that of the period field, else of its creation. */
    public static LocalDate day(Definition definition, Fields fields, Instant createdAt) {
        String value = definition.periodField() == null ? null : fields.text(definition.periodField());
        if (value == null) {
            return LedgerClock.day(createdAt);
        }
        return value.length() == 10
                ? LocalDate.parse(value)
                : LedgerClock.day(OffsetDateTime.parse(value).toInstant());
    }

    private static byte[] contentKey(byte[] entryKey) {
        return Aead.subkey(entryKey, "daicho content");
    }

    private static byte[] bound(String entry, String ledger, int version) {
        return (entry + '\n' + ledger + '\n' + version).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> person(Person person) {
        Map<String, Object> value = new TreeMap<>();
        value.put("id", person.id());
        value.put("name", person.name());
        return value;
    }

    private static Person person(Object value) {
        Map<?, ?> map = (Map<?, ?>) value;
        return new Person((String) map.get("id"), (String) map.get("name"));
    }

    private static Map<String, Object> links(Entry entry) {
        Map<String, Object> links = new TreeMap<>();
        entry.links().forEach((column, link) -> links.put(column, Map.of("ledger", link.ledger(), "id", link.id())));
        return links;
    }

    /** Reads what columns refer to; a version that was written before there were links has none. */
    private static Map<String, Link> links(Object value) {
        Map<String, Link> links = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((column, link) -> links.put((String) column,
                    new Link((String) ((Map<?, ?>) link).get("ledger"), (String) ((Map<?, ?>) link).get("id"))));
        }
        return links;
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
