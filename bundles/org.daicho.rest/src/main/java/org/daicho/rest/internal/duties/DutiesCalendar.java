package org.daicho.rest.internal.duties;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.daicho.ledger.sheet.Duty;
import org.daicho.rest.internal.problem.Problem;

/**
 * Writes duties as an iCalendar (RFC 5545), each an event of its due day.
 */
final class DutiesCalendar {

    /** The media type. */
    static final String MEDIA_TYPE = "text/calendar";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    /** The longest line in octets, without its end (RFC 5545, 3.1). */
    private static final int MAX_LINE = 75;

    private DutiesCalendar() {
    }

    /**
     * Writes a calendar.
     *
     * @param duties what is due
     * @param now    the time to stamp it with
     * @param locale the reader's language
     * @return the calendar
     */
    static String write(List<Duty> duties, Instant now, Locale locale) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//daicho//duties//JA");
        line(out, "X-WR-CALNAME:" + escape(Problem.text("calendar.name").in(locale)));
        for (Duty duty : duties) {
            line(out, "BEGIN:VEVENT");
            line(out, "UID:" + uid(duty));
            line(out, "DTSTAMP:" + STAMP.format(now));
            line(out, "DTSTART;VALUE=DATE:" + day(duty.due()));
            line(out, "DTEND;VALUE=DATE:" + day(duty.due().plusDays(1)));
            line(out, "SUMMARY:" + escape(duty.title().in(locale)));
            String who = duty.who() == null ? "" : " " + duty.who().name();
            line(out, "DESCRIPTION:" + escape(duty.ledger() + " " + duty.clause() + who));
            line(out, "TRANSP:TRANSPARENT");
            line(out, "END:VEVENT");
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    /** The same duty keeps its id, so that a calendar program updates it in place. */
    private static String uid(Duty duty) {
        String name = duty.ledger() + "\n" + duty.clause() + "\n" + duty.key();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@daicho";
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n");
    }

    /** Folds at whole characters, so that no line has half of one. */
    private static void line(StringBuilder out, String text) {
        int octets = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MAX_LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += size;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }
}
