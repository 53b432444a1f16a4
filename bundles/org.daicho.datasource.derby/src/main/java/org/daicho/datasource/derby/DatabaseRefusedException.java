package org.daicho.datasource.derby;

/**
 * The database was not opened, and what is on the disk is as it was before.
 *
 * <p>
 * The message is one sentence in Japanese and the same in English: what is wrong, which file, what to do. It never
 * holds a key.
 */
final class DatabaseRefusedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the refusal.
     *
     * @param japanese the sentence in Japanese
     * @param english the same in English
     * @param cause what made it necessary, or null
     */
    DatabaseRefusedException(String japanese, String english, Throwable cause) {
        super(japanese + " / " + english, cause);
    }
}
