package org.daicho.ledger.contract;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;

/**
 * A small module to try a data source with: notes, some of which take a seat, which only one note may have.
 */
final class NotesModule implements LedgerModule {

    static final String LEDGER = "contract.notes";

    @Override
    public List<String> definitions() {
        return List.of(Resources.text(NotesModule.class, "contract.notes.json"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("4-7", LEDGER, Set.of(Ledger.ENTER), (change, view) -> {
            String seat = change.fields().text("seat");
            return seat == null || view.find(LEDGER, "seat", seat).isEmpty()
                    ? List.of()
                    : List.of(new Violation("seat", "4-7", new Text("席は空いていません。", "The seat is taken.")));
        }));
    }
}
