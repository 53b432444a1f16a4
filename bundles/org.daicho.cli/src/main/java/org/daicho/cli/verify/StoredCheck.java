package org.daicho.cli.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.daicho.cli.launch.AuditRuntime;
import org.daicho.cli.launch.AuditRuntime.Found;
import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.MalformedException;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.SignedNote;

/**
 * Verifies the data of a system that does not run, from the stored entries up.
 */
public final class StoredCheck {

    private final Outside outside;

    /**
     * Makes a check.
     *
     * @param outside what to hold the log against
     */
    public StoredCheck(Outside outside) {
        this.outside = outside;
    }

    /**
     * Verifies.
     *
     * @param data the folder with the database; held by the caller's runtime while this runs
     * @param keys the folder of the key files
     * @param copy whether this is a copy of its own
     * @return what it came to
     * @throws Refusal naming the first entry that does not fit, or why the folder cannot be opened
     * @throws Exception where the framework fails
     */
    public Report run(Path data, Path keys, boolean copy) throws Exception {
        Progress progress = new Progress();
        try (AuditRuntime runtime = AuditRuntime.launch(data, keys, copy)) {
            List<String> known = runtime.verifierKeys();
            NoteVerifier key = Outside.named(known.get(0));
            outside.check(known);
            long size = size(runtime.checkpoint());
            Found found = runtime.verify(outside.note(), done -> progress.done(done, Math.max(done, size)));
            if (!found.ok()) {
                throw new Refusal("検証に失敗しました: " + found.ja(), "The log does not verify: " + found.en());
            }
            return new Report(key.name(), found.treeSize(), found.root(), found.erased(), key.vkey(),
                    known.size() == 1 ? List.of() : List.of(found.ja() + " / " + found.en()));
        } catch (IOException failure) {
            throw new Refusal("データを読めません: " + data + " (" + failure.getMessage() + ")",
                    "Cannot read the data in " + data);
        }
    }

    /** The size for the progress only: what is signed is checked by the verification itself. */
    private static long size(String note) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text()).size();
        } catch (MalformedException foundLater) {
            return -1;
        }
    }
}
