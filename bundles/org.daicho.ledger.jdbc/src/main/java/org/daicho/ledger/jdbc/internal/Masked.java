package org.daicho.ledger.jdbc.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.daicho.ledger.Caller;
import org.daicho.ledger.Entry;
import org.daicho.ledger.Fields;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.jdbc.internal.read.EntryReader;

/**
 * Leaves secret columns out of what a caller reads, unless the caller is the module's own code.
 */
final class Masked {

    private Masked() {
    }

    static Entry entry(Caller caller, Definition definition, Entry entry) {
        if (definition.module().equals(caller.module()) || definition.columns().stream().noneMatch(Column::secret)) {
            return entry;
        }
        Map<String, Object> fields = new LinkedHashMap<>(entry.fields().values());
        definition.columns().stream().filter(Column::secret).forEach(column -> fields.remove(column.name()));
        return EntryReader.with(entry, new Fields(fields));
    }
}
