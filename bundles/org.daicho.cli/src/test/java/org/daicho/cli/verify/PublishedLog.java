package org.daicho.cli.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.daicho.cli.client.FakeSystem;
import org.daicho.tlog.Checkpoint;
import org.daicho.tlog.CompactRange;
import org.daicho.tlog.EntryBundle;
import org.daicho.tlog.NoteSigner;
import org.daicho.tlog.TilePath;
import org.daicho.tlog.Tiles;
import org.daicho.tlog.TreeHash;

/** A log that a fake system publishes under {@code /api/log}. */
final class PublishedLog {

    final NoteSigner signer;
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<Integer, TreeMap<Long, byte[]>> rows = new TreeMap<>();
    private final CompactRange tree = new CompactRange();

    PublishedLog(NoteSigner signer, byte[] first) {
        this.signer = signer;
        add(first);
    }

    void add(byte[] leaf) {
        leaves.add(leaf);
        tree.append(TreeHash.leaf(leaf),
                (level, index, hash) -> rows.computeIfAbsent(level, any -> new TreeMap<>()).put(index, hash));
    }

    void grow(int size) {
        while (leaves.size() < size) {
            add(ByteBuffer.allocate(9).put((byte) 1).putLong(leaves.size()).array());
        }
    }

    String checkpoint() {
        return new Checkpoint(signer.name(), leaves.size(), tree.root()).sign(signer);
    }

    void publish(FakeSystem system) {
        long size = leaves.size();
        Tiles.forEach(size, path -> {
            ByteBuffer tile = ByteBuffer.allocate(path.width() * TreeHash.BYTES);
            long first = path.index() * Tiles.WIDTH;
            rows.get(path.level()).subMap(first, first + path.width()).values().forEach(tile::put);
            put(system, path.path(), tile.array());
        });
        for (long index = 0; index < Tiles.count(0, size); index++) {
            int width = Tiles.bundleWidth(index, size);
            int first = (int) index * Tiles.WIDTH;
            put(system, TilePath.entries(index, width).path(),
                    EntryBundle.encode(leaves.subList(first, first + width)));
        }
        put(system, "checkpoint", checkpoint().getBytes(StandardCharsets.UTF_8));
        put(system, "key", signer.verifier().vkey().getBytes(StandardCharsets.UTF_8));
    }

    static void put(FakeSystem system, String path, byte[] body) {
        system.answers.put("GET /api/log/" + path, new FakeSystem.Answer(200, body));
    }
}
