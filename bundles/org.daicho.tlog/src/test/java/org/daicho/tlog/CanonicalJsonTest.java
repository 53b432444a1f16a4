package org.daicho.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Canonical JSON")
class CanonicalJsonTest {

    @Test
    @DisplayName("writes the string and the literals of RFC 8785, section 3.2.2, to the byte")
    void stringsOfTheRfc() {
        String text = "\u20ac$" + (char) 0x0f + (char) 0x0a + "A'B\"\\\\\"/";
        assertEquals("22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f22", Hex.of(CanonicalJson.write(text)));
        assertEquals("[null,true,false]", CanonicalJson.string(Arrays.asList(null, true, false)));
    }

    @Test
    @DisplayName("sorts keys by UTF-16 code units as in RFC 8785, section 3.2.3")
    void sortingOfTheRfc() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("\u20ac", "Euro Sign");
        map.put("\r", "Carriage Return");
        map.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        map.put("1", "One");
        map.put("\ud83d\ude00", "Emoji: Grinning Face");
        map.put("\u0080", "Control");
        map.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertEquals("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                CanonicalJson.string(map));
    }

    @Test
    @DisplayName("escapes control characters, quote and backslash only")
    void escapes() {
        StringBuilder controls = new StringBuilder();
        for (char c = 0; c < 0x20; c++) {
            controls.append(c);
        }
        assertEquals("\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
                .replace("\\u", "\\" + "u")
                + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c"
                + "\\u001d\\u001e\\u001f\"", CanonicalJson.string(controls.toString()));
        String plain = "/<>&'\u007f\u2028\u2029𠮷髙﨑";
        assertEquals('"' + plain + '"', CanonicalJson.string(plain));
    }

    @Test
    @DisplayName("writes nested values without white space, and whole numbers up to 2^53 - 1")
    void values() {
        Map<String, Object> map = new HashMap<>();
        map.put("b", List.of(1, -2L, BigInteger.TEN, List.of(), Map.of()));
        map.put("a", null);
        map.put("", "");
        assertEquals("{\"\":\"\",\"a\":null,\"b\":[1,-2,10,[],{}]}", CanonicalJson.string(map));
        assertEquals("9007199254740991", CanonicalJson.string(9_007_199_254_740_991L));
        assertEquals("-9007199254740991", CanonicalJson.string(BigInteger.valueOf(-9_007_199_254_740_991L)));
        assertEquals("0", CanonicalJson.string(0));
    }

    @Test
    @DisplayName("refuses what has no single form here")
    void refuses() {
        List<Object> refused = new ArrayList<>(List.of(1.0, 1.5f, BigDecimal.ONE, 'c', new int[0], new Object(),
                9_007_199_254_740_992L, -9_007_199_254_740_992L, Long.MIN_VALUE, BigInteger.TWO.pow(80), "\ud800",
                "\udc00\ud800", "x\udfff", Map.of(1, "key"), Map.of("\ud800", 1), List.of(0.5),
                Map.of("a", List.of(0.5))));
        refused.add(Collections.singletonMap(null, 1));
        for (Object value : refused) {
            assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(value), String.valueOf(value));
        }
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(itself));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "false", "0", "-1", "9007199254740991", "\"\"", "\"髙 \\\\ \\\" \\n\"", "[]",
            "{}", "[[],{}]", "{\"a\":[1,2,{\"b\":null}],\"c\":\"\"}", "{\"\\r\":1,\"1\":2,\"\u00f6\":3}"})
    @DisplayName("reads back what it wrote")
    void readsBack(String json) throws Exception {
        Object value = CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8));
        assertEquals(json, CanonicalJson.string(value));
    }

    @Test
    @DisplayName("reads into maps, lists, text, Long and Boolean")
    void types() throws Exception {
        Object value = CanonicalJson.parse("{\"a\":[1,true,null,\"x\"]}".getBytes(StandardCharsets.UTF_8));
        assertEquals(Map.of("a", Arrays.asList(1L, true, null, "x")), value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " 1", "1 ", "01", "-0", "-", "+1", "1.0", "1e3", "9007199254740992",
            "99999999999999999999", "nul", "True", "\"", "\"a", "\"\\", "\"\\u12\"", "\"\\x\"", "\"\\u0041\"",
            "\"\\/\"",
            "\"\\u000A\"", "\"\\ud800\"", "\"\n\"", "[", "[1", "[1,", "[1,]", "[,1]", "[1 ]", "{", "{1:2}", "{\"a\"}",
            "{\"a\":}", "{\"a\":1,}", "{\"a\": 1}", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "[]]", "1 2", "'a'", "١"})
    @DisplayName("is refused in any other form")
    void malformed(String json) {
        assertThrows(MalformedException.class, () -> CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("is refused when it is not UTF-8 or too deep, without a stack overflow")
    void hostile() {
        assertThrows(MalformedException.class, () -> CanonicalJson.parse(new byte[]{'"', (byte) 0xff, '"'}));
        byte[] deep = "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        assertThrows(MalformedException.class, () -> CanonicalJson.parse(deep));
    }
}
