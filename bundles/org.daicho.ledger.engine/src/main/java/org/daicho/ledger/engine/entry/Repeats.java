package org.daicho.ledger.engine.entry;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.write.Write;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.tlog.CanonicalJson;

/**
 * Knows requests again by their idempotency keys. Of a request only HMACs are kept, which tell nobody what it said.
 */
public final class Repeats {

    private static final int LONGEST_KEY = 200;

    private final Store store;
    private final EntryReader reader;
    private final KeyFolder keys;
    private final LedgerClock clock;

    /**
     * Knows the requests of a database.
     *
     * @param store  keeps them
     * @param reader reads what they had led to
     * @param keys   makes HMACs
     * @param clock  tells which are too old
     */
    public Repeats(Store store, EntryReader reader, KeyFolder keys, LedgerClock clock) {
        this.store = store;
        this.reader = reader;
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns how a request is known again; {@code null} for one without a key. */
    Write.Repeat of(Caller caller, String ledger, String id, String action, Integer version, Submission submission) {
        String key = submission.idempotencyKey();
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Messages.refusal(Kind.MALFORMED, "repeat.key");
        }
        return new Write.Repeat(hmac("repeat\0" + caller.account() + '\0' + key),
                hmac("request\0" + request(ledger, id, action, version, submission)));
    }

    private static String request(String ledger, String id, String action, Integer version, Submission submission) {
        List<Object> request = Arrays.asList(ledger, id, action, version, submission.fields(), submission.reason(),
                submission.confirmations());
        try {
            return CanonicalJson.string(request);
        } catch (IllegalArgumentException e) {
            // Fractions and the like, which no column takes.
            return String.valueOf(request);
        }
    }

    private String hmac(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.hmac(text));
    }

    /**
     * Finds what a repeated request had led to, before its state or its rules could refuse it the second time.
     *
     * @return the version, or {@code null} where the request is new, or is nothing that the caller may hear of
     * @throws LedgerException INVALID where the key was used for another request
     */
    Entry earlier(Permissions permissions, String action, Write.Repeat repeat) {
        if (repeat == null || !permissions.isConcerned(action)) {
            return null;
        }
        return store.repeat(repeat.key()).filter(earlier -> earlier.isRecent(clock.instant().toEpochMilli()))
                .map(earlier -> {
                    earlier.requireSame(repeat.request());
                    return reader.versions(permissions.definition().id(), earlier.entry())
                            .get(earlier.version() - 1);
                }).orElse(null);
    }
}
