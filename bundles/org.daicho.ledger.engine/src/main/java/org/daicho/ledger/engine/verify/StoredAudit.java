package org.daicho.ledger.engine.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.store.DefinitionRow;
import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.Schema;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.DefinitionReader;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.operation.LogAudit;
import org.daicho.ledger.value.Text;
import org.daicho.tlog.DefinitionLeaf;
import org.daicho.tlog.NoteVerifier;

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
     * @param copy   whether this is a copy of its own, which may be brought to the tables of this code
     * @throws IOException           where a key file is missing, or can't be read
     * @throws SQLException          where the database fails
     * @throws IllegalStateException where the tables are not those of this code, or hold no log; the message is for
     *                               people, in Japanese and English
     */
    public StoredAudit(DataSource source, Path folder, boolean copy) throws IOException, SQLException {
        if (copy) {
            Schema.migrate(source);
        } else {
            Schema.check(source);
        }
        store = new Store(source);
        LogChain chain = store.log().chain().orElseThrow(() -> new IllegalStateException(
                "データベースに記録がまだありません。一度起動してください / The database holds no log yet: start the system once."));
        keys = new ReadOnlyKeys(folder);
        verifier = keys.verifier(chain.origin(chain.newest()));
    }

    @Override
    public String checkpoint() {
        return store.log().checkpoint().orElse("");
    }

    @Override
    public List<String> verifierKeys() {
        List<String> all = new ArrayList<>();
        store.log().chain().orElseThrow().successors().forEach(row -> all.add(0, row.before()));
        all.add(0, verifier.vkey());
        return all;
    }

    @Override
    public Verification verify(String outside, LongConsumer progress) {
        try {
            List<String> kept = new ArrayList<>(keys.keptCheckpoint().stream().toList());
            if (outside != null) {
                kept.add(outside);
            }
            return new StoredLog(store, keys.entries(), verifier, keys.lost(store)).run(kept, progress);
        } catch (IOException e) {
            return new Verification(false, 0, 0, null, Messages.text("verify.unreadable"));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Text obstacle(String definition) {
        try {
            Definition next = DefinitionReader.read(Json.object(definition));
            String digest = HexFormat.of()
                    .formatHex(DefinitionLeaf.digest((Map<String, Object>) Json.parse(definition)));
            List<DefinitionRow> stored = store.definitions();
            Optional<Definition> before = stored.stream().anyMatch(row -> row.digest().equals(digest))
                    ? Optional.empty()
                    : stored.stream().map(row -> DefinitionReader.read(Json.object(row.json())))
                            .filter(known -> known.id().equals(next.id()))
                            .max(Comparator.comparingInt(Definition::revision));
            return before.map(known -> known.obstacleTo(next))
                    .map(why -> Messages.text("audit.definition", next.id(), why)).orElse(null);
        } catch (IllegalArgumentException malformed) {
            return Messages.text("audit.malformed", malformed.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
