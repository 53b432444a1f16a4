package org.daicho.access.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import javax.ws.rs.ClientErrorException;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

    @BeforeAll
    static void useJaxRs() {
        JaxRs.use();
    }

    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Members read(String json) {
        return Members.read(body(json), Set.of("a", "b", "c"));
    }

    private static List<String> wrong(Members members) {
        return members.violations().stream().map(Violation::field).toList();
    }

    @Test
    void membersAreReadByTheirTypes() {
        Members members = read("{\"a\":\" x \",\"b\":true,\"c\":\"2026-11-23\"}");
        assertEquals("x", members.text("a"));
        assertEquals(" x ", members.verbatim("a"));
        assertEquals(true, members.flag("b"));
        assertEquals(LocalDate.of(2026, 11, 23), members.date("c"));
        members.done();
    }

    @Test
    void anUnknownMemberIsNamed() {
        assertEquals(List.of("d"), wrong(read("{\"a\":\"x\",\"d\":1}")));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Members members = read("{\"a\":1,\"b\":\"yes\",\"c\":\"2026-02-30\"}");
        assertNull(members.text("a"));
        assertNull(members.flag("b"));
        assertNull(members.date("c"));
        assertEquals(List.of("a", "b", "c"), wrong(members));
        assertEquals(Kind.INVALID, assertThrows(LedgerException.class, members::done).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "+999999-11-23", "２０２６-11-23", "2026-11-23T00:00:00", "-0001-01-01",
            "1899-12-31",
            "2200-01-01"})
    void aDayThatNoLedgerTakesIsNamed(String day) {
        Members members = read("{\"c\":\"" + day + "\"}");
        assertNull(members.date("c"));
        assertEquals(List.of("c"), wrong(members));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\n", "\\ud800", "\\ufffe", "\\ufdd0"})
    void whatIsNoCharacterIsNamed(String code) {
        Members members = read("{\"a\":\"x" + code + "y\"}");
        assertNull(members.text("a"));
        assertEquals(List.of("a"), wrong(members));
    }

    @Test
    void whatIsMissingOrBlankIsNamed() {
        Members members = read("{\"a\":null,\"b\":\"  \"}");
        members.require("a", "c");
        assertNull(members.text("b"));
        assertEquals(List.of("a", "c", "b"), wrong(members));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"a\"", "null", "{", "{\"a\":1}{}", "{\"a\":1,\"a\":2}", "{'a':1}"})
    void whatIsNoObjectIsMalformed(String json) {
        assertEquals(Kind.MALFORMED, assertThrows(LedgerException.class, () -> read(json)).kind());
    }

    @Test
    void aBodyBeyondMeasureIsTooLarge() {
        String json = "{\"a\":\"" + "x".repeat(70_000) + "\"}";
        assertEquals(413, assertThrows(ClientErrorException.class, () -> read(json)).getResponse().getStatus());
    }
}
