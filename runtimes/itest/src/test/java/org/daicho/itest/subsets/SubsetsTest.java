package org.daicho.itest.subsets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class SubsetsTest {

    @Test
    void ofEightModulesThereAre256SubsetsAnd28Pairs() {
        List<String> eight = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        assertEquals(256, new HashSet<>(Subsets.all(eight)).size());
        assertEquals(28, new HashSet<>(Subsets.pairs(eight)).size());
        assertEquals(8 + 1, new HashSet<>(Subsets.singles(eight)).size());
    }

    @Test
    void eachAloneAndAllTogetherAndEveryPair() {
        List<String> three = List.of("c", "a", "b");
        assertEquals(Set.of(Set.of("a"), Set.of("b"), Set.of("c"), Set.of("a", "b", "c")),
                new HashSet<>(Subsets.singles(three)));
        assertEquals(Set.of(Set.of("a", "b"), Set.of("a", "c"), Set.of("b", "c")),
                new HashSet<>(Subsets.pairs(three)));
    }
}
