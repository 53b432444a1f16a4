package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.daicho.ledger.engine.backup.RestoredEntries.Lost;
import org.daicho.ledger.engine.keys.EntryKeys;
import org.daicho.ledger.engine.keys.ErasedEntry;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.Schema;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.engine.verify.ReadOnlyKeys;
import org.daicho.ledger.engine.verify.StoredLog;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.operation.LogRestore;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;
import org.daicho.tlog.TlogException;

/**
 * Makes a system out of the copy of a backup. {@code cnf/decisions/0005} tells what decides between the same log and a
 * successor.
 */
public final class Restoration implements LogRestore {

    /** Opens the ledgers of a restored system once, to write what it lacks. */
    public interface Settling {

        /**
         * Makes a restored database whole; see {@link RestoredEntries}.
         *
         * @param source the database
         * @param keys   the key folder
         * @param lost   the entries that were erased after the backup
         * @throws IOException  where a key file can't be read or written
         * @throws SQLException where the database fails
         */
        void settle(DataSource source, Path keys, List<Lost> lost) throws IOException, SQLException;
    }

    private final DataSource source;
    private final Path folder;
    private final Path surviving;
    private final Settling settling;
    private final Store store;
    private final LogChain chain;
    private final NoteVerifier verifier;
    private final Map<String, ErasedEntry> erased = new HashMap<>();
    private final Set<String> lost = new TreeSet<>();
    private Checkpoint restored;
    private KnownOutside known;

    /**
     * Opens a copy.
     *
     * @param source    the database, a copy of the backup's
     * @param folder    the key folder, made of the backup's keys
     * @param surviving the key folder that survived on the machine, or {@code null}
     * @param settling  opens the ledgers once they are restored
     * @throws IOException           where a key file is missing, damaged or another log's
     * @throws SQLException          where the database fails
     * @throws IllegalStateException where the tables are newer than this code
     */
    public Restoration(DataSource source, Path folder, Path surviving, Settling settling)
            throws IOException, SQLException {
        Schema.migrate(source);
        this.source = source;
        this.folder = folder;
        this.surviving = surviving;
        this.settling = settling;
        store = new Store(source);
        chain = store.log().chain().orElseThrow(() -> new IllegalStateException(
                "この控えには台帳の記録がありません。別の日時の控えを指定してください / The backup holds no log: name a backup of another"
                        + " time."));
        try (ReadOnlyKeys keys = new ReadOnlyKeys(folder)) {
            verifier = keys.verifier(chain.origin(chain.newest()));
            keys.erased().forEach(each -> erased.put(each.entry(), each));
            lost.addAll(keys.lost(store));
        }
        if (surviving != null) {
            takeSurviving();
        }
    }

    /** What the machine's own key folder lacks was erased after the backup, even where no backup's keys say so. */
    private void takeSurviving() throws IOException {
        try (ReadOnlyKeys keys = new ReadOnlyKeys(surviving)) {
            if (!keys.verifier(verifier.name()).vkey().equals(verifier.vkey())) {
                Text text = Messages.text("restore.surviving", surviving.toString());
                throw new IllegalStateException(text.ja() + " / " + text.en());
            }
            Set<String> kept = keys.entries().entries();
            store.entries().forEach(row -> {
                if (row.erasure() == null && !kept.contains(row.entry())) {
                    lost.add(row.entry());
                }
            });
        }
    }

    @Override
    public Plan plan(List<String> outside, LongConsumer progress) {
        try (ReadOnlyKeys keys = new ReadOnlyKeys(folder)) {
            Verification found = new StoredLog(store, keys.entries(), verifier, lost)
                    .run(keys.keptCheckpoint().stream().toList(), progress);
            if (!found.ok()) {
                return refused(found.treeSize(), found.finding());
            }
            restored = Checkpoint.open(store.log().checkpoint().orElseThrow(), verifier);
            known = new KnownOutside(verifier, restored, store.log().tiles(chain.newest()));
            Text refusal = known.take(keys.newest().stream().toList(), false);
            List<String> last = new ArrayList<>(outside);
            keys.closed().ifPresent(last::add);
            refusal = refusal == null ? known.take(last, true) : refusal;
            return refusal == null ? decided() : refused(restored.size(), refusal);
        } catch (IOException | TlogException e) {
            return refused(0, Messages.text("verify.unreadable"));
        }
    }

    private Plan refused(long size, Text why) {
        return new Plan(false, false, size, -1, chain.origin(chain.newest()), lost.size(), why);
    }

    private Plan decided() {
        boolean goesOn = known.isCertain();
        String origin = goesOn ? chain.origin(chain.newest()) : chain.nextOrigin();
        String key = goesOn ? "restore.goes-on" : known.lost() > 0 ? "restore.successor.lost" : "restore.successor";
        return new Plan(true, goesOn, restored.size(), goesOn ? 0 : known.lost(), origin, lost.size(),
                Messages.text(key, restored.size(), origin, known.lost()));
    }

    @Override
    public Verification carryOut(String by, String reason, LongConsumer progress) {
        try {
            destroyLost();
            if (known.isCertain()) {
                KeyFolder.settle(folder, null, store.log().checkpoint().orElseThrow());
            } else {
                new Successor(source, store, folder).begin(restored, known.newest(), by, reason);
            }
            settling.settle(source, folder, lost.stream().map(entry -> record(entry, by)).toList());
            LogChain now = store.log().chain().orElseThrow();
            try (ReadOnlyKeys keys = new ReadOnlyKeys(folder)) {
                return new StoredLog(store, keys.entries(), keys.verifier(now.origin(now.newest())))
                        .run(keys.keptCheckpoint().stream().toList(), progress);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String verifierKey() {
        LogChain now = store.log().chain().orElseThrow();
        try {
            return KeyFolder.signer(folder, now.origin(now.newest())).vkey();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The backup's keys may still have those of entries that were erased after it. */
    private void destroyLost() throws IOException {
        if (surviving != null) {
            try (EntryKeys entries = EntryKeys.open(folder)) {
                entries.destroy(lost);
            }
        }
    }

    private Lost record(String entry, String by) {
        VersionRow row = store.newest(entry).orElseThrow();
        Map<String, Object> fields = new HashMap<>();
        fields.put("ledger", row.ledger());
        fields.put("entry", entry);
        ErasedEntry known = erased.get(entry);
        if (known == null) {
            fields.put("reason", Messages.text("restore.erased-after").ja());
            fields.put("method", Messages.text("restore.method").ja());
            fields.put("witness", Messages.text("restore.witness").ja());
            return new Lost(entry, fields, new Person("restore", by), Role.OPERATOR);
        }
        Map<String, String> told = known.record();
        fields.put("reason", Messages.text("restore.erased-again", told.get("reason"), told.get("at")).ja());
        fields.put("method", told.get("method"));
        fields.put("witness", told.get("witness"));
        return new Lost(entry, fields, new Person(told.get("by"), told.get("name")),
                Role.valueOf(told.get("as").toUpperCase(Locale.ROOT)));
    }
}
