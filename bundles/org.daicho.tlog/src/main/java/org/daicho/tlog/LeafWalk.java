package org.daicho.tlog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One walk over all leaves of a log, bundle by bundle: what {@link LogVerifier} does once the checkpoint is open. */
final class LeafWalk {

    private final LogSource source;
    private final Checkpoint checkpoint;
    private final Checkpoint earlier;
    private final VerifyListener listener;
    private final CompactRange tree = new CompactRange();
    /** For each level the hashes of the tile that is being filled, computed from the leaves. */
    private final List<HashRow> rows = new ArrayList<>();
    private byte[] earlierRoot = TreeHash.empty();
    private long leaves;

    LeafWalk(LogSource source, Checkpoint checkpoint, Checkpoint earlier, VerifyListener listener) {
        this.source = source;
        this.checkpoint = checkpoint;
        this.earlier = earlier;
        this.listener = listener;
    }

    /** How many leaves have the hashes that the tree holds for them. */
    long leaves() {
        return leaves;
    }

    void run() throws IOException, FoundException {
        long size = checkpoint.size();
        long bundles = Tiles.count(0, size);
        for (long index = 0; index < bundles; index++) {
            bundle(TilePath.entries(index, Tiles.bundleWidth(index, size)));
            compare(true);
            listener.progress(leaves, size);
        }
        compare(false);
        if (earlier != null && !Arrays.equals(earlierRoot, earlier.root())) {
            throw new FoundException(new Finding(Finding.Kind.EARLIER, 0, earlier.size() - 1, null,
                    "the first " + earlier.size() + " leaves are not those of the earlier checkpoint"));
        }
        if (!Arrays.equals(tree.root(), checkpoint.root())) {
            throw new FoundException(new Finding(Finding.Kind.ROOT, 0, size - 1, null,
                    "the leaves and tiles fit each other, but their root is not the checkpoint's"));
        }
    }

    private void bundle(TilePath path) throws IOException, FoundException {
        long first = path.index() * Tiles.WIDTH;
        byte[] bytes = fetch(path, () -> source.entryBundle(path.index(), path.width()));
        List<byte[]> found = new ArrayList<>(path.width());
        MalformedException broken = null;
        try {
            EntryBundle.decode(bytes, path.width(), found);
        } catch (MalformedException e) {
            // A wrong length shows only where the bundle ends: the leaves before that are compared first.
            broken = e;
        }
        for (byte[] leaf : found) {
            tree.append(TreeHash.leaf(leaf), (level, index, hash) -> row(level).add(hash));
            if (earlier != null && tree.size() == earlier.size()) {
                earlierRoot = tree.root();
            }
        }
        compareLeaves(path);
        if (broken != null) {
            throw new FoundException(new Finding(Finding.Kind.BUNDLE, first + found.size(),
                    first + path.width() - 1L, path, broken.getMessage()));
        }
        for (int i = 0; i < found.size(); i++) {
            listener.leaf(first + i, found.get(i));
        }
        leaves += found.size();
    }

    /** Compares the bundle's leaves with their tile, and where one differs asks the tree which of the two is right. */
    private void compareLeaves(TilePath bundle) throws IOException, FoundException {
        TilePath path = TilePath.tile(0, bundle.index(), bundle.width());
        byte[] tile = tile(path);
        int wrong = row(0).firstOtherThan(tile);
        if (wrong >= 0) {
            long leaf = path.index() * Tiles.WIDTH + wrong;
            if (isInTree(leaf)) {
                throw new FoundException(new Finding(Finding.Kind.LEAF, leaf, leaf, bundle,
                        "leaf " + leaf + " is not the one whose hash the checkpoint covers"));
            }
            throw new FoundException(new Finding(Finding.Kind.TILE, leaf, leaf, path,
                    "the hash of leaf " + leaf
                            + " in the tile is not the leaf's, and the checkpoint does not cover it"));
        }
        row(0).clear();
    }

    /** Whether the hash that the tiles hold for a leaf is covered by the checkpoint. */
    private boolean isInTree(long leaf) throws IOException {
        try {
            TreeReader reader = new TreeReader(source, checkpoint.size());
            Proofs.verifyInclusion(leaf, checkpoint.size(), reader.leafHash(leaf), reader.inclusionProof(leaf),
                    checkpoint.root());
            return true;
        } catch (UnverifiedException | BadTileException | FileNotFoundException | NoSuchFileException e) {
            return false;
        }
    }

    /** Compares the tiles above the leaves: the full ones while the walk goes on, the partial ones at its end. */
    private void compare(boolean full) throws IOException, FoundException {
        for (int level = 1; level < rows.size(); level++) {
            HashRow row = rows.get(level);
            if (row.isFull() == full && row.width() > 0) {
                compare(TilePath.tile(level, row.tile(), row.width()), row);
                row.clear();
            }
        }
    }

    private void compare(TilePath path, HashRow row) throws IOException, FoundException {
        int wrong = row.firstOtherThan(tile(path));
        if (wrong >= 0) {
            int height = path.level() * Tiles.HEIGHT;
            long hash = path.index() * Tiles.WIDTH + wrong;
            throw new FoundException(new Finding(Finding.Kind.TILE, hash << height, ((hash + 1) << height) - 1, path,
                    "hash " + wrong + " of the tile is not that of the tile below it"));
        }
    }

    private byte[] tile(TilePath path) throws IOException, FoundException {
        byte[] tile = fetch(path, () -> source.tile(path.level(), path.index(), path.width()));
        int length = path.width() * TreeHash.BYTES;
        if (tile.length != length) {
            throw new FoundException(finding(Finding.Kind.TILE, path,
                    "the tile has " + tile.length + " bytes and not " + length));
        }
        return tile;
    }

    private static byte[] fetch(TilePath path, Fetch fetch) throws IOException, FoundException {
        try {
            return fetch.get();
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new FoundException(
                    finding(Finding.Kind.MISSING, path, "the log does not have it: " + e.getMessage()));
        }
    }

    /** A finding about a whole tile or bundle. */
    private static Finding finding(Finding.Kind kind, TilePath path, String detail) {
        int height = Math.max(0, path.level()) * Tiles.HEIGHT;
        long first = path.index() * Tiles.WIDTH;
        return new Finding(kind, first << height, ((first + path.width()) << height) - 1, path, detail);
    }

    private HashRow row(int level) {
        while (rows.size() <= level) {
            rows.add(new HashRow());
        }
        return rows.get(level);
    }

    @FunctionalInterface
    private interface Fetch {
        byte[] get() throws IOException;
    }
}
