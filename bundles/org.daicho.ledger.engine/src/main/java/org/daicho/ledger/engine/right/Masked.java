package org.daicho.ledger.engine.right;

import java.util.LinkedHashMap;
import java.util.Map;

import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;

/**
 * Entries as a caller sees them: secret columns left out, unless the caller is the module's own code, and the others in
 * the columns' order, however the entry was handed in or stored.
 */
public final class Masked {

    private Masked() {
    }

    public static Entry entry(Caller caller, Definition definition, Entry entry) {
        boolean own = definition.module().equals(caller.module());
        Map<String, Object> left = new LinkedHashMap<>(entry.fields().values());
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Column column : definition.columns()) {
            Object value = left.remove(column.name());
            if (value != null && (own || !column.secret())) {
                fields.put(column.name(), value);
            }
        }
        fields.putAll(left);
        return EntryReader.with(entry, new Fields(fields));
    }
}
