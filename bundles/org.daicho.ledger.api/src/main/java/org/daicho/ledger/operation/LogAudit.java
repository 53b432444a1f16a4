package org.daicho.ledger.operation;

import java.util.List;
import java.util.function.LongConsumer;

import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Verifies the log of a system that does not serve: the data of a stopped one, or a backup. It writes nothing, neither to
 * the tables nor to the key folder. Use by one thread.
 * <p>
 * The ledger provider registers it instead of its other services where the framework property {@value #PROPERTY} is
 * {@code true}.
 */
@ProviderType
public interface LogAudit {

    /** The framework property that asks for it. */
    String PROPERTY = "daicho.audit";

    /** The framework property that tells that the data is a copy of its own, which may be brought to newer tables. */
    String COPY_PROPERTY = "daicho.audit.copy";

    /** Returns the stored checkpoint, a signed note in the C2SP tlog-checkpoint format. */
    String checkpoint();

    /** Returns the verifier keys of the log and of those that it took over from, the newest first. */
    List<String> verifierKeys();

    /**
     * Recomputes every hash from the stored entries and checks the signed checkpoint, and that the log continues the
     * checkpoint kept in the key folder.
     *
     * @param outside  a signed checkpoint that was kept elsewhere and that the log has to continue, or {@code null}
     * @param progress called now and then with the number of leaves done
     * @return what was found
     */
    Verification verify(String outside, LongConsumer progress);

    /**
     * Tells what keeps a ledger from being written to under a definition: that it is not well-formed, or doesn't follow
     * from the one that is stored.
     *
     * @param definition a definition, as modules bring them
     * @return the obstacle, or {@code null} where there is none
     */
    Text obstacle(String definition);
}
