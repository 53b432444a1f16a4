package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An entry bundle")
class EntryBundleTest {

    @Test
    @DisplayName("puts before each leaf its length in two bytes, the higher one first")
    void form() throws Exception {
        byte[] bundle = EntryBundle.encode(Hex.list("aabb", "", "01"));
        assertEquals("0002aabb0000000101", Hex.of(bundle));
        assertEquals(List.of("aabb", "", "01"), Hex.of(EntryBundle.decode(bundle, 3)));
    }

    @Test
    @DisplayName("takes the longest leaf and the fullest bundle, and nothing beyond")
    void limits() throws Exception {
        byte[] longest = new byte[65_535];
        List<byte[]> full = Collections.nCopies(256, longest);
        List<byte[]> back = EntryBundle.decode(EntryBundle.encode(full), 256);
        assertEquals(256, back.size());
        assertEquals(65_535, back.get(255).length);
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.encode(List.of(new byte[65_536])));
        assertThrows(IllegalArgumentException.class, () -> EntryBundle.encode(List.of()));
        assertThrows(IllegalArgumentException.class,
                () -> EntryBundle.encode(Collections.nCopies(257, new byte[0])));
    }

    @ParameterizedTest
    @CsvSource({"0002aabb,2", "0002aabb,0", "0002aabb0000,1", "0002aa,1", "00,1", "0002aabb00,2", "0002aabbff,1",
            "ffff00,1"})
    @DisplayName("is refused when it is cut off or has another number of leaves")
    void malformed(String bundle, int width) {
        assertThrows(MalformedException.class, () -> EntryBundle.decode(Hex.bytes(bundle), width));
    }
}
