package org.daicho.datasource.derby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the process was killed. */
class KilledWriterTest {
    private static final String COMMITTED = "committed ";

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedRowOutlivesAKillInMidWriting() throws Exception {
        Council council = Council.in(folder);
        council.create();
        List<String> lines = new ArrayList<>();
        try (ForkedJvm writer = ForkedJvm.run(KeepWriting.class, council.data(), council.keys())) {
            while (lines.size() < 2_000) {
                String line = writer.readLine();
                assertTrue(line != null, () -> "the writer ended by itself: " + lines);
                lines.add(line);
            }
            assertTrue(writer.isAlive());
            writer.kill();
            lines.addAll(writer.readAll());
        }
        // The kill may have cut off the last line in the middle of its number, so that one proves nothing.
        Set<Integer> acknowledged = new HashSet<>();
        lines.subList(0, lines.size() - 1).stream().filter(line -> line.startsWith(COMMITTED))
                .forEach(line -> acknowledged.add(Integer.valueOf(line.substring(COMMITTED.length()))));
        assertTrue(acknowledged.size() > 1_900, () -> "too few acknowledged: " + lines);

        Set<Integer> missing = new HashSet<>(acknowledged);
        try (DerbyDatabase database = council.open();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet ids = statement.executeQuery("SELECT id FROM notes")) {
            while (ids.next()) {
                missing.remove(ids.getInt(1));
            }
        }
        assertEquals(Set.of(), missing);
    }
}
