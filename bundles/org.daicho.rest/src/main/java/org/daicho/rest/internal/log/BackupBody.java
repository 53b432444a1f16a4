package org.daicho.rest.internal.log;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.daicho.ledger.operation.LedgerBackup;
import org.daicho.rest.internal.problem.Problem;

/**
 * The body of a backup's beginning. Paths are those of the machine that the system runs on.
 *
 * @param folder the target, an absolute folder; required
 * @param keys   the file of the target's keys; {@code keys} in the folder where it is missing
 * @param closes whether it is the last one; {@code false} where it is missing
 */
public record BackupBody(String folder, String keys, Boolean closes) {

    /** Makes what the ledger takes. */
    LedgerBackup.Order order() {
        if (folder == null || folder.isBlank()) {
            throw Problem.invalid("folder", "json.required", "folder");
        }
        Path target = path("folder", folder);
        return new LedgerBackup.Order(target, keys == null ? target.resolve("keys") : path("keys", keys),
                Boolean.TRUE.equals(closes));
    }

    private static Path path(String field, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Problem.invalid(field, "backup.path", text);
        }
    }
}
