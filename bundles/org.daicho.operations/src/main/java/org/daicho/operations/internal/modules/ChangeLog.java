package org.daicho.operations.internal.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.EntryPage;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Submission;
import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;

/**
 * The ledger of module changes. It is both what people read on the month's sheets and what tells, after a restart, which
 * modules there are: one durable write, so that the two can't differ.
 */
final class ChangeLog {

    /** The module's id; a reserved one, so that no chapter has it. */
    static final String MODULE = "modules";

    /** The ledger's id. */
    static final String LEDGER = "modules.changes";

    /** The caller for what nobody asked for by name, such as a jar that lies in the folder. */
    static final Caller SYSTEM = new Caller(MODULE, new Person("system:modules", "システム(モジュール)"), List.of(), null,
            MODULE);

    /** Versions and digests are no one's number, should one look like it. */
    private static final Map<String, String> CONFIRMATIONS = Map.of("my-number", "版番号またはファイルの識別値");

    private static final int PAGE = 500;

    private final Ledger ledger;

    ChangeLog(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What the ledger provider takes in. */
    static LedgerModule module() {
        return new LedgerModule() {

            @Override
            public List<String> definitions() {
                return Definitions.of(ChangeLog.class, LEDGER);
            }

            @Override
            public List<Rule> rules() {
                return List.of();
            }
        };
    }

    /** Writes a change in the name of who asked for it; returns once it is durable. */
    void write(Caller by, ModuleChange change) {
        ledger.enter(by.through(MODULE), LEDGER, new Submission(change.fields(), null, CONFIRMATIONS, null));
    }

    /** Reads all changes, oldest first. */
    List<ModuleChange> read() {
        List<ModuleChange> changes = new ArrayList<>();
        String cursor = null;
        do {
            EntryPage page = ledger.list(SYSTEM, LEDGER, new EntryQuery(PAGE, cursor, null, null, null, Map.of()));
            page.items().forEach(entry -> changes.add(ModuleChange.of(entry.fields())));
            cursor = page.next();
        } while (cursor != null);
        return changes;
    }
}
