package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Proofs")
class ProofsTest {

    private static final int SMALL = 100;
    /** More than 256 tiles: a tree with level-2 hashes and partial tiles on every level. */
    private static final int LARGE = 70_000;

    private static final PublishedLog LOG = PublishedLog.of(LARGE);

    @Test
    @DisplayName("equal RFC 6962's definitions and verify, for every leaf and pair of sizes up to 100")
    void smallTreesAreAsDefined() throws Exception {
        for (int size = 0; size <= SMALL; size++) {
            List<byte[]> leaves = LOG.leaves.subList(0, size);
            TreeReader reader = reader(size);
            byte[] root = Rfc6962.mth(leaves);
            assertArrayEquals(root, reader.root(), "root of " + size);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = reader.inclusionProof(index);
                assertEquals(Hex.of(Rfc6962.path(index, leaves)), Hex.of(proof), index + " in " + size);
                Proofs.verifyInclusion(index, size, leafHash(index), proof, root);
            }
            for (int old = 1; old <= size; old++) {
                List<byte[]> proof = reader.consistencyProof(old);
                assertEquals(Hex.of(Rfc6962.proof(old, leaves)), Hex.of(proof), old + " to " + size);
                Proofs.verifyConsistency(old, Rfc6962.mth(leaves.subList(0, old)), size, root, proof);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 511, 512, 513, 300, 600, 65_535, 65_536, 65_537, 69_999, 70_000})
    @DisplayName("verify in trees of several tiles and levels")
    void largeTreesVerify(int size) throws Exception {
        TreeReader reader = reader(size);
        byte[] root = reader.root();
        assertArrayEquals(Rfc6962.mth(LOG.leaves.subList(0, size)), root);
        Random random = new Random(size);
        List<Integer> some = new ArrayList<>(List.of(0, 1, 127, 128, 253, 254, size - 2, size - 1));
        random.ints(60, 0, size).forEach(some::add);
        for (int i : some) {
            assertArrayEquals(leafHash(i), reader.leafHash(i));
            Proofs.verifyInclusion(i, size, leafHash(i), reader.inclusionProof(i), root);
            Proofs.verifyConsistency(i, reader(i).root(), size, root, reader.consistencyProof(i));
        }
    }

    @Test
    @DisplayName("verify for every pair of sizes around the boundary of a tile")
    void tileBoundary() throws Exception {
        for (int size = 250; size <= 264; size++) {
            byte[] root = reader(size).root();
            for (int old = 0; old <= size; old++) {
                Proofs.verifyConsistency(old, reader(old).root(), size, root, reader(size).consistencyProof(old));
            }
            for (int index = 0; index < size; index++) {
                Proofs.verifyInclusion(index, size, leafHash(index), reader(size).inclusionProof(index), root);
            }
        }
    }

