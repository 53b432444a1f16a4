package org.daicho.rest.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void readsTheExamplesOfTheSpecification() {
        assertEquals(Optional.of(new TilePath(false, 0, 1234067, 256)), TilePath.parse("0/x001/x234/067"));
        assertEquals(Optional.of(new TilePath(false, 3, 5, 17)), TilePath.parse("3/005.p/17"));
        assertEquals(Optional.of(new TilePath(true, 0, 1234067, 255)), TilePath.parse("entries/x001/x234/067.p/255"));
        assertEquals(Optional.of(new TilePath(false, 63, 0, 256)), TilePath.parse("63/000"));
    }

    @Test
    void tellsFullTilesFromPartialOnes() {
        assertTrue(TilePath.parse("0/000").orElseThrow().isFull());
        assertFalse(TilePath.parse("0/000.p/1").orElseThrow().isFull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0/", "0/0", "0/0000", "0/x000/000", "0/x1/000", "0/001/000", "64/000", "00/000",
            "-1/000", "0/000.p/0", "0/000.p/256", "0/000.p/257", "0/000.p/01", "0/000.p/", "0/000/", "/0/000", "x/000",
            "entries", "Entries/000", "entries/0/000", "0/000.p/5/6", "0/x001", "0/x001/x234/067/", "0/..",
            "0/x999/x999/x999/x999/x999/x999/999", "０/000", "0/000\n"})
    void knowsNothingElse(String path) {
        assertEquals(Optional.empty(), TilePath.parse(path));
    }
}
