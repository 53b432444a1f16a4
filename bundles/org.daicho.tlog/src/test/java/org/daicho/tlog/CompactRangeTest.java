package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A growing tree")
class CompactRangeTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 100, 255, 256, 257, 300, 511, 512, 700})
    @DisplayName("goes on from stored hashes as if it had never stopped")
    void resumes(int size) throws Exception {
        PublishedLog log = PublishedLog.of(size);
        CompactRange resumed = CompactRange.resume(size, log.store());
        assertArrayEquals(log.tree.root(), resumed.root());
        assertEquals(Hex.of(log.tree.peaks()), Hex.of(resumed.peaks()));
        for (int i = size; i < size + 300; i++) {
            log.add(PublishedLog.leaf(i));
            resumed.append(TreeHash.leaf(PublishedLog.leaf(i)),
                    (level, index, hash) -> assertArrayEquals(log.rows.get(level).get(index), hash));
        }
        assertEquals(size + 300, resumed.size());
        assertArrayEquals(Rfc6962.mth(log.leaves), resumed.root());
    }

    @Test
    @DisplayName("has the root of RFC 6962 at every size up to 300")
    void everySize() {
        PublishedLog log = new PublishedLog();
        for (int i = 0; i < 300; i++) {
            log.add(PublishedLog.leaf(i));
            assertArrayEquals(Rfc6962.mth(log.leaves), log.tree.root(), "root of " + (i + 1));
        }
    }

    @Test
    @DisplayName("keeps a copy apart, so that a failed batch can be taken back")
    void copyIsApart() {
        CompactRange tree = PublishedLog.of(5).tree;
        byte[] before = tree.root();
        CompactRange copy = tree.copy();
        copy.append(TreeHash.leaf(new byte[]{1}));
        assertEquals(5, tree.size());
        assertArrayEquals(before, tree.root());
        assertEquals(6, copy.size());
    }

    @Test
    @DisplayName("is not changed through the arrays that it took or gave")
    void arraysAreCopies() {
        byte[] first = TreeHash.leaf(new byte[0]);
        CompactRange tree = new CompactRange();
        tree.append(first);
        first[0]++;
        tree.root()[0]++;
        tree.peaks().get(0)[0]++;
        assertArrayEquals(TreeHash.leaf(new byte[0]), tree.root());
    }

    @Test
    @DisplayName("refuses peaks that do not make up its size, and hashes of a wrong length")
    void refuses() {
        byte[] hash = TreeHash.empty();
        assertThrows(IllegalArgumentException.class, () -> new CompactRange(3, List.of(hash)));
        assertThrows(IllegalArgumentException.class, () -> new CompactRange(-1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CompactRange(1, List.of(new byte[31])));
        assertThrows(IllegalArgumentException.class, () -> new CompactRange().append(new byte[33]));
        assertThrows(IllegalArgumentException.class, () -> TreeHash.node(hash, new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> TreeHash.node(new byte[0], hash));
    }
}
