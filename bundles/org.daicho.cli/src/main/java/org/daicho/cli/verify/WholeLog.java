package org.daicho.cli.verify;

import java.io.IOException;

import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.LogVerifier;
import org.daicho.tlog.VerifyListener;
import org.daicho.tlog.VerifyResult;

/**
 * A published log, every leaf of which was verified.
 *
 * @param checkpoint its signed checkpoint, which the leaves fit
 * @param first      its first leaf, which tells whether it took over from another log; {@code null} where it has none
 */
record WholeLog(Checkpoint checkpoint, byte[] first) {

    /**
     * Verifies a log.
     *
     * @throws Refusal naming the first thing that does not fit
     */
    static WholeLog verify(LogVerifier verifier, Progress progress) throws IOException {
        byte[][] first = new byte[1][];
        VerifyResult result = verifier.listener(new VerifyListener() {
            @Override
            public void progress(long checked, long size) {
                progress.done(checked, size);
            }

            @Override
            public void leaf(long index, byte[] leaf) {
                if (index == 0) {
                    first[0] = leaf;
                }
            }
        }).run();
        if (!result.ok()) {
            throw Findings.refusal(result.finding());
        }
        return new WholeLog(result.checkpoint(), first[0]);
    }
}
