package org.daicho.ledger.engine.verify;

import java.util.Arrays;
import java.util.Map;

import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.LogRow;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.value.Text;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.SignedNote;
import org.daicho.tlog.SuccessionLeaf;
import org.daicho.tlog.TlogException;
import org.daicho.tlog.TreeHash;

/**
 * The logs that took over from each other: with which key each was signed, where it ends, and whether the next one takes
 * over just there, vouched for by its key.
 */
final class Handovers {

    private final LogChain chain;
    private final NoteVerifier newest;
    private final String checkpoint;

    /**
     * Reads the chain.
     *
     * @param store  the database
     * @param newest the verifier of the newest log's key
     */
    Handovers(Store store, NoteVerifier newest) {
        this.newest = newest;
        checkpoint = store.log().checkpoint().orElse(null);
        chain = store.log().chain().orElse(new LogChain(newest.name(), java.util.List.of()));
    }

    LogChain chain() {
        return chain;
    }

    /** Opens the checkpoint that a log ends with; the newest log's is the newest stored one. */
    Checkpoint end(int log) throws MisfitException {
        String note = log == chain.newest() ? checkpoint : chain.successor(log + 1).finalNote();
        if (note == null) {
            throw new MisfitException("verify.checkpoint.missing");
        }
        Checkpoint end = open(note, log);
        if (log < chain.newest() && end.size() != chain.base(log + 1) - chain.base(log)) {
            throw misfit(log + 1);
        }
        return end;
    }

    /** Opens a checkpoint with the key of its log. */
    Checkpoint open(String note, int log) throws MisfitException {
        try {
            return Checkpoint.open(note, key(log), chain.origin(log));
        } catch (TlogException e) {
            throw new MisfitException("verify.checkpoint.signature");
        }
    }

    /** Finds the log that a checkpoint names, by its origin. */
    int log(String note) throws MisfitException {
        try {
            String origin = Checkpoint.parse(SignedNote.parse(note).text()).origin();
            for (int log = chain.newest(); log > 0; log--) {
                if (chain.origin(log).equals(origin)) {
                    return log;
                }
            }
        } catch (TlogException e) {
            // Told below.
        }
        throw new MisfitException("verify.checkpoint.signature");
    }

    private NoteVerifier key(int log) throws TlogException {
        return log == chain.newest() ? newest : NoteVerifier.parse(chain.successor(log + 1).before());
    }

    /** Makes sure that a log's first leaf takes over from the log before, and that the key of that one vouches for it. */
    void check(int log, byte[] leaf) throws MisfitException {
        LogRow row = chain.successor(log);
        try {
            Map<String, Object> facts = SuccessionLeaf.decode(leaf);
            SignedNote first = SignedNote.parse(row.firstNote());
            Checkpoint one = Checkpoint.parse(first.text());
            if (row.finalNote().equals(facts.get("checkpoint")) && key(log).vkey().equals(facts.get("key"))
                    && row.before().equals(facts.get("before")) && one.origin().equals(row.origin()) && one.size() == 1
                    && row.origin().equals(chain.first() + "/" + log)
                    && Arrays.equals(one.root(), TreeHash.leaf(leaf))
                    && first.verify(key(log), key(log - 1)).size() == 2) {
                return;
            }
        } catch (TlogException e) {
            // Told below.
        }
        throw misfit(log);
    }

    private MisfitException misfit(int log) {
        return new MisfitException("verify.handover", chain.origin(log), chain.base(log));
    }

    /** Tells people what each log took over, and what is known to have been lost. */
    Text text(Store store) throws MisfitException {
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (LogRow row : chain.successors()) {
            long taken = row.base() - chain.base(row.number() - 1);
            Text line;
            try {
                Object newestKnown = SuccessionLeaf
                        .decode(store.log().leaves(row.base(), row.base() + 1).get(0).bytes())
                        .get("newest");
                long lost = newestKnown instanceof String note ? open(note, row.number() - 1).size() - taken : -1;
                line = Messages.text(lost <= 0 ? "verify.chain.unknown" : "verify.chain", row.origin(),
                        chain.origin(row.number() - 1), taken, lost);
            } catch (TlogException e) {
                throw misfit(row.number());
            }
            ja.append(line.ja());
            en.append(' ').append(line.en());
        }
        return new Text(ja.toString(), en.toString());
    }
}
