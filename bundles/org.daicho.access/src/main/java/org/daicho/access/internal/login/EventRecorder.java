package org.daicho.access.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.Submission;
import org.daicho.ledger.rules.Days;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes runs of failed logins into the log, one entry for each run, and no more than 60 an hour: what was left out is
 * counted in the next entry. Never a password, and no account name that is not one: people type passwords there.
 */
final class EventRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);
    private static final int MOST_AN_HOUR = 60;
    private static final Duration SPAN = Duration.ofHours(1);
    /** 12 digits of an address may look like a My Number to the guard over every text. */
    private static final Map<String, String> CONFIRMATIONS = Map.of("my-number", "接続元のIPアドレス");

    private final Ledger ledger;
    private final Clock clock;
    private Instant spanEnd = Instant.MIN;
    private int written;
    private long leftOut;

    EventRecorder(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Records that a run of failures began to be slowed down. {@code account} is {@code null} where none is known. */
    void slowedDown(String account, String address, Throttle.Series series) {
        // Whose account and from where is in the ledger access.events, not in a file that names no one.
        LOG.warn("{} failed logins in a row for {}", series.failures(),
                account == null ? "an unknown account" : "an account");
        Long unrecorded = place();
        if (unrecorded == null) {
            return;
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put("kind", "ログイン失敗の連続");
        fields.put("account", account);
        fields.put("address", address);
        fields.put("failures", (long) series.failures());
        fields.put("since", DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .format(series.since().atZone(Days.TOKYO).withNano(0)));
        fields.put("unrecorded", unrecorded == 0 ? null : unrecorded);
        try {
            write(fields);
        } catch (LedgerException e) {
            LOG.warn("A run of failed logins could not be recorded", e);
        }
    }

    private void write(Map<String, Object> fields) {
        try {
            ledger.enter(AccessLedgers.SYSTEM, AccessLedgers.EVENTS, new Submission(fields, null, Map.of(), null));
        } catch (LedgerException e) {
            if (e.violations().stream().noneMatch(v -> CONFIRMATIONS.containsKey(String.valueOf(v.confirm())))) {
                throw e;
            }
            ledger.enter(AccessLedgers.SYSTEM, AccessLedgers.EVENTS,
                    new Submission(fields, null, CONFIRMATIONS, null));
        }
    }

    /** Returns how many were left out since the last one, or {@code null} where this one is left out too. */
    private synchronized Long place() {
        Instant now = clock.instant();
        if (!now.isBefore(spanEnd)) {
            spanEnd = now.plus(SPAN);
            written = 0;
        }
        if (written >= MOST_AN_HOUR) {
            leftOut++;
            return null;
        }
        written++;
        long before = leftOut;
        leftOut = 0;
        return before;
    }
}
