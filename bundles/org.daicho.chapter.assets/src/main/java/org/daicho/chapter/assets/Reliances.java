package org.daicho.chapter.assets;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;

/**
 * What the chapter looks at in the ledgers of others, where they are installed.
 */
final class Reliances {

    /** The ledger of chapter 3 that records disposals. */
    static final String DISPOSALS = "media.disposals";
    /** The ledger of chapter 4 that records erasures; it names its columns as that of chapter 3 does. */
    static final String ERASURES = "systems.erasures";
    /** What both call the asset; its number they call as 様式1 does. */
    static final String DISPOSED_ASSET = "asset";
    /** The ledger of chapter 4 that counts licences. */
    static final String LICENCES = "systems.licences";

    /** The ledger of chapter 4 that approves software. */
    interface Installs {
        String LEDGER = "systems.installs";
        String SOFTWARE = "software";
        String APPROVED = "approved";
        String INSTALLED = "installed";
    }

    /** All of it, for {@link LedgerModule#reliances()}. */
    static final List<Reliance> ALL = List.of(
            new Reliance(DISPOSALS, Set.of(DISPOSED_ASSET, Inventory.ASSET_NUMBER), Set.of()),
            new Reliance(ERASURES, Set.of(DISPOSED_ASSET, Inventory.ASSET_NUMBER), Set.of()),
            new Reliance(LICENCES, Set.of(), Set.of()),
            new Reliance(Installs.LEDGER, Set.of(Installs.SOFTWARE), Set.of(Installs.APPROVED, Installs.INSTALLED)));

    private Reliances() {
    }
}
