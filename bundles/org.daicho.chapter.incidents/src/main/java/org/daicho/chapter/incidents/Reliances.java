package org.daicho.chapter.incidents;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;

/**
 * What the chapter looks at in the ledgers of others, where they are installed.
 */
final class Reliances {

    /** 様式1 of chapter 2. */
    interface Inventory {
        String LEDGER = "assets.inventory";
        String NAME = "name";
    }

    /** 様式2 of chapter 3. */
    interface Takeouts {
        String LEDGER = "media.takeouts";
        String TAKEN_BY = "takenBy";
    }

    /** 様式4 of chapter 5. */
    interface Keys {
        String LEDGER = "facilities.keys";
        String KEY = "key";
    }

    /** The decisions on training of chapter 7. */
    interface Decisions {
        String LEDGER = "training.decisions";
        String SOURCE = "source";
    }

    /** All of it, for {@link LedgerModule#reliances()}. */
    static final List<Reliance> ALL = List.of(
            new Reliance(Inventory.LEDGER, Set.of(Inventory.NAME), Set.of()),
            new Reliance(Takeouts.LEDGER, Set.of(Takeouts.TAKEN_BY), Set.of()),
            new Reliance(Keys.LEDGER, Set.of(Keys.KEY), Set.of()),
            new Reliance(Decisions.LEDGER, Set.of(Decisions.SOURCE), Set.of()));

    private Reliances() {
    }
}
