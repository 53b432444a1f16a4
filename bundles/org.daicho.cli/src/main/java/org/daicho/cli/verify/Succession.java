package org.daicho.cli.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.LeafKind;
import org.daicho.tlog.MalformedException;
import org.daicho.tlog.SignedNote;
import org.daicho.tlog.SuccessionLeaf;

/**
 * What the first leaf of a log says about the log that it took over from.
 *
 * @param facts the leaf's facts
 */
record Succession(Map<String, Object> facts) {

    /** The fact with the old log's final checkpoint, and that with the newest one that was known outside. */
    private static final String TAKEN = "checkpoint";
    private static final String NEWEST = "newest";

    /** Reads a leaf; empty where it is no succession. */
    static Optional<Succession> of(byte[] leaf) {
        try {
            return LeafKind.of(leaf) == LeafKind.SUCCESSION
                    ? Optional.of(new Succession(SuccessionLeaf.decode(leaf)))
                    : Optional.empty();
        } catch (MalformedException broken) {
            throw new Refusal("記録の最初の葉(引き継ぎ)の書式が正しくありません",
                    "Leaf 0, the succession, is malformed: " + broken.getMessage());
        }
    }

    /** Tells people what this log continues, and what was lost between the two. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("この記録は、復元のあとに前の記録を引き継いだものです / This log continues another one after a restore:");
        facts.forEach((name, value) -> lines.add("  " + name + ": " + checkpoint(value)
                .map(found -> found.origin() + ", " + found.size() + " leaves").orElse(oneLine(value))));
        long taken = checkpoint(facts.get(TAKEN)).map(Checkpoint::size).orElse(0L);
        long known = checkpoint(facts.get(NEWEST)).map(Checkpoint::size).orElse(taken);
        if (known > taken) {
            lines.add("  復元で失われた記録 / leaves that were lost at the restore: " + (known - taken));
        }
        return lines;
    }

    /**
     * Holds a checkpoint of the earlier log against what was taken over from it.
     *
     * @throws Refusal where the log of that checkpoint was not taken over, or not up to there
     */
    void check(Checkpoint earlier) {
        Checkpoint taken = checkpoint(facts.get(TAKEN)).filter(found -> found.origin().equals(earlier.origin()))
                .orElseThrow(() -> new Refusal(
                        "指定されたチェックポイントは別の記録のもので、この記録はそれを引き継いでいません: " + earlier.origin(),
                        "The checkpoint given is of another log, which this one does not continue: "
                                + earlier.origin()));
        if (taken.size() < earlier.size()) {
            throw new Refusal("前の記録は " + earlier.size() + " 件までありましたが、引き継がれたのは " + taken.size() + " 件までです",
                    "The earlier log had " + earlier.size() + " leaves, but only " + taken.size()
                            + " were taken over");
        }
        if (taken.size() == earlier.size() && !Arrays.equals(taken.root(), earlier.root())) {
            throw new Refusal("引き継がれた前の記録は、指定されたチェックポイントの記録ではありません(" + earlier.size() + " 件)",
                    "What was taken over is not the log of the checkpoint given, at " + earlier.size() + " leaves");
        }
    }

    private static Optional<Checkpoint> checkpoint(Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checkpoint.parse(text.contains("\n\n") ? SignedNote.parse(text).text() : text));
        } catch (MalformedException other) {
            return Optional.empty();
        }
    }

    private static String oneLine(Object value) {
        return String.valueOf(value).replaceAll("\\p{Cntrl}+", " ");
    }
}
