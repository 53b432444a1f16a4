package org.daicho.tlog;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/** Ed25519 with the raw encodings of RFC 8032, on the platform's own implementation (JEP 339). */
final class Ed25519 {

    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final String NAME = "Ed25519";
    /** The field's prime, 2^255 - 19: RFC 8032, section 5.1. */
    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final int X_ODD = 0x80;

    private Ed25519() {
    }

    /** The key pair of a seed, which is RFC 8032's private key. */
    static KeyPair fromSeed(byte[] seed) {
        if (seed.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        try {
            // The platform computes a public key only while it generates a pair, so it is given the seed as randomness.
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] used = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!Arrays.equals(used, seed)) {
                throw new IllegalStateException("this Java platform does not take an Ed25519 seed as it is");
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] encode(PublicKey key) {
        EdECPoint point = ((EdECPublicKey) key).getPoint();
        byte[] big = point.getY().toByteArray();
        byte[] little = new byte[KEY_BYTES];
        for (int i = 0; i < big.length && i < KEY_BYTES; i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (point.isXOdd()) {
            little[KEY_BYTES - 1] |= (byte) X_ODD;
        }
        return little;
    }

    static PublicKey decode(byte[] raw) throws MalformedException {
        if (raw.length != KEY_BYTES) {
            throw new MalformedException("an Ed25519 public key has 32 bytes, not " + raw.length);
        }
        byte[] big = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            big[i] = raw[KEY_BYTES - 1 - i];
        }
        boolean xOdd = (big[0] & X_ODD) != 0;
        big[0] &= (byte) ~X_ODD;
        BigInteger y = new BigInteger(1, big);
        if (y.compareTo(PRIME) >= 0) {
            throw new MalformedException("the Ed25519 public key is not encoded canonically");
        }
        try {
            PublicKey key = KeyFactory.getInstance(NAME)
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(xOdd, y)));
            // A number that is no point of the curve is found out only by whoever uses it.
            Signature.getInstance(NAME).initVerify(key);
            return key;
        } catch (java.security.InvalidKeyException | java.security.spec.InvalidKeySpecException e) {
            throw new MalformedException("not an Ed25519 public key", e);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static boolean verify(PublicKey key, byte[] message, byte[] signed) {
        if (signed.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (java.security.SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java platform's Ed25519 does not work", e);
    }

    /** Not random at all: hands out the seed. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
        }
    }
}
