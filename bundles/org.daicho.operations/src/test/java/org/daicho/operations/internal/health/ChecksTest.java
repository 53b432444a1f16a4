package org.daicho.operations.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result.Status;
import org.daicho.ledger.LedgerState;
import org.daicho.ledger.operation.LedgerStatus;
import org.daicho.ledger.operation.ModuleFault;
import org.daicho.ledger.value.Text;
import org.daicho.operations.internal.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {

    private static Status status(HealthCheck check) {
        return check.execute().getStatus();
    }

    private static Status ledger(boolean answers, boolean writing, int queued) {
        return status(new LedgerCheck(Fakes.ledger(new LedgerState(answers, writing, queued, 10, 10))));
    }

    @Test
    void aLedgerIsWellWhileItsDatabaseAnswersAndItsWriterLives() {
        assertEquals(Status.OK, ledger(true, true, LedgerCheck.LONG_QUEUE));
        assertEquals(Status.CRITICAL, ledger(false, true, 0));
        assertEquals(Status.CRITICAL, ledger(true, false, 0));
        assertEquals(Status.WARN, ledger(true, true, LedgerCheck.LONG_QUEUE + 1));
    }

    @Test
    void aLedgerThatIsNotOpenIsNotWell() {
        assertEquals(Status.CRITICAL, status(new LedgerCheck()));
    }

    @Test
    void aCheckpointThatStaysBehindIsNotWell() {
        long[] sizes = {10, 10};
        long[] now = {0};
        LedgerStatus status = Fakes.of(LedgerStatus.class,
                (proxy, method, arguments) -> new LedgerState(true, true, 0, sizes[0], sizes[1]));
        CheckpointCheck check = new CheckpointCheck(status, () -> now[0]);
        assertEquals(Status.OK, status(check));
        sizes[0] = 12;
        assertEquals(Status.OK, status(check), "just written");
        now[0] += Duration.ofSeconds(16).toNanos();
        assertEquals(Status.CRITICAL, status(check), "still behind");
        sizes[1] = 12;
        assertEquals(Status.OK, status(check), "followed");
    }

    @Test
    void aCheckpointThatFollowsABusyLogIsWell() {
        long[] sizes = {10, 9};
        long[] now = {0};
        LedgerStatus status = Fakes.of(LedgerStatus.class,
                (proxy, method, arguments) -> new LedgerState(true, true, 0, sizes[0], sizes[1]));
        CheckpointCheck check = new CheckpointCheck(status, () -> now[0]);
        for (int i = 0; i < 10; i++) {
            assertEquals(Status.OK, status(check));
            now[0] += Duration.ofSeconds(10).toNanos();
            sizes[0] += 5;
            sizes[1] = sizes[0] - 1;
        }
    }

    @Test
    void aKeyFolderThatCanNotBeWrittenIsNotWell(@TempDir Path folder) {
        assertEquals(Status.OK, status(new FolderCheck(folder)));
        assertEquals(0, folder.toFile().list().length, "the try leaves nothing");
        assertEquals(Status.CRITICAL, status(new FolderCheck(folder.resolve("gone"))));
    }

    @Test
    void aDiskThatFillsUpIsSaidInTime(@TempDir Path folder) {
        assertEquals(Status.OK, status(new DiskCheck(folder, 0, 0)));
        assertEquals(Status.WARN, status(new DiskCheck(folder, Long.MAX_VALUE, 0)));
        assertEquals(Status.CRITICAL, status(new DiskCheck(folder, Long.MAX_VALUE, Long.MAX_VALUE)));
        assertEquals(Status.CRITICAL, status(new DiskCheck(folder.resolve("gone"), 0, 0)));
    }

    @Test
    void aModuleThatFailsIsAWarningThatNamesIt() {
        assertEquals(Status.OK, status(new ModulesCheck(List::of)));
        ModulesCheck check = new ModulesCheck(() -> List
                .of(new ModuleFault("media", null, Instant.EPOCH, new Text("止まっています", "It is stuck"))));
        assertEquals(Status.WARN, status(check));
        assertTrue(check.execute().toString().contains("media"));
    }
}
