package org.daicho.ledger.engine.write;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers for a while what was changed last at which size of the tree, so that the writer can tell whether what rules
 * have read still holds. One thread.
 */
final class Changes {

    private static final int MOST = 200_000;

    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            if (size() <= MOST) {
                return false;
            }
            horizon = Math.max(horizon, eldest.getValue() + 1);
            return true;
        }
    };
    private long horizon;

    Changes(long size) {
        horizon = size;
    }

    /** Notes a change by the leaf at an index. */
    void note(long index, Collection<String> keys) {
        keys.forEach(key -> last.put(key, index));
    }

    /** Tells whether nothing that was read has changed since; {@code false} also where that is no longer known. */
    boolean hold(Reads reads) {
        if (reads.keys().isEmpty()) {
            return true;
        }
        if (reads.size() < horizon) {
            return false;
        }
        for (String key : reads.keys()) {
            Long index = last.get(key);
            if (index != null && index >= reads.size()) {
                return false;
            }
        }
        return true;
    }
}
