package org.daicho.rest.internal.ledgers;

import org.daicho.ledger.Erasure;

/**
 * The body of an erasure.
 *
 * @param reason  why; required
 * @param method  how the paper or medium was destroyed; required
 * @param witness who saw it; required
 */
public record ErasureBody(String reason, String method, String witness) {

    /** Makes what the ledger takes. */
    Erasure erasure() {
        return new Erasure(Bodies.required("reason", reason), Bodies.required("method", method),
                Bodies.required("witness", witness));
    }
}
