package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Tiles")
class TilesTest {

    @Test
    @DisplayName("of a tree of 70,000 leaves are those that the specification counts")
    void specificationExample() {
        assertEquals(274, Tiles.count(0, 70_000));
        assertEquals(256, Tiles.width(0, 272, 70_000));
        assertEquals(112, Tiles.width(0, 273, 70_000));
        assertEquals(0, Tiles.width(0, 274, 70_000));
        assertEquals(2, Tiles.count(1, 70_000));
        assertEquals(256, Tiles.width(1, 0, 70_000));
        assertEquals(17, Tiles.width(1, 1, 70_000));
        assertEquals(1, Tiles.count(2, 70_000));
        assertEquals(1, Tiles.width(2, 0, 70_000));
        assertEquals(3, Tiles.levels(70_000));
    }

    @Test
    @DisplayName("of a tree of 256 leaves are a full one and one of width 1 above it")
    void fullTile() {
        List<String> paths = new ArrayList<>();
        Tiles.forEach(256, path -> paths.add(path.path()));
        assertEquals(List.of("tile/0/000", "tile/1/000.p/1"), paths);
    }

    @Test
    @DisplayName("do not exist in a tree without leaves, and there are none beyond the largest sizes")
    void edges() {
        Tiles.forEach(0, path -> assertEquals("none", path.path()));
        assertEquals(0, Tiles.levels(0));
        assertEquals(0, Tiles.width(0, 0, 0));
        assertEquals(0, Tiles.width(63, 0, Long.MAX_VALUE));
        assertEquals(127, Tiles.width(7, 0, Long.MAX_VALUE));
        assertEquals(255, Tiles.width(0, Long.MAX_VALUE / 256, Long.MAX_VALUE));
        assertEquals(0, Tiles.width(0, Long.MAX_VALUE, Long.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> Tiles.width(0, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> Tiles.width(-1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Tiles.count(0, -1));
    }

    @ParameterizedTest
    @CsvSource({"0,0,256,tile/0/000", "0,1234067,256,tile/0/x001/x234/067", "1,999,255,tile/1/999.p/255",
            "2,1000,1,tile/2/x001/000.p/1", "63,7,8,tile/63/007.p/8", "-1,1234067,256,tile/entries/x001/x234/067",
            "-1,0,12,tile/entries/000.p/12", "5,9223372036854775807,9,tile/5/x009/x223/x372/x036/x854/x775/807.p/9"})
    @DisplayName("are named as the specification says, both ways")
    void paths(int level, long index, int width, String path) throws Exception {
        TilePath tile = new TilePath(level, index, width);
        assertEquals(path, tile.path());
        assertEquals(tile, TilePath.parse(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tile", "tile/", "tile/0", "tile/0/", "/tile/0/000", "tile/0/000/", "tile/00/000",
            "tile/01/000", "tile/64/000", "tile/100/000", "tile/-1/000", "tile/0/0", "tile/0/00", "tile/0/0000",
            "tile/0/x000/000", "tile/0/x000/001", "tile/0/001/000", "tile/0/x001", "tile/0/x001/", "tile/0/X001/000",
            "tile/0/x001/x234", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/",
            "tile/0/000.p",
            "tile/0/000.p/999", "tile/0/000.p/-1", "tile/0/000.p/8/", "tile/0/000.p/8 ", "tile/0/000.P/8",
            "tile/entry/000", "tile/ENTRIES/000", "tile/0/٠٠٠", "tile/0/000\n", "tile/0/../000",
            "tile/0/x009/x223/x372/x036/x854/x775/808", "tile/0/x001/x000/x000/x000/x000/x000/x000/000"})
    @DisplayName("are refused under any other name")
    void malformedPaths(String path) {
        assertThrows(MalformedException.class, () -> TilePath.parse(path));
    }

    @Test
    @DisplayName("have no name outside their numbers")
    void impossibleTiles() {
        assertThrows(IllegalArgumentException.class, () -> TilePath.tile(-1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> TilePath.tile(64, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> TilePath.tile(0, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> TilePath.entries(0, 0));
        assertThrows(IllegalArgumentException.class, () -> TilePath.entries(0, 257));
    }

    @Test
    @DisplayName("grow by exactly the hashes that the accumulator reports")
    void growth() {
        int[] sizes = {0, 1, 2, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537, 66_000};
        CompactRange tree = new CompactRange();
        for (int i = 1; i < sizes.length; i++) {
            Map<Integer, TreeSet<Long>> seen = new TreeMap<>();
            while (tree.size() < sizes[i]) {
                tree.append(TreeHash.leaf(PublishedLog.leaf(tree.size())),
                        (level, index, hash) -> assertTrue(
                                seen.computeIfAbsent(level, l -> new TreeSet<>()).add(index)));
            }
            List<TileGrowth> growth = TileGrowth.between(sizes[i - 1], sizes[i]);
            assertEquals(seen.keySet().stream().toList(), growth.stream().map(TileGrowth::level).toList());
            for (TileGrowth level : growth) {
                TreeSet<Long> indexes = seen.get(level.level());
                assertEquals(level.from(), indexes.first());
                assertEquals(level.to() - 1, indexes.last());
                assertEquals(level.count(), indexes.size());
            }
        }
        assertEquals(List.of(), TileGrowth.between(7, 7));
        assertThrows(IllegalArgumentException.class, () -> TileGrowth.between(8, 7));
        assertThrows(IllegalArgumentException.class, () -> TileGrowth.between(-1, 7));
    }

    @Test
    @DisplayName("hold at level 1 and 2 the roots of the tiles below")
    void upperHashes() {
        PublishedLog log = PublishedLog.of(65_536);
        assertArrayEquals(Rfc6962.mth(log.leaves.subList(512, 768)), log.rows.get(1).get(2L));
        assertArrayEquals(Rfc6962.mth(log.leaves), log.rows.get(2).get(0L));
        assertEquals(256, log.rows.get(1).size());
    }
}
