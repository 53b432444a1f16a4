package org.daicho.tlog;

/** Bytes or text do not follow their format. */
public class MalformedException extends TlogException {

    private static final long serialVersionUID = 1L;

    /** @param message which part of which format is broken */
    public MalformedException(String message) {
        super(message);
    }

    /**
     * @param message which part of which format is broken
     * @param cause where it was found
     */
    public MalformedException(String message, Throwable cause) {
        super(message, cause);
    }
}
