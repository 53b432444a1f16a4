package org.daicho.ledger.engine.write;

import java.util.Set;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Entry;

/**
 * A version to be written.
 *
 * @param definition the definition it is written under
 * @param searched   the newest revision of its ledger's definition, which search terms are made under
 * @param draft      the version; its time, leaf index and numbers are given by the writer
 * @param terms      the search terms that the entry has before; empty for a new one
 * @param reads      what its rules have read
 * @param repeat     the idempotency of the request, or {@code null}
 * @param erases     the entry whose content is destroyed with this version, or {@code null}
 */
public record Write(Definition definition, Definition searched, Entry draft, Set<String> terms, Reads reads,
        Repeat repeat, Erases erases) {

    /**
     * A request that may be repeated.
     *
     * @param key     the HMAC of account and idempotency key
     * @param request the HMAC of what was asked
     */
    public record Repeat(String key, String request) {
    }

    /**
     * An entry whose content is destroyed.
     *
     * @param entry the entry's newest version
     * @param terms the search terms that it has
     */
    public record Erases(Entry entry, Set<String> terms) {
    }
}
