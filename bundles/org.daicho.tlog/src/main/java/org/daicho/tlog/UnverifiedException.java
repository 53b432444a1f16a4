package org.daicho.tlog;

/** Well-formed evidence does not prove what it is said to prove: a signature, a root or a commitment does not fit. */
public class UnverifiedException extends TlogException {

    private static final long serialVersionUID = 1L;

    /** @param message what does not fit what */
    public UnverifiedException(String message) {
        super(message);
    }
}
