package org.daicho.chapter.facilities;

import java.util.List;

import org.daicho.ledger.rules.Names;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What a row of 様式4 must fulfil: a spare key lies in another place, one that can be locked (5-3(2)). Where keys lie the
 * definition asks for (5-3(1)).
 */
final class KeyRules {

    private static final String CLAUSE = "5-3(2)";

    private final Rules rules;

    KeyRules(Texts texts) {
        rules = new Rules(Keys.LEDGER, texts);
    }

    List<Rule> rules() {
        return List.of(rules.content(CLAUSE, Keys.SPARE_KEY_LOCATION, "key.spareSame", KeyRules::isSame),
                rules.content(CLAUSE, Keys.SPARE_KEY_LOCATION, "key.spareOpen", KeyRules::isOpen));
    }

    private static boolean isSame(Change change, LedgerView view) {
        Fields key = change.fields();
        return key.has(Keys.SPARE_KEY_LOCATION)
                && Names.areSame(key.text(Keys.SPARE_KEY_LOCATION), key.text(Keys.KEY_LOCATION));
    }

    private static boolean isOpen(Change change, LedgerView view) {
        Fields key = change.fields();
        return key.has(Keys.SPARE_KEY_LOCATION) && (key.isFalse(Keys.SPARE_LOCKABLE) || Cabinets
                .place(key.text(Keys.SPARE_KEY_LOCATION), view).filter(p -> !p.lockable()).isPresent());
    }
}
