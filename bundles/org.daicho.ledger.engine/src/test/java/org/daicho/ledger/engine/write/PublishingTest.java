package org.daicho.ledger.engine.write;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.AtOnce;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.value.Entry;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody has kept nobody gets: so a key folder that survives tells how far the log was published. */
class PublishingTest {

    @TempDir
    Path keys;
    @AutoClose
    private Council council;

    @BeforeEach
    void open() throws Exception {
        council = new Council(keys);
    }

    private String kept() throws Exception {
        return Files.readString(keys.resolve("checkpoint"));
    }

    private long size(String note) throws Exception {
        return Checkpoint.open(note, NoteVerifier.parse(council.engine.log().verifierKey())).size();
    }

    @Test
    void theNewestCheckpointIsServedAndKeptWithEachAnswer() throws Exception {
        for (int i = 0; i < 5; i++) {
            Entry entry = council.lend(STAFF, "台帳" + i);
            String served = council.engine.log().checkpoint();
            assertEquals(entry.leafIndex() + 1, size(served));
            assertEquals(served, kept());
        }
    }

    @Test
    void aProofComesWithACheckpointThatIsKept() throws Exception {
        Entry entry = council.lend(STAFF, "台帳");
        assertEquals(council.engine.log().proof(STAFF, Loans.LEDGER, entry.id(), null).checkpoint(), kept());
    }

    @Test
    void whatCanNotBeKeptIsNotPublished() throws Exception {
        council.lend(STAFF, "台帳A");
        String served = council.engine.log().checkpoint();
        Path inTheWay = Files.createDirectories(keys.resolve("checkpoint.part/x"));
        Entry entry = council.lend(STAFF, "台帳B");
        assertEquals(served, council.engine.log().checkpoint());
        assertEquals(Optional.empty(), council.engine.log().entries(0, (int) entry.leafIndex() + 1));
        refused(Kind.UNAVAILABLE, () -> council.engine.log().proof(STAFF, Loans.LEDGER, entry.id(), null));
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertEquals(entry.leafIndex() + 1, size(council.engine.log().checkpoint()));
    }

    @Test
    void whileOthersWriteEveryCheckpointThatIsServedIsKept() throws Exception {
        AtomicInteger wrong = new AtomicInteger();
        AtOnce.run(4, i -> () -> {
            for (int n = 0; n < 15; n++) {
                if (i < 2) {
                    council.lend(STAFF, "台帳" + i + "-" + n);
                } else if (size(council.engine.log().checkpoint()) > size(kept())) {
                    wrong.incrementAndGet();
                }
            }
            return 0;
        });
        assertEquals(0, wrong.get());
        council.restart();
        assertTrue(council.verify().ok());
    }
}
