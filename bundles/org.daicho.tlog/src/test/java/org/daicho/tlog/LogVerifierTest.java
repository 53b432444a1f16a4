package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

import org.daicho.tlog.Finding.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The verifier of a whole log")
class LogVerifierTest {

    private static final String ORIGIN = "daicho/ogikubo/0a1b2c3d";
    private static final NoteSigner SIGNER = NoteSigner.fromSeed(ORIGIN, new byte[32]);
    private static final NoteVerifier KEY = SIGNER.verifier();
    private static final int SIZE = 700;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 512, 700, 65_536, 66_100})
    @DisplayName("accepts an untouched log, tells every leaf once and in order, and how far it is")
    void accepts(int size) throws Exception {
        PublishedLog log = PublishedLog.of(size).publish(SIGNER);
        List<Long> progress = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        VerifyResult result = new LogVerifier(log, KEY).listener(new VerifyListener() {
            @Override
            public void progress(long checked, long of) {
                progress.add(checked);
                assertEquals(size, of);
            }

            @Override
            public void leaf(long index, byte[] leaf) {
                assertEquals(leaves.size(), index);
                leaves.add(leaf);
            }
        }).run();
        assertNull(result.finding());
        assertTrue(result.ok());
        assertEquals(size, result.leaves());
        assertEquals(log.checkpointOf(SIGNER), result.checkpoint());
        assertEquals(Tiles.count(0, size), progress.size());
        assertEquals(size, leaves.size());
        for (int i = 0; i < size; i++) {
            assertArrayEquals(log.leaves.get(i), leaves.get(i));
        }
    }

    @Test
    @DisplayName("accepts a log of every size up to 520 that continues an earlier checkpoint of any size")
    void everySize() throws Exception {
        PublishedLog log = new PublishedLog();
        List<Checkpoint> earlier = new ArrayList<>(List.of(log.checkpointOf(SIGNER)));
        for (int size = 1; size <= 520; size++) {
            log.add(PublishedLog.leaf(size - 1L));
            earlier.add(log.checkpointOf(SIGNER));
            VerifyResult result = new LogVerifier(log.publish(SIGNER), KEY).earlier(earlier.get(size * 31 % (size + 1)))
                    .run();
            assertNull(result.finding());
        }
    }

    @Test
    @DisplayName("names the leaf in which any one byte was changed, and stops there")
    void changedLeaf() throws Exception {
        for (int leaf : new int[]{0, 1, 255, 256, 300, 511, 512, SIZE - 1}) {
            PublishedLog log = PublishedLog.of(SIZE).publish(SIGNER);
            rewriteLeaf(log, leaf, bytes -> Hex.flipped(bytes, leaf % bytes.length));
            VerifyResult result = new LogVerifier(log, KEY).run();
            assertFinding(result, Kind.LEAF, leaf, leaf, bundlePath(leaf));
            assertEquals(leaf / 256 * 256, result.leaves());
        }
    }

    @Test
    @DisplayName("notices a changed byte anywhere in a bundle, in a tile and in the checkpoint")
    void everyByteCounts() throws Exception {
        PublishedLog log = PublishedLog.of(300).publish(SIGNER);
        for (String path : List.copyOf(log.files.keySet())) {
            byte[] file = log.files.get(path);
            for (int at = 0; at < file.length; at += path.equals("checkpoint") ? 1 : 17) {
                log.files.put(path, Hex.flipped(file, at));
                assertFalse(new LogVerifier(log, KEY).run().ok(), path + ", byte " + at);
            }
            log.files.put(path, file);
        }
        assertTrue(new LogVerifier(log, KEY).run().ok());
    }

    @Test
    @DisplayName("names the first of two swapped leaves")
    void swappedLeaves() throws Exception {
        PublishedLog log = PublishedLog.of(SIZE).publish(SIGNER);
        List<byte[]> leaves = new ArrayList<>(log.leaves.subList(256, 512));
        Collections.swap(leaves, 44, 45);
        log.files.put("tile/entries/001", EntryBundle.encode(leaves));
        assertFinding(new LogVerifier(log, KEY).run(), Kind.LEAF, 300, 300, "tile/entries/001");
    }

    @Test
    @DisplayName("names the last leaf when it was dropped, and the place where one too many begins")
    void droppedLastLeaf() throws Exception {
        PublishedLog log = PublishedLog.of(SIZE).publish(SIGNER);
        log.files.put("tile/entries/002.p/188", EntryBundle.encode(log.leaves.subList(512, SIZE - 1)));
        assertFinding(new LogVerifier(log, KEY).run(), Kind.BUNDLE, SIZE - 1, SIZE - 1, "tile/entries/002.p/188");
        List<byte[]> more = new ArrayList<>(log.leaves.subList(512, SIZE));
        more.add(new byte[1]);
        log.files.put("tile/entries/002.p/188", EntryBundle.encode(more));
        assertEquals(Kind.BUNDLE, new LogVerifier(log, KEY).run().finding().kind());
    }

    @Test
    @DisplayName("names the leaf whose length was changed, not the end of the bundle where that shows")
    void changedLength() throws Exception {
        PublishedLog log = PublishedLog.of(SIZE).publish(SIGNER);
        byte[] bundle = log.files.get("tile/entries/000").clone();
        int before = EntryBundle.encode(log.leaves.subList(0, 5)).length;
        bundle[before + 1]++;
        log.files.put("tile/entries/000", bundle);
        assertFinding(new LogVerifier(log, KEY).run(), Kind.LEAF, 5, 5, "tile/entries/000");
    }

    @Test
    @DisplayName("names the tile when a hash in it was changed and the leaf is right")
    void changedTile() throws Exception {
        PublishedLog log = PublishedLog.of(SIZE).publish(SIGNER);
        flip(log, "tile/0/001", 44 * 32 + 3);
        assertFinding(new LogVerifier(log, KEY).run(), Kind.TILE, 300, 300, "tile/0/001");
        log.publish(SIGNER);
        flip(log, "tile/1/000.p/2", 32);
        assertFinding(new LogVerifier(log, KEY).run(), Kind.TILE, 256, 511, "tile/1/000.p/2");
    }

    @Test
    @DisplayName("names the tile above when a leaf and its tile were changed together")
    void changedLeafAndTile() throws Exception {
        PublishedLog log = PublishedLog.of(SIZE).publish(SIGNER);
        rewriteLeaf(log, 300, bytes -> Hex.flipped(bytes, 0));
        byte[] forged = TreeHash.leaf(Hex.flipped(log.leaves.get(300), 0));
        System.arraycopy(forged, 0, log.files.get("tile/0/001"), 44 * 32, 32);
        assertFinding(new LogVerifier(log, KEY).run(), Kind.TILE, 256, 511, "tile/1/000.p/2");
    }

    @Test
    @DisplayName("names a full tile of level 1 while the walk goes on")
    void fullUpperTile() throws Exception {
        PublishedLog log = PublishedLog.of(65_600).publish(SIGNER);
        flip(log, "tile/1/000", 255 * 32);
        VerifyResult result = new LogVerifier(log, KEY).run();
        assertFinding(result, Kind.TILE, 65_280, 65_535, "tile/1/000");
        assertEquals(65_536, result.leaves());
        log.publish(SIGNER);
        flip(log, "tile/2/000.p/1", 0);
        assertFinding(new LogVerifier(log, KEY).run(), Kind.TILE, 0, 65_535, "tile/2/000.p/1");
    }

    @Test
    @DisplayName("refuses a root that is signed and not that of the leaves")
    void wrongRoot() throws Exception {
        PublishedLog log = PublishedLog.of(SIZE).publish(SIGNER);
        sign(log, new Checkpoint(ORIGIN, SIZE, TreeHash.empty()));
        assertFinding(new LogVerifier(log, KEY).run(), Kind.ROOT, 0, SIZE - 1, null);
        PublishedLog empty = PublishedLog.of(0).publish(SIGNER);
        sign(empty, new Checkpoint(ORIGIN, 0, TreeHash.leaf(new byte[0])));
        assertEquals(Kind.ROOT, new LogVerifier(empty, KEY).run().finding().kind());
    }

    @Test
    @DisplayName("refuses a checkpoint that is malformed, signed by another key, or of another log")
    void checkpoint() throws Exception {
        PublishedLog log = PublishedLog.of(3).publish(SIGNER);
        byte[] seed = new byte[32];
        seed[3] = 1;
        NoteSigner impostor = NoteSigner.fromSeed(ORIGIN, seed);
        VerifyResult wrongKey = new LogVerifier(log, impostor.verifier()).run();
        assertFinding(wrongKey, Kind.SIGNATURE, -1, -1, null);
        assertNull(wrongKey.checkpoint());
        assertFinding(new LogVerifier(log, KEY).origin(ORIGIN + "/2").run(), Kind.ORIGIN, -1, -1, null);
        log.files.put("checkpoint", "hello\n".getBytes(StandardCharsets.UTF_8));
        assertFinding(new LogVerifier(log, KEY).run(), Kind.CHECKPOINT, -1, -1, null);
        log.files.put("checkpoint", SignedNote.sign(ORIGIN + "\n03\nAAAA\n", SIGNER).format()
                .getBytes(StandardCharsets.UTF_8));
        assertFinding(new LogVerifier(log, KEY).run(), Kind.CHECKPOINT, -1, -1, null);
    }

    @Test
    @DisplayName("accepts another origin than the key's name when told so")
    void otherOrigin() throws Exception {
        PublishedLog log = PublishedLog.of(3).publish(SIGNER);
        sign(log, new Checkpoint("elsewhere", 3, log.tree.root()));
        assertTrue(new LogVerifier(log, KEY).origin("elsewhere").run().ok());
        assertEquals(Kind.ORIGIN, new LogVerifier(log, KEY).run().finding().kind());
    }

    @Test
    @DisplayName("refuses a consistently rewritten and re-signed log that does not continue the earlier checkpoint")
    void rewrittenHistory() throws Exception {
        Checkpoint earlier = PublishedLog.of(400).checkpointOf(SIGNER);
        PublishedLog forged = new PublishedLog();
        for (int i = 0; i < SIZE; i++) {
            forged.add(i == 10 ? new byte[]{1} : PublishedLog.leaf(i));
        }
        forged.publish(SIGNER);
        assertTrue(new LogVerifier(forged, KEY).run().ok(), "nothing shows without the earlier checkpoint");
        VerifyResult result = new LogVerifier(forged, KEY).earlier(earlier).run();
        assertFinding(result, Kind.EARLIER, 0, 399, null);
        assertEquals(forged.checkpointOf(SIGNER), result.checkpoint());
    }

    @Test
    @DisplayName("refuses a log that is shorter than it was, or that was another one")
    void shrunk() throws Exception {
        PublishedLog log = PublishedLog.of(300).publish(SIGNER);
        Checkpoint longer = PublishedLog.of(302).checkpointOf(SIGNER);
        assertFinding(new LogVerifier(log, KEY).earlier(longer).run(), Kind.EARLIER, 300, 301, null);
        Checkpoint other = new Checkpoint("other", 300, log.tree.root());
        assertFinding(new LogVerifier(log, KEY).earlier(other).run(), Kind.EARLIER, -1, -1, null);
    }

    @Test
    @DisplayName("names a tile or bundle that is not there, or has a wrong length")
    void missing() throws Exception {
        PublishedLog log = PublishedLog.of(SIZE).publish(SIGNER);
        log.files.remove("tile/entries/001");
        assertFinding(new LogVerifier(log, KEY).run(), Kind.MISSING, 256, 511, "tile/entries/001");
        log.publish(SIGNER).files.remove("tile/1/000.p/2");
        assertFinding(new LogVerifier(log, KEY).run(), Kind.MISSING, 0, 511, "tile/1/000.p/2");
        log.publish(SIGNER);
        log.files.put("tile/0/002.p/188", Arrays.copyOf(log.files.get("tile/0/002.p/188"), 187 * 32));
        assertFinding(new LogVerifier(log, KEY).run(), Kind.TILE, 512, SIZE - 1, "tile/0/002.p/188");
    }

    @Test
    @DisplayName("still names the leaf where an upper tile is broken too")
    void leafAndUpperTile() throws Exception {
        PublishedLog log = PublishedLog.of(SIZE).publish(SIGNER);
        rewriteLeaf(log, 7, bytes -> new byte[0]);
        log.files.put("tile/1/000.p/2", new byte[1]);
        assertFinding(new LogVerifier(log, KEY).run(), Kind.TILE, 7, 7, "tile/0/000");
        log.files.remove("tile/1/000.p/2");
        assertFinding(new LogVerifier(log, KEY).run(), Kind.TILE, 7, 7, "tile/0/000");
    }

    @Test
    @DisplayName("passes on that a source cannot be read, which is no finding")
    void unreadable() {
        IOException broken = new IOException("no route to host");
        PublishedLog log = PublishedLog.of(3).publish(SIGNER);
        LogSource source = new LogSource() {
            @Override
            public byte[] checkpoint() throws IOException {
                return log.checkpoint();
            }

            @Override
            public byte[] entryBundle(long index, int width) throws IOException {
                throw broken;
            }

            @Override
            public byte[] tile(int level, long index, int width) throws IOException {
                return log.tile(level, index, width);
            }
        };
        assertSame(broken, assertThrows(IOException.class, () -> new LogVerifier(source, KEY).run()));
    }

    private static void rewriteLeaf(PublishedLog log, int leaf, UnaryOperator<byte[]> change) {
        int first = leaf / 256 * 256;
        List<byte[]> leaves = new ArrayList<>(log.leaves.subList(first, Math.min(first + 256, log.leaves.size())));
        leaves.set(leaf - first, change.apply(leaves.get(leaf - first)));
        log.files.put(bundlePath(leaf), EntryBundle.encode(leaves));
    }

    private static String bundlePath(int leaf) {
        return TilePath.entries(leaf / 256, Tiles.bundleWidth(leaf / 256, SIZE)).path();
    }

    private static void flip(PublishedLog log, String path, int at) {
        log.files.put(path, Hex.flipped(log.files.get(path), at));
    }

    private static void sign(PublishedLog log, Checkpoint checkpoint) {
        log.files.put("checkpoint", checkpoint.sign(SIGNER).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertFinding(VerifyResult result, Kind kind, long first, long last, String path) {
        Finding finding = result.finding();
        assertEquals(kind, finding.kind(), finding.detail());
        assertEquals(first, finding.firstLeaf(), finding.detail());
        assertEquals(last, finding.lastLeaf(), finding.detail());
        assertEquals(path, finding.path() == null ? null : finding.path().path());
    }
}
