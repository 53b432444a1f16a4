package org.daicho.ledger.engine.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;

/**
 * The columns of a ledger that are kept from a module. Only the module that keeps the ledger now sees its secrets: neither
 * one that lost it to another does, nor anyone while its module is absent.
 *
 * @param columns their names
 */
record SecretColumns(Set<String> columns) {

    static final SecretColumns NONE = new SecretColumns(Set.of());

    static SecretColumns of(ModuleRegistry modules, String ledger, LedgerModule viewer) {
        boolean own = modules.live(ledger).filter(live -> live.module() == viewer).isPresent();
        return own
                ? NONE
                : new SecretColumns(modules.known(ledger).stream().flatMap(k -> k.definition().columns().stream())
                        .filter(Column::secret).map(Column::name).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns an entry without them. */
    Entry in(Entry entry) {
        if (columns.stream().noneMatch(entry.fields()::has)) {
            return entry;
        }
        Map<String, Object> open = new LinkedHashMap<>(entry.fields().values());
        open.keySet().removeAll(columns);
        return EntryReader.with(entry, new Fields(open));
    }
}
