package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Somebody who trusts nothing but the log's key and the public formats: RFC 6962, C2SP signed-note, tlog-checkpoint and
 * tlog-tiles. Everything is computed here anew, with nothing of the system's own code.
 */
final class Stranger {

    private static final int TILE = 256;

    /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Api api;
    private final String key;

    /** Meets a log for the first time and keeps its key. */
    Stranger(Api api) {
        this.api = api;
        this.key = api.get("/api/log/key").expect(200).text().strip();
    }

    /**
     * A tree head whose signature holds.
     *
     * @param size the number of leaves
     * @param root the root hash
     */
    record Head(long size, byte[] root) {
    }

    /** Fetches the newest checkpoint and checks its signature. */
    Head head() throws GeneralSecurityException {
        return check(api.get("/api/log/checkpoint").expect(200).text());
    }

    /** Checks a checkpoint's signature. */
    Head check(String note) throws GeneralSecurityException {
        String[] vkey = key.split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(vkey[2]);
        assertEquals(1, typed[0], "the key is of Ed25519");
        byte[] id = Arrays.copyOf(sha256((vkey[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        assertEquals(vkey[1], HexFormat.of().formatHex(id));

        int blank = note.lastIndexOf("\n\n");
        String body = note.substring(0, blank + 1);
        String line = note.substring(blank + 2).lines().filter(l -> l.startsWith("— " + vkey[0] + " ")).findFirst()
                .orElseThrow(() -> new AssertionError("not signed by " + vkey[0] + ": " + note));
        byte[] signed = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        assertArrayEquals(id, Arrays.copyOf(signed, 4));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(publicKey(Arrays.copyOfRange(typed, 1, typed.length)));
        signature.update(body.getBytes(StandardCharsets.UTF_8));
        assertTrue(signature.verify(signed, 4, signed.length - 4), "the signature of " + note);

        String[] lines = body.split("\n");
        assertEquals(vkey[0], lines[0], "the origin is the key's name");
        return new Head(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    /** Recomputes a proof as REST answers it, down to every value that it opens; returns the openings. */
    JsonNode proven(JsonNode proof) throws GeneralSecurityException {
        byte[] leaf = bytes(proof.get("leaf"));
        assertArrayEquals(leafHash(leaf), bytes(proof.get("leafHash")));
        List<byte[]> path = new ArrayList<>();
        proof.get("hashes").forEach(hash -> path.add(bytes(hash)));
        Head head = check(proof.get("checkpoint").textValue());
        assertEquals(head.size(), proof.get("treeSize").longValue());
        assertArrayEquals(head.root(), root(proof.get("leafIndex").longValue(), head.size(), leafHash(leaf), path));
        for (JsonNode opening : proof.get("openings")) {
            int at = 3 + 32 * opening.get("index").intValue();
            assertArrayEquals(Arrays.copyOfRange(leaf, at, at + 32),
                    hmac(bytes(opening.get("salt")), Jcs.write(opening.get("value"))), opening::toString);
        }
        return proof.get("openings");
    }

    /** Fetches every leaf of a tree from its bundles. */
    List<byte[]> leaves(long size) {
        List<byte[]> leaves = new ArrayList<>();
        for (long bundle = 0; bundle * TILE < size; bundle++) {
            long width = Math.min(TILE, size - bundle * TILE);
            String path = String.format("/api/log/tile/entries/%03d", bundle) + (width < TILE ? ".p/" + width : "");
            ByteBuffer in = ByteBuffer.wrap(api.get(path).expect(200).bytes());
            while (in.hasRemaining()) {
                byte[] leaf = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(leaf);
                leaves.add(leaf);
            }
        }
        assertEquals(size, leaves.size());
        return leaves;
    }

    /** MTH of RFC 6962, 2.1. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leafHash(leaves.get(0));
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** The root that an inclusion proof leads to: RFC 9162, 2.1.3.2. */
    private static byte[] root(long index, long size, byte[] leafHash, List<byte[]> path) {
        assertTrue(index < size, index + " is not in a tree of " + size);
        long at = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            assertTrue(last > 0, "the path is too long");
            if ((at & 1) == 1 || at == last) {
                hash = node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        assertEquals(0, last, "the path is too short");
        return hash;
    }

    static byte[] leafHash(byte[] leaf) {
        return sha256(new byte[]{0}, leaf);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[]{1}, left, right);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + key.length);
        System.arraycopy(key, 0, encoded, X509.length, key.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.textValue());
    }
}
