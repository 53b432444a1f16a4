package org.daicho.cli.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.cli.Refusal;
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

    /** Tells people what this log continues. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("この記録は、復元のあとに前の記録を引き継いだものです / This log continues another one after a restore:");
        facts.forEach((name, value) -> lines.add("  " + name + ": " + checkpoint(value)
                .map(found -> found.origin() + ", " + found.size() + " leaves").orElse(oneLine(value))));
        return lines;
    }

    /**
     * Holds a checkpoint of the earlier log against what was taken over from it.
     *
     * @throws Refusal where the log of that checkpoint was not taken over, or not up to there
     */
    void check(Checkpoint earlier) {
        List<Checkpoint> taken = facts.values().stream().map(Succession::checkpoint).flatMap(Optional::stream)
                .filter(found -> found.origin().equals(earlier.origin())).toList();
        if (taken.isEmpty()) {
            throw new Refusal("指定されたチェックポイントは別の記録のもので、この記録はそれを引き継いでいません: " + earlier.origin(),
                    "The checkpoint given is of another log, which this one does not continue: " + earlier.origin());
        }
        long reached = taken.stream().mapToLong(Checkpoint::size).max().orElseThrow();
        if (reached < earlier.size()) {
            throw new Refusal("前の記録は " + earlier.size() + " 件までありましたが、引き継がれたのは " + reached + " 件までです",
                    "The earlier log had " + earlier.size() + " leaves, but only " + reached + " were taken over");
        }
        if (taken.stream().anyMatch(found -> found.size() == earlier.size()
                && !Arrays.equals(found.root(), earlier.root()))) {
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
