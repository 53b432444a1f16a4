package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The worked example of cnf/decisions/0001")
class DecisionExampleTest {

    private static final Path PAGE = Path.of("../../cnf/decisions/0001-leaf-format-and-commitments.md");
    private static final byte[] KEY = Hex.bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final EntryLeaf LEAF = EntryLeaf.of(KEY, 3, List.of(new NamedValue("ledger", "media.takeouts"),
            new NamedValue("title", "持ち出し"), new NamedValue("count", 2), new NamedValue("note", null)));
    private static final Map<String, Object> DEFINITION = Map.of("columns", List.of("title"), "id", "media.takeouts");

    @Test
    @DisplayName("follows from plain HMACs over the bytes that the page shows")
    void byHand() throws Exception {
        String salt = hmac(Hex.of(KEY), Hex.bytes("00000003" + "7469746c65"));
        String value = "22" + "e68c81e381a1e587bae38197" + "22";
        assertEquals(Hex.of("\"持ち出し\"".getBytes(StandardCharsets.UTF_8)), value);
        String commitment = hmac(salt, Hex.bytes(value));
        assertEquals(Hex.of(LEAF.openings().get(1).salt()), salt);
        assertEquals(Hex.of(EntryLeaf.commitments(LEAF.bytes()).get(1)), commitment);
        assertShown("00000003 7469746c65", "22 e68c81e381a1e587bae38197 22", salt, commitment);
    }

    @Test
    @DisplayName("shows the bytes that the code makes")
    void leafAndRoot() throws Exception {
        assertTrue(Hex.of(LEAF.bytes()).startsWith("010020d6fa5cdf"));
        assertEquals(1027, LEAF.bytes().length);
        List<byte[]> commitments = EntryLeaf.commitments(LEAF.bytes());
        byte[] definition = DefinitionLeaf.of(DEFINITION);
        byte[] left = TreeHash.leaf(definition);
        byte[] right = TreeHash.leaf(LEAF.bytes());
        CompactRange tree = new CompactRange();
        tree.append(left);
        tree.append(right);
        for (int slot : List.of(0, 2, 3, 4)) {
            assertShown(Hex.of(commitments.get(slot)));
        }
        assertShown(CanonicalJson.string(DEFINITION), "02 " + Hex.of(DefinitionLeaf.digest(DEFINITION)), Hex.of(left),
                Hex.of(right), Hex.of(tree.root()));
    }

    private static String hmac(String key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Hex.bytes(key), "HmacSHA256"));
        return Hex.of(mac.doFinal(message));
    }

    private static void assertShown(String... parts) throws IOException {
        String page = Files.readString(PAGE);
        for (String part : parts) {
            assertTrue(page.contains(part), "the page does not show " + part);
        }
    }
}
