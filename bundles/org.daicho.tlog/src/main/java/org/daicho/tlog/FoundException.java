package org.daicho.tlog;

/** Ends a verification with its finding. */
final class FoundException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    FoundException(Finding finding) {
        super(finding.detail(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
