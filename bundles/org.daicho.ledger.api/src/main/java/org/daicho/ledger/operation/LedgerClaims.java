package org.daicho.ledger.operation;

import java.util.List;

import org.daicho.ledger.value.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells what became of the ledgers that the modules brought. Its service property {@code service.changecount} moves
 * after a module has come or gone. Safe for use by many threads.
 */
@ProviderType
public interface LedgerClaims {

    /**
     * Returns what one module brought.
     *
     * @param serviceId the {@code service.id} of the module's service
     * @return its ledgers; empty while the module was not taken in
     */
    List<Claim> of(long serviceId);

    /**
     * A module's claim to a ledger.
     *
     * @param ledger   the ledger's id, or {@code null} where the definition can't be read
     * @param holder   the {@code service.id} of the module that has the ledger now; -1 for the system itself or none
     * @param obstacle why the ledger was left out, or {@code null} where it was taken in
     */
    record Claim(String ledger, long holder, Text obstacle) {
    }
}