    @Test
    @DisplayName("of inclusion fail when any byte of any part is changed")
    void changedInclusionFails() throws Exception {
        for (int size : new int[]{1, 2, 7, 8, 13, 300}) {
            byte[] root = reader(size).root();
            for (int index : new int[]{0, size / 2, size - 1}) {
                byte[] leaf = leafHash(index);
                List<byte[]> proof = reader(size).inclusionProof(index);
                for (int at = 0; at < TreeHash.BYTES; at++) {
                    failsInclusion(index, size, Hex.flipped(leaf, at), proof, root);
                    failsInclusion(index, size, leaf, proof, Hex.flipped(root, at));
                    for (int i = 0; i < proof.size(); i++) {
                        failsInclusion(index, size, leaf, with(proof, i, Hex.flipped(proof.get(i), at)), root);
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("of consistency fail when any byte of any part is changed")
    void changedConsistencyFails() throws Exception {
        for (int[] sizes : new int[][]{{1, 2}, {3, 7}, {4, 8}, {6, 8}, {8, 13}, {13, 13}, {256, 300}, {299, 300}}) {
            byte[] oldRoot = reader(sizes[0]).root();
            byte[] newRoot = reader(sizes[1]).root();
            List<byte[]> proof = reader(sizes[1]).consistencyProof(sizes[0]);
            for (int at = 0; at < TreeHash.BYTES; at++) {
                failsConsistency(sizes[0], Hex.flipped(oldRoot, at), sizes[1], newRoot, proof);
                failsConsistency(sizes[0], oldRoot, sizes[1], Hex.flipped(newRoot, at), proof);
                for (int i = 0; i < proof.size(); i++) {
                    failsConsistency(sizes[0], oldRoot, sizes[1], newRoot,
                            with(proof, i, Hex.flipped(proof.get(i), at)));
                }
            }
        }
    }

    @Test
    @DisplayName("fail with a hash too many, too few, swapped or of a wrong length")
    void wrongShapeFails() throws Exception {
        for (int size = 2; size <= 40; size++) {
            byte[] root = reader(size).root();
            for (int i = 1; i < size; i++) {
                List<byte[]> inclusion = reader(size).inclusionProof(i);
                for (List<byte[]> wrong : misshapen(inclusion)) {
                    failsInclusion(i, size, leafHash(i), wrong, root);
                }
                List<byte[]> consistency = reader(size).consistencyProof(i);
                for (List<byte[]> wrong : misshapen(consistency)) {
                    failsConsistency(i, reader(i).root(), size, root, wrong);
                }
            }
        }
    }

    @Test
    @DisplayName("fail for another leaf, an impossible index or size, and for a tree that shrank")
    void wrongNumbersFail() throws Exception {
        byte[] root = reader(8).root();
        List<byte[]> proof = reader(8).inclusionProof(3);
        failsInclusion(2, 8, leafHash(3), proof, root);
        failsInclusion(3, 8, leafHash(2), proof, root);
        failsInclusion(8, 8, leafHash(3), proof, root);
        failsInclusion(-1, 8, leafHash(3), proof, root);
        failsInclusion(0, 0, leafHash(3), List.of(), root);
        failsInclusion(3, 4, leafHash(3), proof, root);
        failsConsistency(8, root, 7, reader(7).root(), reader(8).consistencyProof(7));
        failsConsistency(5, reader(5).root(), 9, root, reader(8).consistencyProof(5));
        failsConsistency(-1, root, 8, root, List.of());
        failsConsistency(0, root, 8, root, List.of());
        failsConsistency(8, reader(7).root(), 8, root, List.of());
        failsConsistency(0, TreeHash.empty(), 8, root, List.of(root));
        failsConsistency(4, reader(4).root(), 8, root, List.of());
        Proofs.verifyConsistency(0, TreeHash.empty(), 8, root, List.of());
    }

    @Test
    @DisplayName("say what does not fit")
    void messages() {
        UnverifiedException few = assertThrows(UnverifiedException.class,
                () -> Proofs.verifyInclusion(3, 8, leafHash(3), List.of(), reader(8).root()));
        assertTrue(few.getMessage().contains("too few hashes: 0"), few.getMessage());
        UnverifiedException earlier = assertThrows(UnverifiedException.class, () -> Proofs.verifyConsistency(5,
                reader(6).root(), 8, reader(8).root(), reader(8).consistencyProof(5)));
        assertTrue(earlier.getMessage().contains("earlier root"), earlier.getMessage());
    }

    @Test
    @DisplayName("are not asked for where there is no such leaf or earlier tree")
    void readerRefuses() {
        assertThrows(IllegalArgumentException.class, () -> reader(8).inclusionProof(8));
        assertThrows(IllegalArgumentException.class, () -> reader(8).leafHash(-1));
        assertThrows(IllegalArgumentException.class, () -> reader(8).consistencyProof(9));
        assertThrows(IllegalArgumentException.class, () -> reader(-1));
    }

    @Test
    @DisplayName("are not made from a tile of a wrong length")
    void readerNoticesShortTile() {
        TileSource cut = (level, index, width) -> new byte[width * TreeHash.BYTES - 1];
        java.io.IOException e = assertThrows(java.io.IOException.class, () -> new TreeReader(cut, 8).root());
        assertEquals("tile/0/000.p/8 has 255 bytes and not 256", e.getMessage());
    }

    private static TreeReader reader(int size) {
        return new TreeReader(LOG.store(), size);
    }

    private static byte[] leafHash(int index) {
        return TreeHash.leaf(PublishedLog.leaf(index));
    }

    private static void failsInclusion(long index, long size, byte[] leaf, List<byte[]> proof, byte[] root) {
        assertThrows(UnverifiedException.class, () -> Proofs.verifyInclusion(index, size, leaf, proof, root));
    }

    private static void failsConsistency(long old, byte[] oldRoot, long size, byte[] root, List<byte[]> proof) {
        assertThrows(UnverifiedException.class, () -> Proofs.verifyConsistency(old, oldRoot, size, root, proof));
    }

    private static List<byte[]> with(List<byte[]> proof, int at, byte[] other) {
        List<byte[]> changed = new ArrayList<>(proof);
        changed.set(at, other);
        return changed;
    }

    private static List<List<byte[]>> misshapen(List<byte[]> proof) {
        List<List<byte[]>> all = new ArrayList<>();
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(TreeHash.empty());
        all.add(longer);
        List<byte[]> doubled = new ArrayList<>(proof);
        doubled.add(0, proof.get(0));
        all.add(doubled);
        all.add(proof.subList(0, proof.size() - 1));
        all.add(proof.subList(1, proof.size()));
        all.add(with(proof, 0, new byte[TreeHash.BYTES - 1]));
        if (proof.size() > 1) {
            List<byte[]> swapped = new ArrayList<>(proof);
            Collections.swap(swapped, 0, 1);
            all.add(swapped);
        }
        return all;
    }
}
