package org.daicho.cli.assemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.daicho.cli.assemble.CouncilFile.Cabinet;
import org.daicho.cli.assemble.CouncilFile.Place;
import org.daicho.cli.assemble.CouncilFile.Wanted;
import org.daicho.cli.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouncilFileTest {

    private static final String WHOLE = """
            {
              // written by IT staff
              "name": "高井戸地域区民センター協議会",
              "id": "takaido",
              "ward": "杉並区",
              "places": [
                {"name": "事務局執務室", "kind": "執務室"},
                {"name": "会議室", "kind": "activity"}
              ],
              "cabinets": [
                {"name": "書庫A", "room": "事務局執務室"}
              ],
              "calendar": {
                "closedWeekdays": ["日", "monday"],
                "closedAtNewYear": false
              },
              "modules": ["council", "assets"],
              "port": 8200
            }
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("council.json"), text);
    }

    private String refused(String text) throws IOException {
        Path file = file(text);
        return assertThrows(Refusal.class, () -> CouncilFile.read(file)).getMessage();
    }

    @Test
    void aWholeFileIsReadAsItWasMeant() throws IOException {
        Path file = file(WHOLE);
        CouncilFile council = CouncilFile.read(file);
        assertEquals("高井戸地域区民センター協議会", council.name());
        assertEquals(new Wanted("takaido", file + ":4"), council.id());
        assertEquals(List.of(new Place("事務局執務室", true), new Place("会議室", false)), council.places());
        assertEquals(List.of(new Cabinet("書庫A", "事務局執務室")), council.cabinets());
        assertEquals(new CouncilFile.Calendar(List.of("MONDAY", "SUNDAY"), null, false), council.calendar());
        assertEquals(List.of("council", "assets"), council.modules().stream().map(Wanted::id).toList());
        assertEquals(8200, council.port());
    }

    @Test
    void whatIsNotWrittenIsLeftToTheDefaults() throws IOException {
        CouncilFile council = CouncilFile.read(file("{\"name\": \"協議会\"}"));
        assertNull(council.modules());
        assertNull(council.port());
        assertNull(council.calendar());
        assertEquals(List.of(), council.places());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"name\": \"高井戸地域区民センター協議会\" | \"nane\": \"協議会\" | 3 | unknown key: nane",
            "\"name\": \"高井戸地域区民センター協議会\" | \"name\": \"\" | 3 | not an empty one",
            "\"name\": \"高井戸地域区民センター協議会\", | '' | 1 | name",
            "\"ward\": \"杉並区\" | \"ward\": 5 | 5 | write a text",
            "\"ward\": \"杉並区\" | \"ward\": \"a\\nb\" | 5 | no line break",
            "\"ward\": \"杉並区\" | \"name\": \"杉並区\" | 5 | stands twice",
            "\"ward\": \"杉並区\", | \"ward\": \"杉並区\" | 6 | not valid JSON",
            "\"kind\": \"activity\" | \"kind\": \"kitchen\" | 8 | kitchen",
            "\"会議室\" | \"事務局執務室\" | 8 | stands twice: 事務局執務室",
            ", \"kind\": \"activity\" | '' | 8 | kind is missing",
            "\"room\": \"事務局執務室\" | \"room\": \"倉庫\" | 11 | not among the places: 倉庫",
            ", \"room\": \"事務局執務室\" | '' | 11 | room is missing",
            "\"書庫A\" | \"会 議室\" | 11 | stands twice", "\"書庫A\" | \"会議室\" | 11 | stands twice",
            "\"monday\" | \"mon\" | 14 | mon",
            "\"closedAtNewYear\": false | \"closedAtNewYear\": \"no\" | 15 | true or false",
            "[\"council\", \"assets\"] | [] | 17 | at least one module",
            "[\"council\", \"assets\"] | \"council\" | 17 | a list",
            "8200 | 0 | 18 | 65535", "8200 | 65536 | 18 | 65535", "8200 | 80.5 | 18 | 65535",
            "8200 | 99999999999999999999999 | 18 | 65535", "8200 | \"8200\" | 18 | 65535"})
    void aMistakeIsRefusedWithFileLineAndReason(String right, String wrong, int line, String reason)
            throws IOException {
        assertTrue(WHOLE.contains(right));
        String message = refused(WHOLE.replace(right, wrong));
        assertTrue(message.contains("council.json の " + line + " 行目: "), message);
        assertTrue(message.contains("council.json line " + line + ": "), message);
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | empty", "[] | keys and values", "{\"name\": \"x\"} {} | follows the end",
            "null | keys and values", "{\"name\": | not valid JSON"})
    void whatIsNoObjectIsRefused(String text, String reason) throws IOException {
        assertTrue(refused(text).contains(reason), refused(text));
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        Path file = folder.resolve("sjis.json");
        Files.write(file, "{\n\"name\": \"協議会\"}".getBytes(Charset.forName("Shift_JIS")));
        String message = assertThrows(Refusal.class, () -> CouncilFile.read(file)).getMessage();
        assertTrue(message.contains("line 2: the text is not UTF-8"), message);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("gone.json");
        assertTrue(assertThrows(Refusal.class, () -> CouncilFile.read(file)).getMessage().contains("gone.json"));
    }
}
