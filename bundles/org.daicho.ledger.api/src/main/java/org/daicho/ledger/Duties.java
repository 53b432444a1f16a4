package org.daicho.ledger;

import java.time.LocalDate;
import java.util.List;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the procedure makes due. Safe for use by many threads.
 */
@ProviderType
public interface Duties {

    /**
     * Computes what is due or missing on a day, of the ledgers that the caller may read.
     *
     * @param caller who asks
     * @param asOf   the day in Asia/Tokyo
     * @return the duties by due day
     */
    List<Duty> duties(Caller caller, LocalDate asOf);
}
