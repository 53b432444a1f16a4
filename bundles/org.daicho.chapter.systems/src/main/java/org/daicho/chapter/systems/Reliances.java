package org.daicho.chapter.systems;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;

/**
 * What the chapter looks at in the ledgers of others, where they are installed.
 */
final class Reliances {

    /** The incident reports of chapter 6. */
    interface Reports {
        String LEDGER = "incidents.reports";
        String CONTENTS = "contents";
        String DAMAGE = "damage";
        String DISCOVERED_AT = "discoveredAt";
        String REPORT_KIND = "reportKind";
        String SIGHTING = "sighting";
    }

    /** The register of disposals of chapter 3, whose columns bear the names of those of the register of erasures here. */
    static final String DISPOSALS = "media.disposals";

    /** The erasure software that chapter 3 approved. */
    interface ErasureSoftware {
        String LEDGER = "media.erasure-software";
        String NAME = "name";
        String APPROVED_ON = "approvedOn";
        String WITHDRAWN_ON = "withdrawnOn";
    }

    /** 様式1 of chapter 2. */
    interface Assets {
        String LEDGER = "assets.inventory";
        String ACTIVE = "active";
        String NAME = "name";
        String NUMBER = "assetNumber";
        String CATEGORY = "category";
        String HARDWARE_TYPE = "hardwareType";
    }

    /** All of it, for {@link LedgerModule#reliances()}. */
    static final List<Reliance> ALL = List.of(
            new Reliance(Reports.LEDGER, Set.of(Reports.CONTENTS, Reports.DAMAGE, Reports.DISCOVERED_AT,
                    Reports.REPORT_KIND, Reports.SIGHTING), Set.of()),
            new Reliance(DISPOSALS, Set.of(Erasures.ASSET, Erasures.ASSET_NUMBER), Set.of()),
            new Reliance(ErasureSoftware.LEDGER,
                    Set.of(ErasureSoftware.NAME, ErasureSoftware.APPROVED_ON, ErasureSoftware.WITHDRAWN_ON), Set.of()),
            new Reliance(Assets.LEDGER, Set.of(Assets.NAME, Assets.NUMBER, Assets.CATEGORY, Assets.HARDWARE_TYPE),
                    Set.of(Assets.ACTIVE)));

    private Reliances() {
    }
}
