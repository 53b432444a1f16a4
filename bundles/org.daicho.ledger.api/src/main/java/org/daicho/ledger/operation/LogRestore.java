package org.daicho.ledger.operation;

import java.util.List;
import java.util.function.LongConsumer;

import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes a system out of the copy of a backup, which nobody else uses. Use by one thread: {@link #plan}, then
 * {@link #carryOut}.
 * <p>
 * The ledger provider registers it beside {@link LogAudit} where the framework property {@value #PROPERTY} is
 * {@code true}. The key folder holds what came out of the backup's file of keys, with the checkpoint of the backup's
 * manifest as {@code checkpoint}.
 */
@ProviderType
public interface LogRestore {

    /** The framework property that asks for it. */
    String PROPERTY = "daicho.restore";

    /** The framework property with the key folder that survived on the machine, if any. */
    String SURVIVING_PROPERTY = "daicho.restore.surviving";

    /**
     * Verifies the backup and decides what becomes of its log; writes nothing.
     *
     * @param outside  signed checkpoints that are known outside of the backup
     * @param progress called now and then with the number of leaves done
     * @return the plan
     */
    Plan plan(List<String> outside, LongConsumer progress);

    /**
     * Carries the plan out, and verifies the result.
     *
     * @param by       who restores; where a new log begins it is public
     * @param reason   why; where a new log begins it is public
     * @param progress called now and then with the number of leaves done
     * @return what the verification found
     */
    Verification carryOut(String by, String reason, LongConsumer progress);

    /** Returns the verifier key of the log that is written now. */
    String verifierKey();

    /**
     * What a restore would do.
     *
     * @param possible whether it can be done
     * @param goesOn   whether the log goes on under its key; else a new one takes over from it
     * @param size     how many leaves the log has in the backup
     * @param lost     how many are known to be missing after them, negative where nobody knows
     * @param origin   the origin of the log that will be written
     * @param erasures how many entries were erased after the backup, and stay so
     * @param text     the same for people; where it is not possible, why
     */
    record Plan(boolean possible, boolean goesOn, long size, long lost, String origin, long erasures, Text text) {
    }
}
