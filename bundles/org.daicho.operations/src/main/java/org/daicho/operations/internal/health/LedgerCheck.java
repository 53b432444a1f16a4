package org.daicho.operations.internal.health;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.daicho.ledger.LedgerState;
import org.daicho.ledger.operation.LedgerStatus;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The ledger: does its database answer, does its writer live, does its queue stay short.
 */
@Component(property = {HealthCheck.NAME + "=ledger", HealthCheck.TAGS + "=" + HealthServlet.TAG})
public final class LedgerCheck implements HealthCheck {

    /** Some batches of the writer: a few tenths of a second of work. */
    static final int LONG_QUEUE = 2_000;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile LedgerStatus status;

    /** Takes the status as it comes and goes. */
    public LedgerCheck() {
        this(null);
    }

    LedgerCheck(LedgerStatus status) {
        this.status = status;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        LedgerStatus present = status;
        if (present == null) {
            log.critical("台帳が開いていません。DATA/log を見てください / The ledger is not open; see DATA/log");
            return new Result(log);
        }
        LedgerState state = present.state();
        if (!state.answers()) {
            log.critical("データベースが応えません / The database does not answer");
        }
        if (!state.writing()) {
            log.critical("書き込みの係が止まっています。再起動してください / The writer has stopped; restart the system");
        }
        if (state.queued() > LONG_QUEUE) {
            log.warn("書き込みが混んでいます: {} 件 / Writes are queueing up: {}", state.queued(), state.queued());
        }
        log.info("ログの大きさ {}、書き込み待ち {} 件 / Log size {}, {} writes queued", state.treeSize(), state.queued(),
                state.treeSize(), state.queued());
        return new Result(log);
    }
}
