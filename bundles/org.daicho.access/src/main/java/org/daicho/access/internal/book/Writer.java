package org.daicho.access.internal.book;

import java.util.HashMap;
import java.util.Map;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Submission;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;

/**
 * Writes the ledgers of access through access' own code, in the name of who acts.
 */
final class Writer {

    private final Ledger ledger;

    Writer(Ledger ledger) {
        this.ledger = ledger;
    }

    Entry enter(Caller by, String ledgerId, Map<String, Object> fields) {
        return ledger.enter(through(by), ledgerId, submission(fields, null));
    }

    /** Appends a correction of some fields; the others stay as they are. */
    Entry correct(Caller by, String ledgerId, String id, Map<String, Object> changes, String reason) {
        Entry entry = ledger.get(through(by), ledgerId, id);
        Map<String, Object> fields = new HashMap<>(entry.fields().values());
        fields.putAll(changes);
        return ledger.correct(through(by), ledgerId, id, entry.version(), submission(fields, reason));
    }

    Entry act(Caller by, String ledgerId, String id, String action, Map<String, Object> fields) {
        return ledger.act(through(by), ledgerId, id, action, null, submission(fields, null));
    }

    private static Caller through(Caller by) {
        return by.through(AccessLedgers.MODULE);
    }

    private static Submission submission(Map<String, Object> fields, String reason) {
        return new Submission(fields, reason, Map.of(), null);
    }
}
