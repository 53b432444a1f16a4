package org.daicho.chapter.incidents;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Days and times as the council counts them.
 */
final class Days {

    /** The zone whose days count. */
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(TOKYO);

    private Days() {
    }

    static LocalDate of(OffsetDateTime at) {
        return LocalDate.ofInstant(at.toInstant(), TOKYO);
    }

    /** Returns a time as people read it. */
    static String text(OffsetDateTime at) {
        return TIME.format(at);
    }
}
