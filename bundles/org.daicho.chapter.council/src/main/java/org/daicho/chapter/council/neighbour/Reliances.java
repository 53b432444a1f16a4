package org.daicho.chapter.council.neighbour;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;

/**
 * What the chapter looks at in the ledgers of others, where they are installed.
 */
public final class Reliances {

    /** The record of granted roles, which access keeps. */
    public interface Grants {
        String LEDGER = "access.grants";
        String ACTIVE = "active";
        String ENDING = "ending";
        String PERSON = "person";
        String ROLE = "role";
        String FROM = "from";
        String TO = "to";
        String SCOPE = "scope";
    }

    /** All of it, for {@link LedgerModule#reliances()}. */
    public static final List<Reliance> ALL = Stream.concat(
            Stream.of(new Reliance(Grants.LEDGER,
                    Set.of(Grants.PERSON, Grants.ROLE, Grants.FROM, Grants.TO, Grants.SCOPE),
                    Set.of(Grants.ACTIVE, Grants.ENDING))),
            OtherModules.ledgers().map(ledger -> new Reliance(ledger, Set.of(), Set.of()))).toList();

    private Reliances() {
    }
}
