package org.daicho.chapter.mynumber.neighbour;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;

/**
 * What the chapter looks at in the ledgers of others, where they are installed.
 */
public final class Reliances {

    /** The incident reports of chapter 6. */
    public static final String REPORTS = "incidents.reports";

    /** The register of members and staff of chapter 1. */
    public interface Members {
        String LEDGER = "council.members";
        String PERSON = "person";
        String TERM_TO = "termTo";
        String LEFT_ON = "leftOn";
    }

    /** The erasure software that chapter 3 approved. */
    public interface ErasureSoftware {
        String LEDGER = "media.erasure-software";
        String NAME = "name";
        String APPROVED_ON = "approvedOn";
        String WITHDRAWN_ON = "withdrawnOn";
    }

    /** What chapter 4 approves; also for erasing. */
    public interface Installs {
        String LEDGER = "systems.installs";
        String SOFTWARE = "software";
        String ERASES_DATA = "erasesData";
        String APPROVED_ON = "approvedOn";
        String REVOKED_ON = "revokedOn";
    }

    /** 様式4 of chapter 5. */
    public interface Keys {
        String LEDGER = "facilities.keys";
        String RETIRED = "retired";
        String CABINET = "cabinet";
        String HOLDER = "holder";
        String SPARE_HOLDER = "spareHolder";
    }

    /** Who was at which training, of chapter 7. */
    public interface Attendance {
        String LEDGER = "training.attendance";
        String RETRACTED = "retracted";
        String PERSON = "person";
        String RESULT = "result";
    }

    /** The record of granted roles, which access keeps. */
    public interface Grants {
        String LEDGER = "access.grants";
        String ACTIVE = "active";
        String ENDING = "ending";
        String PERSON = "person";
        String ROLE = "role";
        String TO = "to";
    }

    /** The terminals that access registers. */
    public interface Terminals {
        String LEDGER = "access.terminals";
        String ACTIVE = "active";
        String NAME = "name";
    }

    /** The record of readings, which the ledger itself keeps. */
    public interface Views {
        String LEDGER = "log.views";
        String OF = "ledger";
    }

    /** All of it, for {@link LedgerModule#reliances()}. */
    public static final List<Reliance> ALL = List.of(new Reliance(REPORTS, Set.of(), Set.of()),
            new Reliance(Members.LEDGER, Set.of(Members.PERSON, Members.TERM_TO, Members.LEFT_ON), Set.of()),
            new Reliance(ErasureSoftware.LEDGER,
                    Set.of(ErasureSoftware.NAME, ErasureSoftware.APPROVED_ON, ErasureSoftware.WITHDRAWN_ON), Set.of()),
            new Reliance(Installs.LEDGER, Set.of(Installs.SOFTWARE, Installs.ERASES_DATA, Installs.APPROVED_ON,
                    Installs.REVOKED_ON), Set.of()),
            new Reliance(Keys.LEDGER, Set.of(Keys.CABINET, Keys.HOLDER, Keys.SPARE_HOLDER), Set.of(Keys.RETIRED)),
            new Reliance(Attendance.LEDGER, Set.of(Attendance.PERSON, Attendance.RESULT),
                    Set.of(Attendance.RETRACTED)),
            new Reliance(Grants.LEDGER, Set.of(Grants.PERSON, Grants.ROLE, Grants.TO),
                    Set.of(Grants.ACTIVE, Grants.ENDING)),
            new Reliance(Terminals.LEDGER, Set.of(Terminals.NAME), Set.of(Terminals.ACTIVE)),
            new Reliance(Views.LEDGER, Set.of(Views.OF), Set.of()));

    private Reliances() {
    }
}
