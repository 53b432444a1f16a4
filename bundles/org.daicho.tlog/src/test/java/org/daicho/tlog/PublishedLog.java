package org.daicho.tlog;

import java.io.FileNotFoundException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log as a web server would publish it, every file of which a test may change. */
final class PublishedLog implements LogSource {

    final List<byte[]> leaves = new ArrayList<>();
    /** Every file by its path, as it would lie in a folder. */
    final Map<String, byte[]> files = new HashMap<>();
    final Map<Integer, TreeMap<Long, byte[]>> rows = new HashMap<>();
    final CompactRange tree = new CompactRange();

    /** Leaves of 8 to 40 bytes that tell their index. */
    static byte[] leaf(long index) {
        return ByteBuffer.allocate(8 + (int) (index % 33)).putLong(index).array();
    }

    static PublishedLog of(int size) {
        PublishedLog log = new PublishedLog();
        for (int i = 0; i < size; i++) {
            log.add(leaf(i));
        }
        return log;
    }

    void add(byte[] leaf) {
        leaves.add(leaf);
        tree.append(TreeHash.leaf(leaf),
                (level, index, hash) -> rows.computeIfAbsent(level, l -> new TreeMap<>()).put(index, hash));
    }

    /** Writes the files of the log as it is now. */
    PublishedLog publish(NoteSigner signer) {
        long size = leaves.size();
        Tiles.forEach(size, path -> {
            ByteBuffer tile = ByteBuffer.allocate(path.width() * TreeHash.BYTES);
            long first = path.index() * Tiles.WIDTH;
            rows.get(path.level()).subMap(first, first + path.width()).values().forEach(tile::put);
            files.put(path.path(), tile.array());
        });
        for (long index = 0; index < Tiles.count(0, size); index++) {
            int width = Tiles.bundleWidth(index, size);
            int first = (int) index * Tiles.WIDTH;
            files.put(TilePath.entries(index, width).path(), EntryBundle.encode(leaves.subList(first, first + width)));
        }
        files.put("checkpoint", checkpointOf(signer).sign(signer).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Checkpoint checkpointOf(NoteSigner signer) {
        return new Checkpoint(signer.name(), leaves.size(), tree.root());
    }

    private byte[] file(String path) throws FileNotFoundException {
        byte[] file = files.get(path);
        if (file == null) {
            throw new FileNotFoundException(path);
        }
        return file;
    }

    @Override
    public byte[] checkpoint() throws FileNotFoundException {
        return file("checkpoint");
    }

    @Override
    public byte[] tile(int level, long index, int width) throws FileNotFoundException {
        return file(TilePath.tile(level, index, width).path());
    }

    @Override
    public byte[] entryBundle(long index, int width) throws FileNotFoundException {
        return file(TilePath.entries(index, width).path());
    }

    /** The tiles of any tree up to the current size, straight from the rows, as a store would answer. */
    TileSource store() {
        return (level, index, width) -> {
            ByteBuffer tile = ByteBuffer.allocate(width * TreeHash.BYTES);
            for (long i = index * Tiles.WIDTH; i < index * Tiles.WIDTH + width; i++) {
                tile.put(rows.get(level).get(i));
            }
            return tile.array();
        };
    }
}
