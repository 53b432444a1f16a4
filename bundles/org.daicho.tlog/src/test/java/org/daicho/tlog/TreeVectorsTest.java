package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tree of eight leaves that RFC 6962 implementations are tested with: leaves, roots and proofs. */
@DisplayName("The reference tree of transparency-dev/merkle")
class TreeVectorsTest {

    private static final List<byte[]> LEAVES = Hex.list("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final String LEAF_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String LEAVES_2_3 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String LEAF_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String LEAVES_4_5 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String LEAVES_6_7 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final String LEAVES_4_7 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String LEAVES_0_3 = ROOTS.get(4);

    private final PublishedLog log = new PublishedLog();

    TreeVectorsTest() {
        LEAVES.forEach(log::add);
    }

    @Test
    @DisplayName("has the published root at every size")
    void roots() throws Exception {
        CompactRange tree = new CompactRange();
        assertEquals(ROOTS.get(0), Hex.of(tree.root()));
        assertEquals(ROOTS.get(0), Hex.of(TreeHash.empty()));
        for (int size = 1; size <= LEAVES.size(); size++) {
            assertEquals(size - 1, tree.append(TreeHash.leaf(LEAVES.get(size - 1))));
            assertEquals(ROOTS.get(size), Hex.of(tree.root()), "root of " + size);
            assertEquals(ROOTS.get(size), Hex.of(new TreeReader(log.store(), size).root()), "root of " + size);
        }
    }

    @Test
    @DisplayName("has the published inclusion proofs, and they verify")
    void inclusion() throws Exception {
        inclusion(0, 8, LEAF_1, LEAVES_2_3, LEAVES_4_7);
        inclusion(5, 8, LEAF_4, LEAVES_6_7, LEAVES_0_3);
        inclusion(2, 3, ROOTS.get(2));
        inclusion(1, 5, ROOTS.get(1), LEAVES_2_3, LEAF_4);
        inclusion(0, 1);
    }

    @Test
    @DisplayName("has the published consistency proofs, and they verify")
    void consistency() throws Exception {
        consistency(1, 1);
        consistency(1, 8, LEAF_1, LEAVES_2_3, LEAVES_4_7);
        consistency(6, 8, LEAVES_4_5, LEAVES_6_7, LEAVES_0_3);
        consistency(2, 5, LEAVES_2_3, LEAF_4);
    }

    private void inclusion(int index, int size, String... expected) throws Exception {
        List<byte[]> proof = new TreeReader(log.store(), size).inclusionProof(index);
        assertEquals(List.of(expected), Hex.of(proof));
        Proofs.verifyInclusion(index, size, TreeHash.leaf(LEAVES.get(index)), proof, Hex.bytes(ROOTS.get(size)));
    }

    private void consistency(int from, int to, String... expected) throws Exception {
        List<byte[]> proof = new TreeReader(log.store(), to).consistencyProof(from);
        assertEquals(List.of(expected), Hex.of(proof));
        Proofs.verifyConsistency(from, Hex.bytes(ROOTS.get(from)), to, Hex.bytes(ROOTS.get(to)), proof);
    }
}
