package org.daicho.ledger.engine.log;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.daicho.ledger.engine.store.LogChain;
import org.daicho.ledger.engine.store.LogStore;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.log.PublishedLog;
import org.daicho.tlog.EntryBundle;
import org.daicho.tlog.Tiles;

/**
 * Serves one log of the chain from the database.
 */
final class PublishedTree implements PublishedLog {

    private final Store store;
    private final LogChain chain;
    private final int log;
    private final String key;
    private final Supplier<String> checkpoint;
    private final LongSupplier size;

    /**
     * Makes a published log.
     *
     * @param store      the database
     * @param chain      the logs
     * @param log        which of them
     * @param key        its verifier key
     * @param checkpoint gives its newest checkpoint
     * @param size       gives how many leaves of it are published
     */
    PublishedTree(Store store, LogChain chain, int log, String key, Supplier<String> checkpoint, LongSupplier size) {
        this.store = store;
        this.chain = chain;
        this.log = log;
        this.key = key;
        this.checkpoint = checkpoint;
        this.size = size;
    }

    @Override
    public String checkpoint() {
        return checkpoint.get();
    }

    @Override
    public String verifierKey() {
        return key;
    }

    @Override
    public Optional<byte[]> tile(int level, long index, int width) {
        if (level < 0 || level > 7 || index < 0 || index > Long.MAX_VALUE / Tiles.WIDTH - 1 || width < 1
                || width > Tiles.width(level, index, size.getAsLong())) {
            return Optional.empty();
        }
        try {
            return Optional.of(store.log().tiles(log).tile(level, index, width));
        } catch (IOException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public Optional<byte[]> entries(long index, int width) {
        if (index < 0 || index > Long.MAX_VALUE / Tiles.WIDTH - 1 || width < 1
                || width > Tiles.bundleWidth(index, size.getAsLong())) {
            return Optional.empty();
        }
        long from = chain.base(log) + index * Tiles.WIDTH;
        List<byte[]> leaves = store.log().leaves(from, from + width).stream().map(LogStore.Leaf::bytes).toList();
        if (leaves.size() != width) {
            throw new StoreException(new IOException("The log lacks leaves of bundle " + index + "."));
        }
        return Optional.of(EntryBundle.encode(leaves));
    }

    @Override
    public Optional<String> succession() {
        return log == 1 ? Optional.empty() : Optional.of(chain.successor(log).firstNote());
    }
}
