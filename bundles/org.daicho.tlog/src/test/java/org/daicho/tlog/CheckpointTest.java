package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A checkpoint")
class CheckpointTest {

    /** The example of the C2SP specification. */
    private static final String BODY = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """;

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String ORIGIN = "daicho/ogikubo/0a1b2c3d";

    private final NoteSigner signer = NoteSigner.fromSeed(ORIGIN, new byte[32]);
    private final Checkpoint checkpoint = new Checkpoint(ORIGIN, 7, TreeHash.empty());

    @Test
    @DisplayName("of the specification's example is read and written")
    void specificationExample() throws Exception {
        Checkpoint example = Checkpoint.parse(BODY);
        assertEquals("example.com/behind-the-sofa", example.origin());
        assertEquals(20_852_163, example.size());
        assertEquals("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62", Hex.of(example.root()));
        assertEquals(List.of(), example.extensions());
        assertEquals(BODY, example.body());
    }

    @Test
    @DisplayName("opens with the key that signed it")
    void opens() throws Exception {
        String note = checkpoint.sign(signer);
        assertEquals(checkpoint, Checkpoint.open(note, NoteVerifier.parse(signer.vkey())));
        assertEquals(ORIGIN + "\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", SignedNote.parse(note).text());
    }

    @Test
    @DisplayName("opens with a witness's signature beside the log's, and under a key of another name if told so")
    void opensWithWitness() throws Exception {
        NoteSigner witness = NoteSigner.fromSeed("witness", new byte[32]);
        String note = checkpoint.sign(signer, witness);
        assertEquals(checkpoint, Checkpoint.open(note, signer.verifier()));
        assertEquals(checkpoint, Checkpoint.open(note, witness.verifier(), ORIGIN));
        assertThrows(UnverifiedException.class, () -> Checkpoint.open(note, witness.verifier()));
    }

    @Test
    @DisplayName("keeps its extension lines")
    void extensions() throws Exception {
        Checkpoint extended = new Checkpoint("o", 0, TreeHash.empty(), List.of("format 1", "二"));
        assertEquals(extended, Checkpoint.parse(extended.body()));
        assertTrue(extended.body().endsWith("\nformat 1\n二\n"));
    }

    @Test
    @DisplayName("is refused with the wrong key, the wrong origin, or a changed size or root")
    void refused() {
        String note = checkpoint.sign(signer);
        byte[] otherSeed = new byte[32];
        otherSeed[0] = 1;
        NoteVerifier other = NoteSigner.fromSeed(ORIGIN, otherSeed).verifier();
        assertThrows(UnverifiedException.class, () -> Checkpoint.open(note, other));
        UnverifiedException origin = assertThrows(UnverifiedException.class,
                () -> Checkpoint.open(note, signer.verifier(), ORIGIN + "/2"));
        assertTrue(origin.getMessage().contains(ORIGIN + "/2"), origin.getMessage());
        for (String changed : List.of(note.replace("\n7\n", "\n8\n"), note.replace("47DEQ", "47DER"),
                note.replace("ogikubo/0a1b2c3d\n7", "ogikubo/0a1b2c3e\n7"))) {
            assertNotEquals(note, changed);
            assertThrows(UnverifiedException.class, () -> Checkpoint.open(changed, signer.verifier()));
        }
        String signedOther = SignedNote.sign("not a checkpoint\n", signer).format();
        assertThrows(MalformedException.class, () -> Checkpoint.open(signedOther, signer.verifier()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o\n", "o\n1\n", "o\n1\n" + ROOT, "\n1\n" + ROOT + "\n", "o\n01\n" + ROOT + "\n",
            "o\n00\n" + ROOT + "\n", "o\n+1\n" + ROOT + "\n", "o\n-1\n" + ROOT + "\n", "o\n 1\n" + ROOT + "\n",
            "o\n1 \n" + ROOT + "\n", "o\n0x1\n" + ROOT + "\n", "o\n１\n" + ROOT + "\n", "o\n\n" + ROOT + "\n",
            "o\n9223372036854775808\n" + ROOT + "\n", "o\n99999999999999999999\n" + ROOT + "\n",
            "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
            "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
            "o\n1\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n", "o\n1\nCsUYapGG\n", "o\n1\n\n",
            "o\n1\n" + ROOT + "\n\n", "o\n1\n" + ROOT + "\n\nx\n", "o\n1\n" + ROOT + "\n\tx\n",
            "o\r\n1\n" + ROOT + "\n"})
    @DisplayName("is refused when it is malformed")
    void malformed(String body) {
        assertThrows(MalformedException.class, () -> Checkpoint.parse(body));
    }

    @Test
    @DisplayName("is not made from impossible parts, nor changed through its array")
    void impossible() {
        byte[] root = TreeHash.empty();
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("", 0, root));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a\nb", 0, root));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a", -1, root));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a", 0, new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a", 0, root, List.of("")));
        Checkpoint kept = new Checkpoint("a", 0, root);
        root[0]++;
        kept.root()[0]++;
        assertArrayEquals(TreeHash.empty(), kept.root());
    }
}
