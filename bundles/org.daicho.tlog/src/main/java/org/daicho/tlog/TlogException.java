package org.daicho.tlog;

/** What somebody handed over as part of a log cannot be accepted. */
public class TlogException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, in English, for a log file or a details line */
    public TlogException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, in English, for a log file or a details line
     * @param cause where it was found
     */
    public TlogException(String message, Throwable cause) {
        super(message, cause);
    }
}
