package org.daicho.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.MalformedException;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.SignedNote;
import org.daicho.tlog.TlogException;

/**
 * What a person kept outside of the system to hold it against.
 *
 * @param note an earlier signed checkpoint, or {@code null}
 * @param key  the verifier key, or {@code null} to take the one that the log names
 */
public record Outside(String note, NoteVerifier key) {

    /**
     * Reads what was kept.
     *
     * @param checkpoint the file with a signed checkpoint, or {@code null}
     * @param key        the verifier key, or {@code null}
     * @return what was kept
     * @throws Refusal where one of them is not what it should be
     */
    public static Outside read(Path checkpoint, String key) {
        return new Outside(checkpoint == null ? null : note(checkpoint), key == null ? null : verifier(key));
    }

    private static String note(Path file) {
        try {
            String note = Files.readString(file);
            Checkpoint.parse(SignedNote.parse(note).text());
            return note;
        } catch (IOException unreadable) {
            throw new Refusal("チェックポイントのファイルを読めません: " + file, "Cannot read the checkpoint file " + file);
        } catch (MalformedException other) {
            throw new Refusal(file + " は署名付きのチェックポイントではありません",
                    file + " is no signed checkpoint: " + other.getMessage());
        }
    }

    private static NoteVerifier verifier(String text) {
        try {
            return NoteVerifier.parse(text.strip());
        } catch (MalformedException other) {
            throw new Refusal("検証鍵の書式が正しくありません(名前+ハッシュ+base64)", "This is no verifier key: " + other.getMessage());
        }
    }

    /** Reads the key that a log names as its own. */
    static NoteVerifier named(String text) throws IOException {
        try {
            return NoteVerifier.parse(text);
        } catch (MalformedException other) {
            throw new IOException("no verifier key: " + other.getMessage());
        }
    }

    /** Refuses a log that has another key than the one that was kept, and took over from none that has it. */
    void check(List<String> keys) {
        if (key != null && !keys.contains(key.vkey())) {
            throw new Refusal("この記録の検証鍵は、指定されたものと違います: " + keys.get(0),
                    "This log has another verifier key than the one given: " + keys.get(0));
        }
    }

    /** Tells whether the earlier checkpoint is of another log than the one with this name. */
    boolean isOfAnother(String origin) {
        return note != null && !text().origin().equals(origin);
    }

    /** Opens the earlier checkpoint with its log's key; {@code null} where none was kept. */
    Checkpoint open(NoteVerifier verifier) {
        try {
            return note == null ? null : Checkpoint.open(note, verifier);
        } catch (TlogException wrong) {
            throw new Refusal("指定されたチェックポイントは、この記録の鍵で署名されていません",
                    "The checkpoint given was not signed with this log's key: " + wrong.getMessage());
        }
    }

    /** The earlier checkpoint, its signature not looked at. */
    Checkpoint text() {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text());
        } catch (MalformedException checkedBefore) {
            throw new IllegalStateException(checkedBefore);
        }
    }
}
