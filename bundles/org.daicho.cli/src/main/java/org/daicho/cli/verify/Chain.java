package org.daicho.cli.verify;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.daicho.cli.client.RestClient;
import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.LogVerifier;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.SignedNote;
import org.daicho.tlog.TlogException;
import org.daicho.tlog.TreeHash;

/**
 * Follows a log that took over from another, back to the first: each is verified whole, has to end where the next one
 * took over, and its key has to have signed the first checkpoint of the next one. One use.
 */
final class Chain {

    private static final Pattern SUCCESSOR = Pattern.compile(".*/([2-9]|[1-9][0-9]{1,5})");

    private final RestClient client;
    private final Outside outside;
    private final Progress progress;
    private final List<String> keys = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean known;

    Chain(RestClient client, Outside outside, Progress progress) {
        this.client = client;
        this.outside = outside;
        this.progress = progress;
    }

    /** The verifier keys of the logs that were followed. */
    List<String> keys() {
        return keys;
    }

    /** What was found, for people. */
    List<String> lines() {
        return lines;
    }

    /** Whether the checkpoint that was kept outside is one of a log that was followed, which continues it. */
    boolean hasKnown() {
        return known;
    }

    /**
     * Follows the logs.
     *
     * @param origin the log's origin
     * @param key    its key
     * @param leaf   its first leaf
     * @throws Refusal     naming the first thing that does not fit
     * @throws IOException where it can't be read
     */
    void follow(String origin, NoteVerifier key, byte[] leaf) throws IOException {
        NoteVerifier after = key;
        byte[] first = leaf;
        Matcher number = SUCCESSOR.matcher(origin);
        for (int log = number.matches() ? Integer.parseInt(number.group(1)) : 1; log > 1; log--) {
            Succession succession = Succession.of(first).orElseThrow(Chain::broken);
            lines.addAll(succession.lines());
            HttpLog before = new HttpLog(client, log - 1);
            NoteVerifier beforeKey;
            try {
                beforeKey = NoteVerifier.parse(before.key());
                vouched(succession.facts(), first, new HttpLog(client, log).succession(), after, beforeKey);
            } catch (FileNotFoundException notServed) {
                lines.add("  前の記録はここで公開されていないため、確かめていません / The earlier log is not published here, and was not"
                        + " verified");
                return;
            } catch (TlogException broken) {
                throw broken();
            }
            first = verified(before, beforeKey, succession.facts());
            keys.add(beforeKey.vkey());
            after = beforeKey;
        }
    }

    /** The old key's signature under the new log's first checkpoint is what lets who knows the old key trust the new. */
    private static void vouched(Map<String, Object> facts, byte[] leaf, String firstNote, NoteVerifier after,
            NoteVerifier before) throws TlogException {
        SignedNote note = SignedNote.parse(firstNote);
        Checkpoint one = Checkpoint.parse(note.text());
        if (!after.vkey().equals(facts.get("key")) || !before.vkey().equals(facts.get("before"))
                || note.verify(after, before).size() != 2 || one.size() != 1 || !one.origin().equals(after.name())
                || !Arrays.equals(one.root(), TreeHash.leaf(leaf))) {
            throw broken();
        }
    }

    private byte[] verified(HttpLog log, NoteVerifier key, Map<String, Object> facts) throws IOException {
        if (!new String(log.checkpoint(), StandardCharsets.UTF_8).equals(facts.get("checkpoint"))) {
            throw broken();
        }
        Checkpoint earlier = null;
        if (outside.note() != null && !outside.isOfAnother(key.name())) {
            earlier = outside.open(key);
            known = true;
        }
        WholeLog whole = WholeLog.verify(new LogVerifier(log, key).earlier(earlier), progress);
        lines.add("  前の記録も検証しました / The earlier log was verified too: " + key.name() + ", "
                + whole.checkpoint().size() + " leaves");
        return whole.first();
    }

    private static Refusal broken() {
        return new Refusal("検証に失敗しました: 記録の引き継ぎが、署名と合いません",
                "The log does not verify: its takeover from the earlier log does not fit what was signed");
    }
}
