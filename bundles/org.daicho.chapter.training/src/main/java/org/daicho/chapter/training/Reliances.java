package org.daicho.chapter.training;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;

/**
 * What the chapter looks at in the ledgers of others, where they are installed.
 */
final class Reliances {

    /** What of assets and reviews tells that the work changes a lot. */
    static final String WORK_CHANGE = "workChange";
    /** The incident reports of chapter 6. */
    static final String REPORTS = "incidents.reports";

    /** The register of members and staff of chapter 1. */
    interface Members {
        String LEDGER = "council.members";
        String ACTIVE = "active";
        String PERSON = "person";
        String TERM_FROM = "termFrom";
        String TERM_TO = "termTo";
    }

    /** The reviews of chapter 1. */
    interface Reviews {
        String LEDGER = "council.reviews";
        String DOCUMENT = "document";
    }

    /** The policies and the procedure, by version, of chapter 1. */
    interface Documents {
        String LEDGER = "council.documents";
        String KIND = "kind";
        String VERSION = "version";
        String EFFECTIVE_ON = "effectiveOn";
    }

    /** 様式1 of chapter 2. */
    interface Inventory {
        String LEDGER = "assets.inventory";
        String NAME = "name";
    }

    /** All of it, for {@link LedgerModule#reliances()}. */
    static final List<Reliance> ALL = List.of(
            new Reliance(Members.LEDGER, Set.of(Members.PERSON, Members.TERM_FROM, Members.TERM_TO),
                    Set.of(Members.ACTIVE)),
            new Reliance(Reviews.LEDGER, Set.of(Reviews.DOCUMENT, WORK_CHANGE), Set.of()),
            new Reliance(Documents.LEDGER, Set.of(Documents.KIND, Documents.VERSION, Documents.EFFECTIVE_ON), Set.of()),
            new Reliance(Inventory.LEDGER, Set.of(Inventory.NAME, WORK_CHANGE), Set.of()),
            new Reliance(REPORTS, Set.of(), Set.of()));

    private Reliances() {
    }
}
