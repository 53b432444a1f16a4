package org.daicho.chapter.facilities;

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
        String OBJECT = "object";
        String KIND = "kind";
        String ASSETS = "assets";
        String KEY = "key";
        String CLOSED = "closed";
    }

    /** The register of members and staff of chapter 1. */
    interface Members {
        String LEDGER = "council.members";
        String LEFT = "left";
        String PERSON = "person";
        String TERM_FROM = "termFrom";
        String TERM_TO = "termTo";
        String LEFT_ON = "leftOn";
    }

    /** All of it, for {@link LedgerModule#reliances()}. */
    static final List<Reliance> ALL = List.of(
            new Reliance(Reports.LEDGER, Set.of(Reports.CONTENTS, Reports.DAMAGE, Reports.DISCOVERED_AT, Reports.OBJECT,
                    Reports.KIND, Reports.ASSETS, Reports.KEY), Set.of(Reports.CLOSED)),
            new Reliance(Members.LEDGER, Set.of(Members.PERSON, Members.TERM_FROM, Members.TERM_TO, Members.LEFT_ON),
                    Set.of(Members.LEFT)));

    private Reliances() {
    }
}
