package org.daicho.operations.internal.health;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.daicho.ledger.LedgerState;
import org.daicho.ledger.operation.LedgerStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The log's checkpoint is kept beside the keys, so that an old copy of the database is noticed. It follows the log within
 * a second or two; one that stays behind is not written any more.
 */
@Component(property = {HealthCheck.NAME + "=checkpoint", HealthCheck.TAGS + "=" + HealthServlet.TAG})
public final class CheckpointCheck implements HealthCheck {

    private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

    private final LedgerStatus status;
    private final LongSupplier nanos;
    private long awaited = -1;
    private long since;

    /** Looks at the ledger's log. */
    @Activate
    public CheckpointCheck(@Reference LedgerStatus status) {
        this(status, System::nanoTime);
    }

    CheckpointCheck(LedgerStatus status, LongSupplier nanos) {
        this.status = status;
        this.nanos = nanos;
    }

    @Override
    public synchronized Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        LedgerState state = status.state();
        long now = nanos.getAsLong();
        if (state.keptSize() >= state.treeSize() || state.treeSize() == 0) {
            awaited = -1;
        } else if (awaited < 0 || state.keptSize() >= awaited) {
            awaited = state.treeSize();
            since = now;
        } else if (now - since > PATIENCE) {
            log.critical("鍵のフォルダーの控え(checkpoint)が更新されません。控え {}、ログ {} / The checkpoint kept beside the keys is"
                    + " not written any more: {} of {}", state.keptSize(), state.treeSize(), state.keptSize(),
                    state.treeSize());
        }
        log.info("控え {}、ログ {} / Kept {}, log {}", state.keptSize(), state.treeSize(), state.keptSize(),
                state.treeSize());
        return new Result(log);
    }
}
