package org.daicho.bench.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.bench.load.Call;
import org.daicho.bench.load.Load;
import org.daicho.bench.load.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareTableTest {

    private static final String TEXT = "a text that no file of an encrypted database shows";

    @TempDir
    Path data;

    @Test
    void everyRowThatWasAcknowledgedIsThereAfterTheNextStart() throws Exception {
        long acknowledged = 0;
        try (BareTable table = new BareTable(data)) {
            List<Call> ways = List.of(() -> table.single(TEXT), () -> table.together(TEXT));
            for (Call way : ways) {
                Round round = Load.run(Duration.ofMillis(50), Collections.nCopies(4, way));
                assertTrue(round.calls() > 0);
                acknowledged += round.calls();
            }
            assertEquals(acknowledged, table.rows());
        }
        try (BareTable again = new BareTable(data)) {
            assertEquals(acknowledged, again.rows());
            again.single(TEXT);
            assertEquals(acknowledged + 1, again.rows());
        }
    }

    @Test
    void itIsEncryptedAsTheLedgersDatabaseIs() throws Exception {
        try (BareTable table = new BareTable(data)) {
            table.single(TEXT);
        }
        try (Stream<Path> files = Files.walk(data.resolve("database"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(TEXT),
                        file.toString());
            }
        }
    }
}
