package org.daicho.ledger.jdbc.internal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.daicho.ledger.Text;
import org.daicho.ledger.jdbc.internal.keys.ReadOnlyKeys;
import org.daicho.ledger.jdbc.internal.rules.Messages;
import org.daicho.ledger.jdbc.internal.store.Schema;
import org.daicho.ledger.jdbc.internal.store.Store;
import org.daicho.ledger.log.LogAudit;
import org.daicho.ledger.log.Verification;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TlogException;
import org.daicho.tlog.TreeReader;

/**
 * Verifies a database and a key folder that nobody serves from, and leaves both as they are.
 */
public final class StoredAudit implements LogAudit, AutoCloseable {

    private final Store store;
    private final ReadOnlyKeys keys;
    private final NoteVerifier verifier;

    /**
     * Opens what is stored.
     *
     * @param source the database
     * @param folder the key folder
     * @throws IOException           where a key file is missing, or can't be read
     * @throws SQLException          where the database fails
     * @throws IllegalStateException where the tables are not those of this code, or hold no log; the message is for
     *                               people, in Japanese and English
     */
    public StoredAudit(DataSource source, Path folder) throws IOException, SQLException {
        Schema.check(source);
        store = new Store(source);
        String origin = store.setting("origin").orElseThrow(() -> new IllegalStateException(
                "データベースに記録がまだありません。一度起動してください / The database holds no log yet: start the system once."));
        keys = new ReadOnlyKeys(folder);
        verifier = keys.verifier(origin);
    }

    @Override
    public String checkpoint() {
        return store.checkpoint().orElse("");
    }

    @Override
    public String verifierKey() {
        return verifier.vkey();
    }

    @Override
    public Verification verify(String outside, LongConsumer progress) {
        try {
            Verification stored = new StoredLog(store, keys.entries(), verifier)
                    .run(keys.keptCheckpoint().orElse(null), progress);
            Text misfit = !stored.ok() || outside == null ? null : misfit(outside, stored.treeSize());
            return misfit == null ? stored : new Verification(false, stored.treeSize(), stored.erased(), null, misfit);
        } catch (IOException e) {
            return new Verification(false, 0, 0, null, Messages.text("verify.unreadable"));
        }
    }

    /** Compares with an outside checkpoint; the hashes have been recomputed already. */
    private Text misfit(String outside, long size) throws IOException {
        try {
            Checkpoint older = Checkpoint.open(outside, verifier);
            if (older.size() > size) {
                return Messages.text("verify.old", size, older.size());
            }
            byte[] root = new TreeReader(store, older.size()).root();
            return Arrays.equals(root, older.root()) ? null : Messages.text("verify.fork", older.size());
        } catch (TlogException e) {
            return Messages.text("verify.checkpoint.signature");
        }
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
