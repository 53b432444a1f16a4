package org.daicho.tlog;

/**
 * What a verification came to.
 *
 * @param checkpoint the checkpoint, or null where it could not be opened
 * @param leaves how many leaves fitted before it ended
 * @param finding the first thing that does not fit, or null where everything does
 */
public record VerifyResult(Checkpoint checkpoint, long leaves, Finding finding) {

    /** Whether everything fits. */
    public boolean ok() {
        return finding == null;
    }
}
