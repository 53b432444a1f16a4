package org.daicho.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.daicho.cli.client.FakeSystem;
import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.NoteSigner;
import org.daicho.tlog.SuccessionLeaf;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicCheckTest {

    private static final Outside NOTHING = new Outside(null, null);

    @TempDir
    Path folder;
    @AutoClose
    private FakeSystem system;
    private final PublishedLog log = new PublishedLog(signer("daicho/test/00000001", 1), new byte[]{2, '{', '}'});

    private static NoteSigner signer(String name, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return NoteSigner.fromSeed(name, bytes);
    }

    @BeforeEach
    void start() throws Exception {
        system = new FakeSystem();
        log.grow(300);
        log.publish(system);
    }

    private Report run(Outside outside) {
        return new PublicCheck(system.client(null), outside).run();
    }

    private Outside kept(String note) throws Exception {
        return Outside.read(Files.writeString(folder.resolve("checkpoint"), note), null);
    }

    private String refused(Outside outside) {
        return assertThrows(Refusal.class, () -> run(outside)).getMessage();
    }

    @Test
    void aLogThatFitsIsReportedAndNoAccountIsNeeded() {
        Report report = run(NOTHING);
        assertEquals("daicho/test/00000001", report.origin());
        assertEquals(300, report.size());
        assertEquals(log.checkpoint().lines().toList().get(2), report.root());
        assertTrue(report.erased() < 0);
        assertTrue(system.requests.stream().allMatch(request -> request.contains(" null ")));
    }

    @Test
    void aChangedByteIsNamedByItsLeaf() {
        byte[] bundle = system.answers.get("GET /api/log/tile/entries/001.p/44").body();
        bundle[2 * 11 + 10]++;
        String refusal = refused(NOTHING);
        assertTrue(refusal.contains("(葉 258)") && refusal.contains("(leaf 258)"), refusal);
        assertEquals(1, refusal.lines().count());
    }

    @Test
    void aMissingBundleIsRefused() {
        system.answers.remove("GET /api/log/tile/entries/000");
        assertTrue(refused(NOTHING).contains("記録の一部がありません"));
    }

    @Test
    void aPartialTileThatGaveWayToTheFullOneIsCutFromIt() {
        byte[] checkpoint = system.answers.get("GET /api/log/checkpoint").body();
        log.grow(512);
        log.publish(system);
        assertTrue(system.answers.remove("GET /api/log/tile/0/001.p/44") != null);
        assertTrue(system.answers.remove("GET /api/log/tile/entries/001.p/44") != null);
        PublishedLog.put(system, "checkpoint", checkpoint);
        assertEquals(300, run(NOTHING).size());
    }

    @Test
    void theKeyThatWasKeptOutsideIsTheOneThatCounts() {
        assertEquals(300, run(Outside.read(null, log.signer.verifier().vkey())).size());
        String other = signer("daicho/test/00000001", 2).verifier().vkey();
        assertTrue(refused(Outside.read(null, other)).contains("another verifier key"));
        assertThrows(Refusal.class, () -> Outside.read(null, "no+key"));
    }

    @Test
    void aCheckpointSignedByAnotherKeyThanTheNamedOneIsRefused() {
        PublishedLog.put(system, "key", signer("daicho/test/00000001", 2).verifier().vkey()
                .getBytes(StandardCharsets.UTF_8));
        assertTrue(refused(NOTHING).contains("署名"));
    }

    @Test
    void theLogHasToContinueTheCheckpointThatWasKept() throws Exception {
        String at300 = log.checkpoint();
        log.grow(400);
        log.publish(system);
        assertEquals(400, run(kept(at300)).size());

        PublishedLog fork = new PublishedLog(log.signer, new byte[]{2, '[', ']'});
        fork.grow(300);
        assertTrue(refused(kept(fork.checkpoint())).contains("続きではありません"));
        fork.grow(401);
        assertTrue(refused(kept(fork.checkpoint())).contains("had 401 leaves and now has 400"));
    }

    @Test
    void whatIsNoCheckpointIsRefused() throws Exception {
        assertThrows(Refusal.class, () -> kept("hello"));
        assertThrows(Refusal.class, () -> Outside.read(folder.resolve("nowhere"), null));
        NoteSigner stranger = signer("daicho/test/00000001", 3);
        PublishedLog other = new PublishedLog(stranger, new byte[]{2});
        assertTrue(refused(kept(other.checkpoint())).contains("not signed with this log's key"));
    }

    @Test
    void aSuccessorIsFollowedToTheLogThatItTookOver() throws Exception {
        String taken = log.checkpoint();
        log.grow(305);
        String newest = log.checkpoint();
        PublishedLog successor = new PublishedLog(signer("daicho/test/00000001/2", 4),
                SuccessionLeaf.of(Map.of("checkpoint", taken, "newest", newest, "reason", "復元")));
        successor.grow(10);
        system.answers.clear();
        successor.publish(system);

        Report report = run(kept(taken));
        assertTrue(String.join("\n", report.notes()).contains("daicho/test/00000001, 300 leaves"));
        assertTrue(String.join("\n", report.notes()).contains("lost at the restore: 5"));
        assertTrue(refused(kept(newest)).contains("had 305 leaves, but only 300"));
        PublishedLog fork = new PublishedLog(log.signer, new byte[]{2, '[', ']'});
        fork.grow(300);
        assertTrue(refused(kept(fork.checkpoint())).contains("not the log of the checkpoint"));
        PublishedLog foreign = new PublishedLog(signer("daicho/other/00000002", 5), new byte[]{2});
        assertTrue(refused(kept(foreign.checkpoint())).contains("does not continue"));
    }

    @Test
    void aCheckpointOfAnotherLogIsRefused() throws Exception {
        PublishedLog foreign = new PublishedLog(signer("daicho/other/00000002", 5), new byte[]{2});
        assertTrue(refused(kept(foreign.checkpoint())).contains("daicho/other/00000002"));
    }

    @Test
    void whatIsNoLogIsRefusedInOneLine() {
        system.answers.clear();
        assertEquals(1, refused(NOTHING).lines().count());
        PublishedLog.put(system, "key", "<html>".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, refused(NOTHING).lines().count());
    }
}
