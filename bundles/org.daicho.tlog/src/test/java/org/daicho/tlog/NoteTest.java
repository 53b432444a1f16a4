package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signed note")
class NoteTest {

    /** The example of the C2SP specification. */
    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv"
            + "1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    private static final String TEXT = "ログの先頭\n\n二行目\n";
    private final NoteSigner alice = NoteSigner.fromSeed("example.org/alice", seed(1));
    private final NoteSigner bob = NoteSigner.fromSeed("例え.jp/bob", seed(2));

    @Test
    @DisplayName("of the specification's example verifies, and reads back as it was")
    void specificationExample() throws Exception {
        NoteVerifier key = NoteVerifier.parse(VKEY);
        assertEquals("example.com/foo", key.name());
        assertEquals(0x530d903a, key.keyId());
        assertEquals(VKEY, key.vkey());
        SignedNote note = SignedNote.parse(NOTE);
        assertEquals(List.of(key), note.verify(key));
        assertEquals(NOTE, note.format());
        assertEquals(note, SignedNote.parse(NOTE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("of the specification's example fails with any byte of text or signature changed")
    void changedExampleFails() throws Exception {
        NoteVerifier key = NoteVerifier.parse(VKEY);
        SignedNote note = SignedNote.parse(NOTE);
        NoteSignature signature = note.signatures().get(0);
        byte[] message = note.text().getBytes(StandardCharsets.UTF_8);
        assertTrue(key.verify(message, signature.signature()));
        for (int at = 0; at < message.length; at++) {
            assertFalse(key.verify(Hex.flipped(message, at), signature.signature()), "byte " + at);
        }
        for (int at = 0; at < Ed25519.SIGNATURE_BYTES; at++) {
            SignedNote changed = new SignedNote(note.text(), List.of(new NoteSignature(signature.name(),
                    signature.keyId(), Hex.flipped(signature.signature(), at))));
            assertThrows(UnverifiedException.class, () -> changed.verify(key), "byte " + at);
        }
        assertFalse(key.verify(message, Arrays.copyOf(signature.signature(), 63)));
        assertFalse(key.verify(message, Arrays.copyOf(signature.signature(), 65)));
    }

    @ParameterizedTest
    @CsvSource({
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                    + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                    + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                    + "d25bf5f0595bbe24655141438e7a100b",
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                    + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                    + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                    + "387b2eaeb4302aeeb00d291612bb0c00"})
    @DisplayName("uses the keys and signatures of RFC 8032, section 7.1")
    void rfc8032(String seed, String publicKey, String message, String signature) throws Exception {
        NoteSigner signer = NoteSigner.fromSeed("rfc8032", Hex.bytes(seed));
        assertEquals(publicKey, Hex.of(signer.publicKey()));
        NoteVerifier key = NoteVerifier.of("rfc8032", Hex.bytes(publicKey));
        assertTrue(key.verify(Hex.bytes(message), Hex.bytes(signature)));
        assertEquals(signature,
                Hex.of(Ed25519.sign(Ed25519.fromSeed(Hex.bytes(seed)).getPrivate(), Hex.bytes(message))));
    }

    @Test
    @DisplayName("is signed by random seeds so that its verifier key, read from text, accepts it")
    void randomSeeds() throws Exception {
        Random random = new Random(8032);
        for (int i = 0; i < 40; i++) {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            NoteSigner signer = NoteSigner.fromSeed("log/" + i, seed);
            NoteVerifier key = NoteVerifier.parse(signer.vkey());
            assertArrayEquals(signer.publicKey(), key.publicKey());
            assertEquals(signer.keyId(), key.keyId());
            SignedNote note = SignedNote.parse(SignedNote.sign("n " + i + "\n", signer).format());
            assertEquals(List.of(key), note.verify(key));
        }
    }

    @Test
    @DisplayName("may have several signatures: known ones count, unknown ones are passed over")
    void severalSignatures() throws Exception {
        SignedNote note = SignedNote.parse(SignedNote.sign(TEXT, alice, bob).format());
        assertEquals(TEXT, note.text());
        assertEquals(2, note.signatures().size());
        assertEquals(List.of(bob.verifier()), note.verify(bob.verifier()));
        assertEquals(List.of(alice.verifier(), bob.verifier()), note.verify(bob.verifier(), alice.verifier()));
        NoteSigner stranger = NoteSigner.fromSeed("example.org/stranger", seed(3));
        assertThrows(UnverifiedException.class, () -> note.verify(stranger.verifier()));
        assertThrows(UnverifiedException.class, note::verify);
    }

    @Test
    @DisplayName("accepts signatures of other algorithms beside the known one")
    void otherAlgorithms() throws Exception {
        NoteSignature other = new NoteSignature("witness", 7, new byte[2420]);
        SignedNote note = new SignedNote(TEXT, List.of(other, alice.sign(TEXT)));
        assertEquals(List.of(alice.verifier()), SignedNote.parse(note.format()).verify(alice.verifier()));
        SignedNote only = new SignedNote(TEXT, List.of(other));
        assertThrows(UnverifiedException.class, () -> only.verify(alice.verifier()));
    }

    @Test
    @DisplayName("is refused as a whole when one known signature is wrong")
    void oneWrongSignature() {
        NoteSignature wrong = new NoteSignature(bob.name(), bob.keyId(), alice.sign(TEXT).signature());
        SignedNote note = new SignedNote(TEXT, List.of(alice.sign(TEXT), wrong));
        assertThrows(UnverifiedException.class, () -> note.verify(alice.verifier(), bob.verifier()));
    }

    @Test
    @DisplayName("does not count a key that shares the name only or the id only")
    void nameAndIdTogether() {
        NoteSigner namesake = NoteSigner.fromSeed(alice.name(), seed(9));
        SignedNote note = SignedNote.sign(TEXT, namesake);
        assertNotEquals(alice.keyId(), namesake.keyId());
        assertThrows(UnverifiedException.class, () -> note.verify(alice.verifier()));
        NoteSignature renamed = new NoteSignature("other", alice.keyId(), alice.sign(TEXT).signature());
        assertThrows(UnverifiedException.class,
                () -> new SignedNote(TEXT, List.of(renamed)).verify(alice.verifier()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", "text\n", "text\n\n", "text", "text\n— a AAAAAAE=\n",
            "text\n\n— a AAAAAAE=", "text\n\n- a AAAAAAE=\n", "text\n\n—a AAAAAAE=\n", "text\n\n— AAAAAAE=\n",
            "text\n\n—  AAAAAAE=\n", "text\n\n— a  AAAAAAE=\n", "text\n\n— a b AAAAAAE=\n", "text\n\n— a+b AAAAAAE=\n",
            "text\n\n— a AAAAAA==\n", "text\n\n— a AAAAAAE\n", "text\n\n— a AAAAAAF=\n", "text\n\n— a AAAA AAE=\n",
            "text\n\n— a AAAAAAE=\nx\n", "text\n\n— a AAAAAAE= \n", "text\n\n— a \n", "text\n\n— a\n",
            "te\u0000xt\n\n— a AAAAAAE=\n", "te\txt\n\n— a AAAAAAE=\n", "text\r\n\n— a AAAAAAE=\n",
            "text\n\n— a\u3000b AAAAAAE=\n", "text\n\n— a\u00a0b AAAAAAE=\n", "te\ud800xt\n\n— a AAAAAAE=\n"})
    @DisplayName("is refused when it is malformed")
    void malformed(String note) {
        assertThrows(MalformedException.class, () -> SignedNote.parse(note));
    }

    @Test
    @DisplayName("is refused when it is not UTF-8, too long, or has too many signatures")
    void limits() throws Exception {
        byte[] latin1 = NOTE.replace("example message", "ex\u00e4mple").getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(MalformedException.class, () -> SignedNote.parse(latin1));
        byte[] huge = new byte[SignedNote.MAX_BYTES + 1];
        Arrays.fill(huge, (byte) 'x');
        assertThrows(MalformedException.class, () -> SignedNote.parse(huge));
        assertThrows(MalformedException.class,
                () -> SignedNote.parse(new String(huge, StandardCharsets.US_ASCII)));
        String line = "— a AAAAAAE=\n";
        assertEquals(100, SignedNote.parse("x\n\n" + line.repeat(100)).signatures().size());
        assertThrows(MalformedException.class, () -> SignedNote.parse("x\n\n" + line.repeat(101)));
        NoteSignature one = new NoteSignature("a", 0, new byte[1]);
        assertThrows(IllegalArgumentException.class, () -> new SignedNote("x\n", Collections.nCopies(101, one)));
        assertThrows(IllegalArgumentException.class, () -> SignedNote.sign("x\n"));
        assertThrows(IllegalArgumentException.class, () -> alice.sign("no newline"));
        assertThrows(IllegalArgumentException.class, () -> alice.sign("tab\t\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a+b", "a+530d903a+", "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
            " example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "exam ple.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"})
    @DisplayName("is not checked with a malformed verifier key")
    void malformedVkey(String vkey) {
        assertThrows(MalformedException.class, () -> NoteVerifier.parse(vkey));
    }

    @Test
    @DisplayName("is not signed or checked with keys of a wrong length, off the curve, or badly named")
    void badKeys() {
        assertThrows(IllegalArgumentException.class, () -> NoteSigner.fromSeed("a", new byte[31]));
        for (String name : List.of("", "a b", "a+b", "a\nb", "a\u2003b", "\ud800")) {
            assertThrows(IllegalArgumentException.class, () -> NoteSigner.fromSeed(name, seed(1)), name);
        }
        assertThrows(MalformedException.class, () -> NoteVerifier.of("a", new byte[33]));
        byte[] two = new byte[32];
        two[0] = 2;
        assertThrows(MalformedException.class, () -> NoteVerifier.of("a", two), "y = 2 is not on the curve");
        byte[] prime = new byte[32];
        Arrays.fill(prime, (byte) 0xff);
        prime[0] = (byte) 0xed;
        prime[31] = 0x7f;
        assertThrows(MalformedException.class, () -> NoteVerifier.of("a", prime), "y = p is not canonical");
        assertThrows(IllegalArgumentException.class, () -> new NoteSignature("a", 1, new byte[0]));
    }

    @Test
    @DisplayName("has a signature line with the key's id before the signature")
    void signatureLine() {
        String line = alice.sign(TEXT).toString();
        assertTrue(line.startsWith("— example.org/alice "));
        byte[] bytes = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        byte[] id = Arrays.copyOf(Rfc6962.sha256("example.org/alice\n\u0001".getBytes(StandardCharsets.UTF_8),
                alice.publicKey()), 4);
        assertArrayEquals(id, Arrays.copyOf(bytes, 4));
        assertEquals(68, bytes.length);
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[31] = (byte) number;
        return seed;
    }
}
