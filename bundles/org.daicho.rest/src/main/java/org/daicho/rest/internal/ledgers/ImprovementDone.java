package org.daicho.rest.internal.ledgers;

/**
 * The body that marks an improvement as done.
 *
 * @param result what was done; required
 */
public record ImprovementDone(String result) {

    /** Returns the result. */
    String given() {
        return Bodies.required("result", result);
    }
}
