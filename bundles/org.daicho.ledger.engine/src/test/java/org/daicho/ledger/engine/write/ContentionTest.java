package org.daicho.ledger.engine.write;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.FailingSource;
import org.daicho.ledger.engine.testing.FailingSource.When;
import org.daicho.ledger.engine.testing.Loans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails because others work in the database at the same moment is done again, and nobody is refused for it. */
class ContentionTest {

    @TempDir
    Path keys;
    private Council council;
    private FailingSource source;

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        source = new FailingSource(council.source);
        council.source = source;
        council.open(new Loans());
    }

    @AfterEach
    void close() throws Exception {
        source.heal();
        council.assertVerifies();
        council.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "XJ001"})
    @DisplayName("whichever step of reading, judging and writing an entry is given up once, the entry is written once")
    void passesTheSecondTime(String state) {
        source.failWith(state);
        int written = 0;
        boolean reached = true;
        for (int n = 0; reached; n++) {
            source.failAt(n, 1, When.BEFORE);
            council.lend(STAFF, "物" + n);
            reached = source.steps().size() > n;
            source.heal();
            assertEquals(++written, council.list(STAFF, Loans.LEDGER).size(), "step " + n);
        }
        assertTrue(written > 10, "steps of an entry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "XJ001"})
    @DisplayName("what is given up again and again is refused in the end, and nothing of it is kept")
    void endsOnce(String state) {
        source.failWith(state);
        source.failAt(0, Integer.MAX_VALUE, When.BEFORE);
        Council.refused(Kind.UNAVAILABLE, () -> council.lend(STAFF, "物"));
        source.heal();
        assertEquals(0, council.list(STAFF, Loans.LEDGER).size());
    }
}
