package org.daicho.rest.internal.duties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.Test;

class DutiesCalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void makesAnEventOfTheDueDay() {
        String calendar = write(duty("k", "点検; 様式2, 11月\n分", new Person("p", "佐藤")), Locale.JAPANESE);
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assertTrue(calendar.contains("\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assertTrue(calendar.contains("\r\nDTSTAMP:20261123T000000Z\r\n"));
        assertTrue(calendar.contains("\r\nSUMMARY:点検\\; 様式2\\, 11月\\n分\r\n"));
        assertTrue(calendar.contains("\r\nDESCRIPTION:media.takeouts 3-5 佐藤\r\n"));
        assertTrue(calendar.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }

    @Test
    void speaksTheReadersLanguage() {
        assertTrue(write(duty("k", "点検", null), Locale.ENGLISH).contains("SUMMARY:in English\r\n"));
    }

    @Test
    void foldsAt75OctetsWithoutCuttingACharacter() {
        String title = "施錠の確認😀".repeat(40);
        String calendar = write(duty("k", title, null), Locale.JAPANESE);
        for (String line : calendar.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        assertTrue(calendar.replace("\r\n ", "").contains("SUMMARY:" + title + "\r\n"));
    }

    @Test
    void keepsTheIdOfADutyAndGivesEachItsOwn() {
        assertEquals(uid("a", "点検"), uid("a", "改めた題"));
        assertNotEquals(uid("a", "点検"), uid("b", "点検"));
    }

    private static String uid(String key, String title) {
        return write(duty(key, title, null), Locale.JAPANESE).lines().filter(line -> line.startsWith("UID:"))
                .findFirst().orElseThrow();
    }

    private static String write(Duty duty, Locale locale) {
        return DutiesCalendar.write(List.of(duty), NOW, locale);
    }

    private static Duty duty(String key, String title, Person who) {
        return new Duty(key, "media.takeouts", "3-5", new Text(title, "in English"), LocalDate.parse("2026-12-31"),
                who);
    }
}
