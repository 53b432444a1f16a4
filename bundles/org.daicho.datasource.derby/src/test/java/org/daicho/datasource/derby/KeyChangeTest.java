package org.daicho.datasource.derby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is changed at a start, and a start that is cut off anywhere is simply repeated. */
class KeyChangeTest {
    private static final String NOTE = "written under the old key";
    private static final String NEXT = "0123456789abcdef".repeat(4) + "\n";
    private static final String STRANGE = "fedcba9876543210".repeat(4) + "\n";

    @TempDir
    Path folder;

    private Council council;
    private String old;

    @BeforeEach
    void council() throws Exception {
        council = Council.in(folder);
        council.create();
        council.write(1, 500, NOTE);
        old = Files.readString(council.keyFile());
    }

    @Test
    void theNextKeyReplacesThePresentOneAndOnlyItOpensTheDatabase() throws Exception {
        Files.writeString(council.nextKeyFile(), NEXT);

        assertEquals(500, council.count(NOTE));

        assertChanged();
        Files.writeString(council.keyFile(), old);
        assertThrows(DatabaseRefusedException.class, council::open);
    }

    @Test
    void aChangeThatWasCutOffBeforeTheFilesWereExchangedIsCompleted() throws Exception {
        Files.writeString(council.nextKeyFile(), NEXT);
        council.open().close();
        Files.writeString(council.keyFile(), old);
        Files.writeString(council.nextKeyFile(), NEXT);

        assertEquals(500, council.count(NOTE));
        assertChanged();
    }

    @Test
    void aNextKeyEqualToThePresentOneOnlyExchangesTheFiles() throws Exception {
        Files.writeString(council.nextKeyFile(), old);

        assertEquals(500, council.count(NOTE));
        assertEquals(old, Files.readString(council.keyFile()));
        assertFalse(Files.exists(council.nextKeyFile()));
    }

    @Test
    void theNextKeyAloneOpensTheDatabaseItBelongsTo() throws Exception {
        Files.move(council.keyFile(), council.nextKeyFile());

        assertEquals(500, council.count(NOTE));
        assertEquals(old, Files.readString(council.keyFile()));
    }

    @Test
    void whereNeitherKeyFitsNothingIsChanged() throws Exception {
        Files.writeString(council.keyFile(), STRANGE);
        Files.writeString(council.nextKeyFile(), NEXT);
        Map<String, String> before = council.state();

        DatabaseRefusedException refused = assertThrows(DatabaseRefusedException.class, council::open);

        assertTrue(refused.getMessage().contains(council.keyFile() + ", " + council.nextKeyFile()),
                refused.getMessage());
        assertEquals(before, council.state());
    }

    @Test
    void aNextKeyFileThatHoldsNoKeyIsRefusedBeforeAnythingIsDone() throws Exception {
        Files.writeString(council.nextKeyFile(), "not a key\n");
        Map<String, String> before = council.state();

        DatabaseRefusedException refused = assertThrows(DatabaseRefusedException.class, council::open);

        assertTrue(refused.getMessage().contains(council.nextKeyFile().toString()), refused.getMessage());
        assertEquals(before, council.state());
    }

    @Test
    void aKeyLaidReadyBeforeTheFirstStartIsTheKey() throws Exception {
        Council fresh = Council.in(folder.resolve("fresh"));
        Files.createDirectories(fresh.keys());
        Files.writeString(fresh.nextKeyFile(), NEXT);

        fresh.create();

        assertEquals(0, fresh.count(NOTE));
        assertEquals(NEXT, Files.readString(fresh.keyFile()));
    }

    /** The parameter says after how many changes seen in the database's folder the process is killed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 30, 60, 100, 140})
    void aChangeThatIsKilledInMidWayIsCompletedByTheNextStart(int changes) throws Exception {
        Files.writeString(council.nextKeyFile(), NEXT);
        try (ForkedJvm changer = ForkedJvm.run(OpenOnce.class, council.data(), council.keys())) {
            Map<String, Long> last = council.sizes();
            int seen = 0;
            while (changer.isAlive() && seen < changes) {
                Map<String, Long> now = council.sizes();
                if (!now.equals(last)) {
                    seen++;
                    last = now;
                }
            }
            changer.kill();
        }

        assertEquals(500, council.count(NOTE));
        assertChanged();
        assertEquals(500, council.count(NOTE));
    }

    private void assertChanged() throws Exception {
        assertEquals(NEXT, Files.readString(council.keyFile()));
        assertFalse(Files.exists(council.nextKeyFile()));
    }
}
