package org.daicho.chapter.incidents;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

import org.daicho.ledger.rules.Days;

/**
 * Times as people read them.
 */
final class Times {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Days.TOKYO);

    private Times() {
    }

    static String text(OffsetDateTime at) {
        return TIME.format(at);
    }
}
