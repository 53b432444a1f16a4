package org.daicho.operations.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void commasAndSemicolonsInsideQuotesSeparateNothing() {
        assertEquals(
                List.of(new Headers.Clause("a", Map.of("filter:", "(&(x=1)(y=a,b;c))", "version", "1.0")),
                        new Headers.Clause("b", Map.of())),
                Headers.parse("a;filter:=\"(&(x=1)(y=a,b;c))\"; version:Version=\"1.0\",b"));
    }

    @Test
    void aMissingHeaderHasNoClauses() {
        assertEquals(List.of(), Headers.parse(null));
        assertEquals(List.of(), Headers.parse(" "));
    }
}
