package org.daicho.ledger.engine.verify;

import static org.daicho.ledger.engine.testing.Council.OTHER_STAFF;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;

import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who made an entry, and when, is in no leaf of its own: each version has to say what the first one's leaf says. */
class CreationTest {

    @TempDir
    Path keys;
    @AutoClose
    private Council council;
    private Entry entry;

    @BeforeEach
    void write() throws Exception {
        council = new Council(keys);
        entry = council.lend(STAFF, "台帳A");
        council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), 1,
                submission("誤記", "lentOn", "2026-11-20", "item", "台帳B"));
    }

    @Test
    void anotherMakerInALaterVersionIsFound() throws Exception {
        assertForged(2, e -> creation(e, OTHER_STAFF.person(), e.createdAt()));
    }

    @Test
    void anotherTimeInALaterVersionIsFound() throws Exception {
        assertForged(2, e -> creation(e, e.createdBy(), e.createdAt().minusMillis(1)));
    }

    @Test
    void anotherMakerInTheFirstVersionIsFound() throws Exception {
        assertForged(1, e -> creation(e, OTHER_STAFF.person(), e.createdAt()));
    }

    @Test
    void anotherTimeInTheFirstVersionIsFound() throws Exception {
        assertForged(1, e -> creation(e, e.createdBy(), e.createdAt().minusMillis(1)));
    }

    private void assertForged(int version, UnaryOperator<Entry> forging) throws Exception {
        assertTrue(council.engine.log().verify(n -> {
        }).ok());
        council.engine.close();
        try (KeyFolder folder = new KeyFolder(keys, true)) {
            byte[] key = folder.entries().find(entry.id()).orElseThrow();
            VersionRow row = new Store(council.source).versions(entry.id()).get(version - 1);
            byte[] forged = new EntryCodec(folder.entries(), id -> java.util.Optional.empty())
                    .seal(forging.apply(EntryCodec.open(row, key)), key);
            try (var connection = council.source.getConnection();
                    var update = connection.prepareStatement(
                            "UPDATE ledger_version SET content = ? WHERE leaf_index = ?")) {
                update.setBytes(1, forged);
                update.setLong(2, row.leafIndex());
                update.executeUpdate();
            }
        }
        council.open(new Loans());
        Verification found = council.engine.log().verify(n -> {
        });
        assertFalse(found.ok());
        assertTrue(found.finding().en().contains("version " + version), found.finding().en());
    }

    private static Entry creation(Entry e, org.daicho.ledger.value.Person by, Instant at) {
        return new Entry(e.id(), e.ledger(), e.version(), e.state(), e.action(), e.fields(), e.links(), e.by(), e.as(),
                e.at(), by,
                at, e.day(), e.leafIndex(), e.reason(), e.confirmations(), e.definition(), e.erased());
    }
}
