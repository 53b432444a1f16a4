package org.daicho.ledger.engine.write;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rules have read, and the size of the tree before they read it.
 *
 * @param size the tree's size
 * @param keys what was read: {@code E} and an entry's id, {@code L} and a ledger's id, {@code D} and
 *             a ledger's id for its definition, or {@code T} and a search term
 */
public record Reads(long size, Set<String> keys) {

    /** Begins to note at a size of the tree. */
    public Reads(long size) {
        this(size, ConcurrentHashMap.newKeySet());
    }

    static String entry(String id) {
        return "E" + id;
    }

    static String ledger(String id) {
        return "L" + id;
    }

    static String term(String term) {
        return "T" + term;
    }

    static String definition(String ledger) {
        return "D" + ledger;
    }

    /** Notes the newest definition of a ledger, under which its entries are searched. */
    public void noteDefinition(String ledger) {
        keys.add(definition(ledger));
    }

    /** Notes an entry that was read. */
    public void noteEntry(String id) {
        keys.add(entry(id));
    }

    /** Notes a ledger that was read. */
    public void noteLedger(String id) {
        keys.add(ledger(id));
    }

    /** Notes a search term that was read. */
    public void noteTerm(String term) {
        keys.add(term(term));
    }
}
