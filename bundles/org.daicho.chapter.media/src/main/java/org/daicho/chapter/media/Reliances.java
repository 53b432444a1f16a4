package org.daicho.chapter.media;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;

/**
 * What the chapter looks at in the ledgers of others, where they are installed.
 */
final class Reliances {

    /** All of it, for {@link LedgerModule#reliances()}. */
    static final List<Reliance> ALL = List.of(
            new Reliance(Inventory.LEDGER, Set.of(Inventory.NAME, Inventory.NUMBER, Inventory.CATEGORY,
                    Inventory.LOCATION, Inventory.SPECIFIC), Set.of(Inventory.ACTIVE)),
            new Reliance(Installs.LEDGER, Set.of(Installs.SOFTWARE, Installs.ERASES_DATA, Installs.APPROVED_ON,
                    Installs.REVOKED_ON), Set.of()),
            new Reliance(Reports.LEDGER, Set.of(Reports.CONTENTS, Reports.DAMAGE, Reports.DISCOVERED_AT, Reports.OBJECT,
                    Reports.KIND, Reports.ASSETS, Reports.PERSONAL, Reports.SPECIFIC, Reports.TAKEOUT),
                    Set.of(Reports.CLOSED)));

    /** The incident reports of chapter 6. */
    interface Reports {
        String LEDGER = "incidents.reports";
        String CONTENTS = "contents";
        String DAMAGE = "damage";
        String DISCOVERED_AT = "discoveredAt";
        String OBJECT = "object";
        String KIND = "kind";
        String ASSETS = "assets";
        String PERSONAL = "personalInformation";
        String SPECIFIC = "specificPersonalInformation";
        String TAKEOUT = "takeout";
        String CLOSED = "closed";
    }

    /** 様式1 of chapter 2. */
    interface Inventory {
        String LEDGER = "assets.inventory";
        String ACTIVE = "active";
        String NAME = "name";
        String NUMBER = "assetNumber";
        String CATEGORY = "category";
        String LOCATION = "location";
        String SPECIFIC = "specificPersonalInformation";
    }

    /** What chapter 4 approves; also for erasing. */
    interface Installs {
        String LEDGER = "systems.installs";
        String SOFTWARE = "software";
        String ERASES_DATA = "erasesData";
        String APPROVED_ON = "approvedOn";
        String REVOKED_ON = "revokedOn";
    }

    private Reliances() {
    }
}
