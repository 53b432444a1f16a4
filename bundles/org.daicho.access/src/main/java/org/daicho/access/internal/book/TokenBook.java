package org.daicho.access.internal.book;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

import org.daicho.access.internal.directory.AccessToken;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.login.TokenValues;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.value.Caller;

/**
 * Writes the list of tokens. Safe for use by many threads.
 */
public final class TokenBook {

    private final Writer writer;

    /** Makes a book over a ledger. */
    public TokenBook(Ledger ledger) {
        this.writer = new Writer(ledger);
    }

    /**
     * A token as it is shown once.
     *
     * @param id    the id by which it is revoked
     * @param value the token itself
     */
    public record Issued(String id, String value) {

        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    /**
     * Issues a token.
     *
     * @param label   what it is for
     * @param account the account's name
     * @param expires when it ends, or {@code null} for never
     */
    public Issued issue(Caller by, String label, String account, OffsetDateTime expires) {
        String value = TokenValues.random();
        Map<String, Object> fields = new HashMap<>();
        fields.put("label", label);
        fields.put("account", account);
        fields.put("expires", expires == null ? null : expires.toString());
        fields.put("tokenHash", TokenValues.hash(value));
        return new Issued(writer.enter(by, AccessLedgers.TOKENS, fields).id(), value);
    }

    /** Takes a token back; one that was taken back before stays so. */
    public void revoke(Caller by, AccessToken token) {
        if (!token.revoked()) {
            writer.act(by, AccessLedgers.TOKENS, token.id(), "revoke", Map.of());
        }
    }
}
