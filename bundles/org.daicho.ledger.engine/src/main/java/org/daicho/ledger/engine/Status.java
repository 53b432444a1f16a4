package org.daicho.ledger.engine;

import java.io.IOException;
import java.util.Map;

import org.daicho.ledger.LedgerState;
import org.daicho.ledger.engine.figures.CountedLedger;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.module.RuleRunner;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.engine.write.Writer;
import org.daicho.ledger.operation.LedgerFigures;
import org.daicho.ledger.operation.LedgerStatus;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TlogException;

/**
 * Puts together how the ledger is doing.
 */
public final class Status implements LedgerStatus {

    private final Store store;
    private final KeyFolder keys;
    private final NoteVerifier verifier;
    private final Writer writer;
    private final RuleRunner runner;
    private final CountedLedger ledger;

    /** Looks at the parts of an engine. */
    public Status(Store store, KeyFolder keys, NoteVerifier verifier, Writer writer, RuleRunner runner,
            CountedLedger ledger) {
        this.store = store;
        this.keys = keys;
        this.verifier = verifier;
        this.writer = writer;
        this.runner = runner;
        this.ledger = ledger;
    }

    @Override
    public LedgerState state() {
        // The kept one first: it follows the tree, so looked at in this order it is never ahead.
        long kept = kept();
        return new LedgerState(answers(), writer.isWriting(), writer.queued(), writer.state().tree().size(), kept);
    }

    @Override
    public Map<String, Long> entries() {
        return store.counts();
    }

    private boolean answers() {
        try {
            return store.log().checkpoint().isPresent();
        } catch (StoreException e) {
            return false;
        }
    }

    private long kept() {
        try {
            String note = keys.keptCheckpoint().orElse(null);
            return note == null ? -1 : Checkpoint.open(note, verifier).size();
        } catch (IOException | TlogException e) {
            return -1;
        }
    }

    @Override
    public LedgerFigures figures() {
        return new LedgerFigures(ledger.writes(), ledger.refusals(), writer.batches(), runner.times());
    }
}
