package org.daicho.cli.assemble;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.daicho.cli.assemble.CouncilFile.Cabinet;
import org.daicho.cli.assemble.CouncilFile.Calendar;
import org.daicho.cli.assemble.CouncilFile.Place;
import org.daicho.cli.assemble.CouncilFile.Wanted;
import org.daicho.cli.launch.Settings;
import org.daicho.cli.refusal.Refusal;

/**
 * Validates a council file. Whatever it does not know is refused, so that a slip of the pen is not lost.
 */
final class CouncilReader {

    private static final List<String> KEYS = List.of("name", "id", "ward", "section", "places", "cabinets", "calendar",
            "modules", "port");
    private static final Map<String, Boolean> OFFICE = Map.of("office", true, "執務室", true, "activity", false,
            "委員活動場所", false);
    private static final String WEEK = "月火水木金土日";
    private static final int MOST_TEXT = 100;

    private final JsonPart root;

    CouncilReader(JsonPart root) {
        this.root = root;
    }

    CouncilFile council() {
        Map<String, JsonPart> parts = object(root, KEYS);
        if (!parts.containsKey("name")) {
            throw root.refusal("協議会名 name がありません", "the council's name is missing: name");
        }
        List<Place> places = list(parts.get("places"), CouncilReader::place);
        Set<String> names = new HashSet<>();
        each(parts.get("places")).forEach(part -> unique(names, part));
        Set<String> cabinets = new HashSet<>(names);
        each(parts.get("cabinets")).forEach(part -> unique(cabinets, part));
        return new CouncilFile(text(parts.get("name")), parts.containsKey("id") ? wanted(parts.get("id")) : null,
                optionalText(parts.get("ward")), optionalText(parts.get("section")), places,
                list(parts.get("cabinets"), part -> cabinet(part, names)), calendar(parts.get("calendar")),
                parts.containsKey("modules") ? modules(parts.get("modules")) : null, port(parts.get("port")));
    }

    private static Place place(JsonPart part) {
        Map<String, JsonPart> parts = object(part, List.of("name", "kind"));
        String kind = text(needed(part, parts, "kind"));
        if (!OFFICE.containsKey(kind)) {
            throw parts.get("kind").refusal("場所の種類 kind は office(執務室)か activity(委員活動場所)です: " + kind,
                    "a place's kind is office or activity: " + kind);
        }
        return new Place(text(needed(part, parts, "name")), OFFICE.get(kind));
    }

    private static Cabinet cabinet(JsonPart part, Set<String> places) {
        Map<String, JsonPart> parts = object(part, List.of("name", "room"));
        String room = text(needed(part, parts, "room"));
        if (!places.contains(key(room))) {
            throw parts.get("room").refusal("書庫を置く場所 room が places にありません: " + room,
                    "the cabinet's room is not among the places: " + room);
        }
        return new Cabinet(text(needed(part, parts, "name")), room);
    }

    private static Calendar calendar(JsonPart part) {
        if (part == null) {
            return null;
        }
        Map<String, JsonPart> parts = object(part, List.of("closedWeekdays", "closedOnHolidays", "closedAtNewYear"));
        JsonPart weekdays = parts.get("closedWeekdays");
        return new Calendar(weekdays == null
                ? null
                : list(weekdays, CouncilReader::weekday).stream().sorted().distinct().map(Enum::name).toList(),
                flag(parts.get("closedOnHolidays")), flag(parts.get("closedAtNewYear")));
    }

    private static DayOfWeek weekday(JsonPart part) {
        String day = text(part);
        for (DayOfWeek each : DayOfWeek.values()) {
            if (day.equalsIgnoreCase(each.name()) || day.equals(WEEK.substring(each.ordinal(), each.getValue()))) {
                return each;
            }
        }
        throw part.refusal("曜日は MONDAY から SUNDAY、または 月 から 日 で書いてください: " + day,
                "a weekday is one of MONDAY to SUNDAY: " + day);
    }

    private static List<Wanted> modules(JsonPart part) {
        List<Wanted> modules = list(part, CouncilReader::wanted);
        if (modules.isEmpty()) {
            throw part.refusal("モジュールを一つ以上書いてください", "name at least one module");
        }
        return modules;
    }

    private static Wanted wanted(JsonPart part) {
        return new Wanted(text(part), part.file() + ":" + part.line());
    }

    private static Integer port(JsonPart part) {
        if (part == null) {
            return null;
        }
        if (part.value() instanceof Long port && port >= 1 && port <= Settings.MAX_PORT) {
            return port.intValue();
        }
        throw part.refusal("ポート port は 1 から 65535 までの整数です", "the port is a whole number from 1 to 65535");
    }

    private static Boolean flag(JsonPart part) {
        if (part == null || part.value() instanceof Boolean) {
            return part == null ? null : (Boolean) part.value();
        }
        throw part.refusal("true か false を書いてください", "write true or false");
    }

    private static String optionalText(JsonPart part) {
        return part == null ? "" : text(part);
    }

    private static String text(JsonPart part) {
        if (!(part.value() instanceof String text) || text.isBlank()) {
            throw part.refusal("空でない文字列を \" \" で囲んで書いてください", "write a text in quotes, not an empty one");
        }
        if (text.length() > MOST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw part.refusal("文字列は改行のない " + MOST_TEXT + " 字までです", "a text has at most " + MOST_TEXT
                    + " letters and no line break");
        }
        return text.strip();
    }

    private static void unique(Set<String> names, JsonPart part) {
        JsonPart name = object(part, List.of("name", "kind", "room")).get("name");
        if (name != null && name.value() instanceof String text && !names.add(key(text))) {
            throw name.refusal("同じ名称が二度あります: " + text, "the same name stands twice: " + text);
        }
    }

    /** Names are compared as the register of places compares them. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static JsonPart needed(JsonPart part, Map<String, JsonPart> parts, String key) {
        if (!parts.containsKey(key)) {
            throw part.refusal(key + " がありません", key + " is missing");
        }
        return parts.get(key);
    }

    private static <T> List<T> list(JsonPart part, Function<JsonPart, T> read) {
        return each(part).stream().map(read).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<JsonPart> each(JsonPart part) {
        if (part == null) {
            return List.of();
        }
        if (part.value() instanceof List<?> parts) {
            return (List<JsonPart>) parts;
        }
        throw part.refusal("[ ] で囲んだ並びを書いてください", "write a list in [ ]");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, JsonPart> object(JsonPart part, List<String> keys) {
        if (!(part.value() instanceof Map<?, ?>)) {
            throw part.refusal("{ } で囲んだ項目を書いてください", "write keys and values in { }");
        }
        Map<String, JsonPart> parts = (Map<String, JsonPart>) part.value();
        for (Map.Entry<String, JsonPart> each : parts.entrySet()) {
            if (!keys.contains(each.getKey())) {
                throw unknown(each.getValue(), each.getKey(), keys);
            }
        }
        return parts;
    }

    private static Refusal unknown(JsonPart part, String key, List<String> keys) {
        String known = String.join(", ", keys);
        return part.refusal("知らない項目です: " + key + "(使える項目: " + known + ")",
                "unknown key: " + key + " (known: " + known + ")");
    }
}
