package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A leaf")
class LeafTest {

    private static final byte[] KEY = Hex.bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final List<NamedValue> VALUES = List.of(new NamedValue("ledger", "media.takeouts"),
            new NamedValue("title", "持ち出し"), new NamedValue("count", 2), new NamedValue("note", null));

    private final EntryLeaf leaf = EntryLeaf.of(KEY, 3, VALUES);

    /** Computed outside of this project's code, with another language's HMAC, from the format as it is documented. */
    @Test
    @DisplayName("of an entry has the documented bytes")
    void pinnedEntry() {
        assertEquals(1027, leaf.bytes().length);
        assertEquals("db3832c9683aca043f8d3f920008954451617c27b22fa5339cd701720076af87",
                Hex.of(Rfc6962.sha256(leaf.bytes())));
        Opening title = leaf.openings().get(1);
        assertEquals("3800ff5be0d17001274aed3d22cd70f345efcee2f9c6f3ef147d4ca9d93d24e6", Hex.of(title.salt()));
        assertEquals("cca9ffe1558bb6ce0caa080f0d4bd58b5f7649b470baff79eb723aac9f6cd077",
                Hex.of(title.commitment()));
        assertEquals("afdf1524fcc40c7292de4318cb44362ba48276443e1b3650294b18c3bc502b2f",
                Hex.of(leaf.padding().get(27).commitment()));
    }

    @Test
    @DisplayName("of an entry is opened by each of its openings, padding too")
    void opens() throws Exception {
        List<Opening> all = new ArrayList<>(leaf.openings());
        all.addAll(leaf.padding());
        assertEquals(32, all.size());
        for (int i = 0; i < all.size(); i++) {
            assertEquals(i, all.get(i).index());
            all.get(i).verify(leaf.bytes());
        }
        assertEquals(List.of("ledger", "title", "count", "note"),
                leaf.openings().stream().map(Opening::name).toList());
        assertEquals("~4", leaf.padding().get(0).name());
    }

    @Test
    @DisplayName("of an entry is not opened by another value, salt or slot")
    void doesNotOpen() {
        Opening title = leaf.openings().get(1);
        byte[] bytes = leaf.bytes();
        fails(new Opening(1, "title", title.salt(), "持ち出し "), bytes);
        fails(new Opening(1, "title", title.salt(), null), bytes);
        fails(new Opening(2, "title", title.salt(), title.value()), bytes);
        fails(new Opening(32, "title", title.salt(), title.value()), bytes);
        for (int at = 0; at < TreeHash.BYTES; at++) {
            fails(new Opening(1, "title", Hex.flipped(title.salt(), at), title.value()), bytes);
            fails(title, Hex.flipped(bytes, 3 + TreeHash.BYTES + at));
        }
        fails(title, EntryLeaf.of(KEY, 4, VALUES).bytes());
        fails(leaf.openings().get(2), withCount("2").bytes());
    }

    @Test
    @DisplayName("of an entry tells a number from its text, and empty text from none")
    void valuesAreDistinct() {
        Set<String> seen = new HashSet<>();
        for (Object value : Arrays.asList(2, "2", null, "null", "", false, "false", List.of(), Map.of())) {
            assertTrue(seen.add(Hex.of(withCount(value).openings().get(2).commitment())), String.valueOf(value));
        }
    }

    @Test
    @DisplayName("of an entry has no commitment in common with another version, entry, slot or padding")
    void commitmentsDiffer() throws Exception {
        Set<String> seen = new HashSet<>();
        List<NamedValue> same = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            same.add(new NamedValue("c" + i, null));
        }
        for (EntryLeaf each : List.of(EntryLeaf.of(KEY, 1, same), EntryLeaf.of(KEY, 2, same),
                EntryLeaf.of(new byte[32], 1, same))) {
            List<byte[]> commitments = EntryLeaf.commitments(each.bytes());
            assertEquals(64, commitments.size());
            commitments.forEach(commitment -> assertTrue(seen.add(Hex.of(commitment))));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,32", "1,32", "31,32", "32,32", "33,64", "64,64", "65,96", "2016,2016"})
    @DisplayName("of an entry is padded so that its length tells the number of columns only roughly")
    void padding(int values, int slots) throws Exception {
        List<NamedValue> named = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            named.add(new NamedValue("column" + i, i));
        }
        EntryLeaf padded = EntryLeaf.of(KEY, 1, named);
        assertEquals(3 + 32 * slots, padded.bytes().length);
        assertTrue(padded.bytes().length <= EntryBundle.MAX_LEAF);
        assertEquals(slots, EntryLeaf.commitments(padded.bytes()).size());
        assertEquals(values, padded.openings().size());
        assertEquals(slots - values, padded.padding().size());
    }

    @Test
    @DisplayName("of an entry is not made from bad parts")
    void badParts() {
        assertThrows(IllegalArgumentException.class, () -> EntryLeaf.of(new byte[31], 1, VALUES));
        assertThrows(IllegalArgumentException.class, () -> EntryLeaf.of(KEY, 0, VALUES));
        assertThrows(IllegalArgumentException.class, () -> withCount(2.5));
        NamedValue twice = new NamedValue("a", 1);
        assertThrows(IllegalArgumentException.class, () -> EntryLeaf.of(KEY, 1, List.of(twice, twice)));
        List<NamedValue> many = new ArrayList<>();
        for (int i = 0; i < 2017; i++) {
            many.add(new NamedValue("c" + i, i));
        }
        assertThrows(IllegalArgumentException.class, () -> EntryLeaf.of(KEY, 1, many));
        for (String name : List.of("", "~", "~4", "\ud800")) {
            assertThrows(IllegalArgumentException.class, () -> new NamedValue(name, 1), name);
        }
        assertThrows(IllegalArgumentException.class, () -> new Opening(-1, "a", KEY, 1));
        assertThrows(IllegalArgumentException.class, () -> new Opening(0, "a", new byte[33], 1));
    }

