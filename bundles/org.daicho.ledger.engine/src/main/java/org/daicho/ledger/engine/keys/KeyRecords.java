package org.daicho.ledger.engine.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/**
 * The records of a key store: the entry's id (22 ASCII bytes), a nonce (12 bytes) and the AES-256-GCM ciphertext of the
 * entry's key under the master key with its tag (48 bytes), the id being authenticated too.
 */
final class KeyRecords {

    private static final int ID_BYTES = 22;
    private static final int BYTES = ID_BYTES + Aead.OVERHEAD + EntryKeys.KEY_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyRecords() {
    }

    /** Wraps keys, by entry, under a master key. */
    static byte[] wrap(byte[] master, Map<String, byte[]> keys) {
        ByteBuffer records = ByteBuffer.allocate(keys.size() * BYTES);
        keys.forEach((entry, key) -> {
            byte[] id = entry.getBytes(StandardCharsets.US_ASCII);
            records.put(id).put(Aead.seal(master, key, id, RANDOM));
        });
        return records.array();
    }

    /**
     * Unwraps records as far as they are whole, and stays where they end.
     *
     * @param where what to name where they are damaged
     * @return the keys by entry
     * @throws IOException where a record is not what was written under this master key
     */
    static Map<String, byte[]> unwrap(byte[] master, ByteBuffer records, String where) throws IOException {
        Map<String, byte[]> keys = new HashMap<>();
        while (records.remaining() >= BYTES && !isUnwritten(records)) {
            byte[] id = new byte[ID_BYTES];
            records.get(id);
            byte[] sealed = new byte[BYTES - ID_BYTES];
            records.get(sealed);
            try {
                keys.put(new String(id, StandardCharsets.US_ASCII), Aead.open(master, sealed, id));
            } catch (GeneralSecurityException e) {
                throw new IOException("鍵の保管ファイルが壊れているか、主鍵が違います / The key store is damaged or its master key"
                        + " is another one: " + where, e);
            }
        }
        return keys;
    }

    /** Tells whether a crash left the rest of the file without what was to be written there. */
    private static boolean isUnwritten(ByteBuffer all) {
        for (int i = all.position(); i < all.limit(); i++) {
            if (all.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
