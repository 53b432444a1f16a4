package org.daicho.itest.subsets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class SubsetsTest {

    @Test
    void ofEightModulesThereAre256AndOfThemThirtySevenAreStarted() {
        List<String> eight = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        assertEquals(256, new HashSet<>(Subsets.all(eight)).size());
        assertEquals(8 + 28 + 1, new HashSet<>(Subsets.some(eight)).size());
    }

    @Test
    void eachAloneEveryPairAndAllTogether() {
        assertEquals(Set.of(Set.of("a"), Set.of("b"), Set.of("c"), Set.of("a", "b"), Set.of("a", "c"),
                Set.of("b", "c"), Set.of("a", "b", "c")), new HashSet<>(Subsets.some(List.of("c", "a", "b"))));
    }
}
