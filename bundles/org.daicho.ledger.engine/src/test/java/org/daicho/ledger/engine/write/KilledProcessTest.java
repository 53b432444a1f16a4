package org.daicho.ledger.engine.write;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes loses nothing that it had acknowledged. */
class KilledProcessTest {

    private static final int ENOUGH = 60;

    @TempDir
    Path folder;

    /** Writes on four threads until it is killed, and says what was acknowledged. */
    public static void main(String[] args) throws Exception {
        Council council = Council.onDisk(Path.of(args[0]));
        council.open(new Loans());
        for (int t = 0; t < 4; t++) {
            int thread = t;
            new Thread(() -> {
                for (int i = 0; true; i++) {
                    Entry entry = council.lend(STAFF, thread + "の" + i);
                    System.out.println(entry.id() + " " + entry.fields().integer("number"));
                }
            }).start();
        }
    }

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1",
                "-Dderby.stream.error.file=" + folder.resolve("derby.log"), KilledProcessTest.class.getName(),
                folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Set<String> acknowledged = new TreeSet<>();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null && acknowledged.size() < ENOUGH; line = out.readLine()) {
                acknowledged.add(line);
            }
            process.destroyForcibly().waitFor();
        }
        assertTrue(acknowledged.size() >= ENOUGH, "the process did not write");
        Council council = Council.onDisk(folder);
        council.open(new Loans());
        List<Entry> all = council.list(STAFF, Loans.LEDGER);
        Set<String> read = all.stream().map(e -> e.id() + " " + e.fields().integer("number"))
                .collect(Collectors.toSet());
        // One page shows the first 500; more are not written before enough are acknowledged.
        acknowledged.removeIf(line -> Long.parseLong(line.substring(23)) > 500);
        assertTrue(read.containsAll(acknowledged), "an acknowledged entry is lost");
        assertEquals(LongStream.rangeClosed(1, all.size()).boxed().toList(),
                all.stream().map(e -> e.fields().integer("number")).toList());
        assertEquals(LongStream.range(5, 5 + all.size()).boxed().toList(),
                all.stream().map(Entry::leafIndex).toList());
        council.assertVerifies();
        council.lend(STAFF, "次");
        council.close();
    }
}
