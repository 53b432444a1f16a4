package org.daicho.ledger.engine.month;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.daicho.ledger.engine.store.Store;

/**
 * The digest of a sheet: SHA-256 over index (8 bytes, big endian) and hash of the leaf of each row.
 */
final class SheetDigest {

    private SheetDigest() {
    }

    static String of(Store store, List<Long> leaves) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            leaves.forEach(leaf -> {
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(leaf).array());
                digest.update(store.log().hash(leaf));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
