package org.daicho.ledger.engine.verify;

import static org.daicho.ledger.engine.testing.Council.DEPUTY;
import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.OPERATOR;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.log.Proof;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.tlog.CanonicalJson;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.NoteVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs and tiles, checked by the arithmetic of RFC 6962 written down here and not by the log's own. */
class ProofTest {

    private static final int WIDTH = 256;

    @TempDir
    Path keys;

    @Test
    @DisplayName("Every version has its proof, and the tiles are the tree, at sizes across the borders of tiles")
    void proofsAndTilesAcrossTileBorders() throws Exception {
        try (Council council = new Council(keys)) {
            List<Entry> versions = new ArrayList<>();
            for (int size : new int[]{7, 255, 256, 257, 512, 513}) {
                while (versions.size() + 5 < size) {
                    int n = versions.size();
                    versions.add(n % 7 == 6
                            ? council.ledger().correct(STAFF, Loans.LEDGER, versions.get(n - 1).id(), 1,
                                    submission("訂正", "lentOn", "2026-11-20", "item", "訂正" + n))
                            : council.lend(STAFF, "物" + n));
                }
                check(council, size, versions);
            }
            council.assertVerifies();
            council.restart();
            assertEquals(513, council.verify().treeSize());
            // The hash of the second full tile: the peaks and the root are right without it, and verify sees it.
            council.sql("UPDATE ledger_node SET hash = (SELECT hash FROM ledger_node WHERE node_level = 1 AND"
                    + " node_index = 0) WHERE node_level = 1 AND node_index = 1");
            assertFalse(council.verify().ok());
            assertTrue(council.verify().finding().en().contains("level 1, number 1, from leaf 256"),
                    council.verify().finding().en());
        }
    }

    private static void check(Council council, int size, List<Entry> versions) throws Exception {
        LedgerLog log = council.engine.log();
        Checkpoint checkpoint = Checkpoint.open(log.checkpoint(), NoteVerifier.parse(log.verifierKey()));
        List<byte[]> hashes = leaves(log, size).stream().map(leaf -> hash(0, leaf)).toList();
        assertEquals(size, checkpoint.size());
        assertArrayEquals(root(hashes), checkpoint.root());
        for (int level = 0; level < 3; level++) {
            int count = size >> 8 * level;
            for (int tile = 0; tile * WIDTH < count; tile++) {
                ByteArrayOutputStream expected = new ByteArrayOutputStream();
                int width = Math.min(WIDTH, count - tile * WIDTH);
                for (int i = tile * WIDTH; i < tile * WIDTH + width; i++) {
                    expected.writeBytes(root(hashes.subList(i << 8 * level, i + 1 << 8 * level)));
                }
                assertArrayEquals(expected.toByteArray(), log.tile(level, tile, width).orElseThrow());
                assertEquals(Optional.empty(), log.tile(level, tile, width + 1));
            }
            assertEquals(Optional.empty(), log.tile(level, (count + WIDTH - 1) / WIDTH, 1));
        }
        // All of them where the tree has just got a tile more, else those at its two ends.
        List<Entry> some = size % WIDTH == 1
                ? versions
                : List.of(versions.get(0), versions.get(versions.size() - 2), versions.get(versions.size() - 1));
        for (Entry version : some) {
            Proof proof = log.proof(MANAGER, Loans.LEDGER, version.id(), version.version());
            int index = (int) proof.leafIndex();
            assertEquals(version.leafIndex(), index);
            assertArrayEquals(hashes.get(index), proof.leafHash());
            assertArrayEquals(hash(0, proof.leaf()), proof.leafHash());
            assertArrayEquals(checkpoint.root(), climb(index, size, proof.leafHash(), proof.hashes()));
            openings(version, proof);
        }
    }

    private static List<byte[]> leaves(LedgerLog log, int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int bundle = 0; bundle * WIDTH < size; bundle++) {
            int width = Math.min(WIDTH, size - bundle * WIDTH);
            ByteBuffer in = ByteBuffer.wrap(log.entries(bundle, width).orElseThrow());
            for (int i = 0; i < width; i++) {
                byte[] leaf = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(leaf);
                leaves.add(leaf);
            }
            assertFalse(in.hasRemaining());
            assertEquals(Optional.empty(), log.entries(bundle, width + 1));
        }
        return leaves;
    }

    /** Each opening fits its commitment: HMAC under the salt of the value's canonical JSON, at its place in the leaf. */
    private static void openings(Entry version, Proof proof) throws Exception {
        assertFalse(proof.openings().containsKey("token"), "a secret column is opened");
        for (Map.Entry<String, Proof.Opening> each : proof.openings().entrySet()) {
            Proof.Opening opening = each.getValue();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(opening.salt(), "HmacSHA256"));
            int from = 3 + 32 * opening.index();
            assertArrayEquals(Arrays.copyOfRange(proof.leaf(), from, from + 32),
                    mac.doFinal(CanonicalJson.write(opening.value())), each.getKey());
        }
        version.fields().values()
                .forEach((name, value) -> assertEquals(value, proof.openings().get(name).value(), name));
        assertEquals(version.id(), proof.openings().get("@entry").value());
        assertEquals((long) version.version(), proof.openings().get("@version").value());
    }

    /** RFC 9162, 2.1.3.2. */
    private static byte[] climb(long index, long size, byte[] leaf, List<byte[]> path) {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (fn % 2 == 1 || fn == sn) {
                r = hash(1, p, r);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = hash(1, r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertEquals(0, sn);
        return r;
    }

    /** MTH of RFC 6962, 2.1, over leaf hashes. */
    private static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.get(0);
        }
        int k = Integer.highestOneBit(hashes.size() - 1);
        return hash(1, root(hashes.subList(0, k)), root(hashes.subList(k, hashes.size())));
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) prefix);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("1-2: openings are for who may read the entry; the proof without them is for anyone")
    void openingsAreForReaders() throws Exception {
        try (Council council = new Council(keys)) {
            Entry staffs = council.lend(STAFF, "物");
            Entry members = council.lend(MEMBER, "物");
            LedgerLog log = council.engine.log();
            for (Caller reader : List.of(MANAGER, DEPUTY, STAFF)) {
                assertEquals("物", log.proof(reader, Loans.LEDGER, staffs.id(), null).openings().get("item").value());
            }
            assertFalse(log.proof(MEMBER, Loans.LEDGER, members.id(), null).openings().isEmpty());
            for (Caller stranger : List.of(MEMBER, OPERATOR)) {
                Proof proof = log.proof(stranger, Loans.LEDGER, staffs.id(), null);
                assertEquals(Map.of(), proof.openings());
                assertEquals(7, proof.treeSize());
            }
            council.clock.set("2026-12-01T00:00:00Z");
            assertEquals(Map.of(), log.proof(DEPUTY, Loans.LEDGER, staffs.id(), null).openings());
        }
    }
}
