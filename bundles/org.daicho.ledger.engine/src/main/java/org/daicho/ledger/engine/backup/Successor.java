package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.store.Batch;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.LogRow;
import org.daicho.ledger.engine.store.Store;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.CompactRange;
import org.daicho.tlog.NoteSigner;
import org.daicho.tlog.SuccessionLeaf;
import org.daicho.tlog.TreeHash;

/**
 * Begins the log that takes over from a restored one: a new key, and a first leaf that says from where, signed once by
 * the old key too.
 */
final class Successor {

    private static final int FORMAT = 1;
    private static final int SEED_BYTES = 32;

    private final DataSource source;
    private final Store store;
    private final Path keys;

    Successor(DataSource source, Store store, Path keys) {
        this.source = source;
        this.store = store;
        this.keys = keys;
    }

    /**
     * Begins the log.
     *
     * @param restored the checkpoint that it takes over from
     * @param newest   the newest one known outside, or {@code null}
     * @param by       who restores, public
     * @param reason   why, public
     */
    void begin(Checkpoint restored, String newest, String by, String reason) throws IOException, SQLException {
        LogChain chain = store.log().chain().orElseThrow();
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        NoteSigner after = NoteSigner.fromSeed(chain.nextOrigin(), seed);
        NoteSigner before = KeyFolder.signer(keys, chain.origin(chain.newest()));
        String last = store.log().checkpoint().orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        facts.put("before", before.vkey());
        facts.put("by", by);
        facts.put("checkpoint", last);
        facts.put("format", (long) FORMAT);
        facts.put("key", after.vkey());
        facts.put("newest", newest);
        facts.put("reason", reason);
        byte[] leaf = SuccessionLeaf.of(facts);
        int log = chain.newest() + 1;
        long base = chain.base(chain.newest()) + restored.size();
        CompactRange tree = new CompactRange();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Batch batch = new Batch(connection, log)) {
                tree.append(TreeHash.leaf(leaf), batch);
                String first = new Checkpoint(after.name(), 1, tree.root()).sign(after, before);
                batch.leaf(base, leaf);
                batch.log(new LogRow(log, after.name(), base, before.vkey(), last, first));
                batch.checkpoint(1, first, false);
                batch.execute();
                connection.commit();
                KeyFolder.settle(keys, seed, first);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