    @Test
    @DisplayName("of an entry is refused when it is malformed")
    void malformedEntry() {
        byte[] bytes = leaf.bytes();
        Opening opening = leaf.openings().get(0);
        for (byte[] wrong : List.of(new byte[0], new byte[]{1}, new byte[]{1, 0}, new byte[]{1, 0, 0},
                Arrays.copyOf(bytes, bytes.length - 1), Arrays.copyOf(bytes, bytes.length + 1),
                Hex.flipped(bytes, 0), Hex.flipped(bytes, 1), Hex.flipped(bytes, 2), new byte[]{1, 0, 1, 0},
                Arrays.copyOf(new byte[]{1, 0, 33}, 3 + 33 * 32), DefinitionLeaf.of(Map.of()))) {
            assertThrows(MalformedException.class, () -> EntryLeaf.commitments(wrong));
            assertThrows(MalformedException.class, () -> opening.verify(wrong));
        }
    }

    @Test
    @DisplayName("of an entry keeps values and salts out of what is printed")
    void printsNothingSecret() {
        String printed = leaf.openings().toString();
        assertFalse(printed.contains("持ち出し"), printed);
        assertEquals("Opening[1, title]", leaf.openings().get(1).toString());
    }

    @Test
    @DisplayName("of a definition is the digest of its canonical JSON")
    void definition() throws Exception {
        Map<String, Object> definition = Map.of("id", "media.takeouts", "columns", List.of("title"));
        String digest = "9431e352eba3ac98b837f021815f3417d5bdd8e0eb6dc581dd5e69138c58e7e5";
        assertEquals("02" + digest, Hex.of(DefinitionLeaf.of(definition)));
        assertEquals(digest, Hex.of(DefinitionLeaf.digest(definition)));
        assertEquals(digest, Hex.of(DefinitionLeaf.digestIn(DefinitionLeaf.of(definition))));
        assertThrows(MalformedException.class, () -> DefinitionLeaf.digestIn(Hex.bytes("02" + digest + "00")));
        assertThrows(MalformedException.class, () -> DefinitionLeaf.digestIn(Hex.bytes("03" + digest)));
        assertThrows(MalformedException.class, () -> DefinitionLeaf.digestIn(leaf.bytes()));
    }

    @Test
    @DisplayName("of a succession tells its facts to everybody")
    void succession() throws Exception {
        Map<String, Object> facts = Map.of("checkpoint", "daicho/x\n1\nAAAA\n", "reason", "復元", "newest", 12L);
        byte[] bytes = SuccessionLeaf.of(facts);
        assertEquals("\u0003{\"checkpoint\":\"daicho/x\\n1\\nAAAA\\n\",\"newest\":12,\"reason\":\"復元\"}",
                new String(bytes, StandardCharsets.UTF_8));
        assertEquals(facts, SuccessionLeaf.decode(bytes));
        assertThrows(IllegalArgumentException.class, () -> SuccessionLeaf.of(Map.of("a", "x".repeat(65_535))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0003", "\u0003[]", "\u0003null", "\u0003{} ", "\u0003{\"b\":1,\"a\":2}", "\u0002{}",
            "{}", ""})
    @DisplayName("of a succession is refused when it is malformed")
    void malformedSuccession(String text) {
        assertThrows(MalformedException.class, () -> SuccessionLeaf.decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("tells its kind by its first byte")
    void kinds() throws Exception {
        assertEquals(LeafKind.ENTRY, LeafKind.of(leaf.bytes()));
        assertEquals(LeafKind.DEFINITION, LeafKind.of(DefinitionLeaf.of(Map.of())));
        assertEquals(LeafKind.SUCCESSION, LeafKind.of(SuccessionLeaf.of(Map.of())));
        assertThrows(MalformedException.class, () -> LeafKind.of(new byte[0]));
        assertThrows(MalformedException.class, () -> LeafKind.of(new byte[]{4}));
        assertThrows(MalformedException.class, () -> LeafKind.of(new byte[]{0}));
    }

    @Test
    @DisplayName("and its openings are not changed through their arrays")
    void arraysAreCopies() {
        byte[] before = leaf.bytes();
        leaf.bytes()[5]++;
        Opening opening = leaf.openings().get(0);
        opening.salt()[0]++;
        assertArrayEquals(before, leaf.bytes());
        assertEquals(EntryLeaf.of(KEY, 3, VALUES).openings(), leaf.openings());
        assertNotEquals(EntryLeaf.of(KEY, 4, VALUES).openings(), leaf.openings());
    }

    private static EntryLeaf withCount(Object value) {
        List<NamedValue> values = new ArrayList<>(VALUES);
        values.set(2, new NamedValue("count", value));
        return EntryLeaf.of(KEY, 3, values);
    }

    private static void fails(Opening opening, byte[] leaf) {
        assertThrows(UnverifiedException.class, () -> opening.verify(leaf));
    }
}
