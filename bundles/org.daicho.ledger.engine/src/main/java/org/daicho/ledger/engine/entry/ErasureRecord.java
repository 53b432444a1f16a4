package org.daicho.ledger.engine.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.definition.MyNumberGuard;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.value.Violation;

/**
 * The record that an erasure leaves: why, how and before whom (3-4).
 */
final class ErasureRecord {

    private static final int LONGEST = 1000;

    private ErasureRecord() {
    }

    /**
     * Returns the fields of the record.
     *
     * @throws LedgerException INVALID where one is missing, too long or a My Number
     */
    static Map<String, Object> fields(String ledger, String id, Erasure erasure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ledger", ledger);
        fields.put("entry", id);
        fields.put("reason", erasure.reason());
        fields.put("method", erasure.method());
        fields.put("witness", erasure.witness());
        List<Violation> violations = new ArrayList<>();
        List.of("reason", "method", "witness").forEach(name -> {
            String text = (String) fields.get(name);
            if (text == null || text.isBlank()) {
                violations.add(new Violation(name, "3-4", Messages.text("erasure." + name)));
            } else if (text.length() > LONGEST) {
                violations.add(new Violation(name, null, Messages.text("value.length", LONGEST, text.length())));
            } else if (MyNumberGuard.finds(text)) {
                violations.add(new Violation(name, null, Messages.text("guard.my-number")));
            }
        });
        if (!violations.isEmpty()) {
            throw new LedgerException(Kind.INVALID, Messages.text("invalid"), violations);
        }
        return fields;
    }
}
