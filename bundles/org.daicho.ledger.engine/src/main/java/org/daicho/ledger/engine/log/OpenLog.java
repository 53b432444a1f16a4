package org.daicho.ledger.engine.log;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.sql.DataSource;

import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.LogStore;
import org.daicho.ledger.engine.store.Schema;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.write.LogState;
import org.daicho.ledger.engine.write.UnfitException;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteSigner;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TlogException;
import org.daicho.tlog.TreeReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log as a start finds it: a new one has got its name and its key, and one that can't be trusted is refused.
 *
 * @param store  reads the database
 * @param keys   the key folder, which is this process's until it is closed
 * @param signer signs its checkpoints
 * @param state  the tree; without a checkpoint where the database is new
 */
public record OpenLog(Store store, KeyFolder keys, NoteSigner signer, LogState state) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenLog.class);
    private static final String FORMAT = "1";

    /**
     * Opens the log of a database.
     *
     * @param source the database
     * @param folder the key folder
     * @param id     the council's id, part of the log's origin at the first start
     * @throws IOException           where a key file can't be read or written
     * @throws SQLException          where the database fails
     * @throws IllegalStateException where the database can't be trusted, or is newer than this code
     */
    public static OpenLog open(DataSource source, Path folder, String id) throws IOException, SQLException {
        Schema.migrate(source);
        Store store = new Store(source);
        KeyFolder keys = new KeyFolder(folder, store.log().checkpoint().isPresent());
        try {
            NoteSigner signer = keys.signer(origin(store.log(), id));
            return new OpenLog(store, keys, signer, trusted(store, keys, signer.verifier()));
        } catch (IOException | RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    /** The origin {@code daicho/<council>/<8 hex>} and the format's version are fixed at the first start. */
    private static String origin(LogStore log, String id) {
        String origin = log.setting("origin").orElse(null);
        if (origin == null) {
            byte[] random = new byte[4];
            new SecureRandom().nextBytes(random);
            origin = "daicho/" + id + "/" + HexFormat.of().formatHex(random);
            // A start that was cut off between the two left the first.
            if (log.setting("format").isEmpty()) {
                log.setting("format", FORMAT);
            }
            log.setting("origin", origin);
        }
        if (!FORMAT.equals(log.setting("format").orElse(null))) {
            throw new IllegalStateException("記録の形式が、このプログラムの知らないものです。新しいプログラムで起動してください / The log has a"
                    + " format that this program does not know: start a newer program.");
        }
        LogChain chain = log.chain().orElseThrow();
        return chain.origin(chain.newest());
    }

    /** Loads the log; one that doesn't fit its checkpoint, or an old copy put back beside newer keys, is refused. */
    private static LogState trusted(Store store, KeyFolder keys, NoteVerifier signer) throws IOException {
        LogState state;
        try {
            state = LogState.load(store, signer);
        } catch (UnfitException e) {
            throw new IllegalStateException("データベースの記録が、署名された checkpoint と合いません(" + e.getMessage()
                    + ")。控えから restore で戻してください / The log in the database does not fit its signed checkpoint: restore a"
                    + " backup.", e);
        }
        String kept = keys.keptCheckpoint().orElse(null);
        if (kept == null) {
            return state;
        }
        try {
            Checkpoint outside = Checkpoint.open(kept, signer);
            if (outside.size() <= state.tree().size()
                    && Arrays.equals(new TreeReader(store.log().tiles(state.log()), outside.size()).root(),
                            outside.root())) {
                return state;
            }
        } catch (TlogException | IOException e) {
            LOG.error("The kept checkpoint can't be compared.", e);
        }
        throw new IllegalStateException("データベースが、鍵のフォルダーに控えた記録(checkpoint)より古いか、別のものです。古い控えを直接戻さず、restore"
                + " で戻してください / The database is older than, or another one than, the checkpoint kept in the key folder:"
                + " put backups back with restore only.");
    }
}
