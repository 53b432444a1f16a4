package org.daicho.access.internal.directory;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.daicho.ledger.value.Entry;

/**
 * A token of an account.
 *
 * @param id      the id of its entry in {@code access.tokens}
 * @param version the entry's version
 * @param label   what it is for
 * @param account the account's name
 * @param hash    the SHA-256 of the token, base64url
 * @param expires when it ends, or {@code null} for never
 * @param revoked whether it was taken back
 * @param created when it was issued
 */
public record AccessToken(String id, int version, String label, String account, String hash, Instant expires,
        boolean revoked, Instant created) {

    static AccessToken of(Entry entry) {
        OffsetDateTime expires = entry.fields().dateTime("expires");
        return new AccessToken(entry.id(), entry.version(), entry.fields().text("label"),
                entry.fields().text("account"), entry.fields().text("tokenHash"),
                expires == null ? null : expires.toInstant(), entry.state().equals("revoked"), entry.createdAt());
    }

    /** Tells whether it can be used at a time. */
    public boolean holdsAt(Instant now) {
        return !revoked && (expires == null || now.isBefore(expires));
    }

    @Override
    public String toString() {
        return "AccessToken[" + id + "]";
    }
}
