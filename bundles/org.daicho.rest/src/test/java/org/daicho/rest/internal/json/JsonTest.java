package org.daicho.rest.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    record Body(Map<String, Object> fields, String reason, LocalDate due, List<Body> more) {
    }

    private final Json json = new Json();

    @Test
    void readsWholeNumbersAsLongAndKeepsNulls() {
        Body body = read("{\"fields\":{\"n\":7,\"most\":9007199254740991,\"least\":-9007199254740991,\"no\":null}}");
        assertEquals(7L, body.fields().get("n"));
        assertEquals(9007199254740991L, body.fields().get("most"));
        assertEquals(-9007199254740991L, body.fields().get("least"));
        assertTrue(body.fields().containsKey("no"));
    }

    @Test
    void keepsTheDigitsOfANumber() {
        assertEquals(new BigDecimal("1.50"), read("{\"fields\":{\"n\":1.50}}").fields().get("n"));
    }

    @Test
    void refusesWhatIsNoJsonBeforeItLooksAtTheMembers() {
        assertEquals(400, refusal("{\"nosuch\":1,\"reason\":oops}").status());
        assertEquals(400, refusal("{\"nosuch\":1} {}").status());
    }

    @Test
    void takesAByteOrderMark() {
        assertEquals("x", read("\uFEFF{\"reason\":\"x\"}").reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"reason\":NaN}", "{\"reason\":Infinity}", "{'reason':1}", "{reason:1}",
            "{\"reason\":\"a\"} {}", "{\"reason\":\"a\"}x", "[1,]", "{\"reason\":01}", "{\"reason\":\"a\nb\"}",
            "/* */{}", "{\"reason\":\"\\ud800\"}", "{\"\\udc00\":1}", "{\"reason\":\"\\ufffe\"}",
            "{\"reason\":\"\\ud83f\\udfff\"}", "{\"reason\":\"\\ufdd0\"}"})
    void refusesWhatIsNoJson(String body) {
        assertEquals(400, refusal(body).status());
    }

    @Test
    void saysWhereTheFaultIs() {
        assertTrue(refusal("{\n  \"reason\": oops\n}").detail().en().startsWith("Line 2, column 1"));
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] body = {'"', (byte) 0xFF, '"'};
        ProblemException refusal = assertThrows(ProblemException.class, () -> json.read(body, String.class));
        assertEquals(400, refusal.problem().status());
    }

    @Test
    void namesTheMemberThatIsThereTwice() {
        Problem problem = refusal("{\"fields\":{\"a\":1,\"b\":{\"a\":1},\"a\":2}}");
        assertEquals(400, problem.status());
        assertTrue(problem.detail().ja().contains("「a」"));
        assertTrue(problem.detail().en().startsWith("Line 1, column "));
    }

    @Test
    void refusesNestingBeyond32Levels() {
        String deepest = "{\"fields\":{\"a\":" + "[".repeat(30) + "]".repeat(30) + "}}";
        assertEquals(1, read(deepest).fields().size());
        String deeper = "{\"fields\":{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}}";
        assertEquals(400, refusal(deeper).status());
        assertEquals(400, refusal("[".repeat(500_000)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "-9007199254740992", "1e400", "1e999999999", "-1e99999999999",
            "123456789012345678901234567890123456789012345678901234567890"})
    void namesTheColumnWhoseNumberIsTooLarge(String number) {
        Problem problem = refusal("{\"fields\":{\"count\":" + number + "}}");
        assertEquals(422, problem.status());
        assertEquals("count", problem.violations().get(0).field());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{\"nosuch\":1};nosuch", "{\"fields\":[]};fields", "{\"fields\":\"\"};fields",
            "{\"reason\":5};reason", "{\"reason\":true};reason", "{\"reason\":{}};reason", "{\"due\":20261123};due",
            "{\"due\":\"2026-02-30\"};due", "{\"due\":\"\"};due", "{\"due\":[2026,1,1]};due",
            "{\"due\":\"+12026-01-01\"};due", "{\"more\":[{},{\"x\":1}]};more[1].x"})
    void namesTheMemberThatIsUnknownOrOfAWrongType(String body, String member) {
        Problem problem = refusal(body);
        assertEquals(422, problem.status());
        assertEquals(member, problem.violations().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "1"})
    void refusesABodyThatIsNoObject(String body) {
        assertEquals(422, refusal(body).status());
    }

    @Test
    void writesTextsInTheReadersLanguage() {
        Text text = new Text("台帳", "Ledger");
        assertEquals("[\"台帳\"]", write(List.of(text), Locale.JAPANESE));
        assertEquals("[\"Ledger\"]", write(List.of(text), Locale.ENGLISH));
    }

    @Test
    void writesTimesWithTheOffsetOfTokyoAndSeconds() {
        assertEquals("\"2026-11-23T09:00:00+09:00\"", write(Instant.parse("2026-11-23T00:00:00Z"), Locale.JAPANESE));
        assertEquals("\"2026-11-24T00:00:00.5+09:00\"",
                write(Instant.parse("2026-11-23T15:00:00.5Z"), Locale.JAPANESE));
    }

    @Test
    void writesDaysRolesPersonsAndBytes() {
        List<Object> values = new ArrayList<>(List.of(LocalDate.parse("2026-11-23"), Role.MANAGER,
                new Person("p1", "佐藤"), new byte[]{1, 2, (byte) 0xFF}));
        assertEquals("[\"2026-11-23\",\"manager\",{\"id\":\"p1\",\"name\":\"佐藤\"},\"AQL/\"]",
                write(values, Locale.JAPANESE));
    }

    @Test
    void writesCharactersBeyondTheBasicPlaneAsTheyAre() {
        assertEquals("\"𠮷髙😀\"", write("𠮷髙😀", Locale.JAPANESE));
    }

    private Body read(String body) {
        return (Body) json.read(body.getBytes(StandardCharsets.UTF_8), Body.class);
    }

    private Problem refusal(String body) {
        return assertThrows(ProblemException.class, () -> read(body)).problem();
    }

    private String write(Object value, Locale locale) {
        return new String(json.write(value, locale), StandardCharsets.UTF_8);
    }
}
