package org.daicho.chapter.incidents;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * A report of an incident as it stands.
 *
 * @param entry the entry
 */
record Report(Entry entry) {

    static final String LEDGER = "incidents.reports";

    static final String CONTENTS = "contents";
    static final String DISCOVERED_AT = "discoveredAt";
    static final String DISCOVERER = "discoverer";
    static final String REPORTED_AT = "reportedAt";
    static final String REPORTED_PERSON = "reportedPerson";
    static final String OBJECT = "object";
    static final String KIND = "kind";
    static final String ASSETS = "assets";
    static final String DELAY_REASON = "delayReason";
    static final String TAKEOUT = "takeout";
    static final String KEY = "key";
    static final String AGREED = "agreedResponse";
    static final String ASKED_AT = "contractorAskedAt";
    static final String RESULT = "contractorResult";
    static final String INFORMED = "informedTo";
    static final String WARD = "wardReportedTo";
    static final String PERSONS_AFFECTED = "personsAffected";

    static final String MEDIUM = "medium";
    static final String ON_PAPER = "書面";
    static final String KEPT_AT = "keptAt";

    static final String KEYS = "鍵・施設設備";
    static final String PAPER = "紙媒体・記録媒体";
    static final String DATA = "電子データ";

    static final String REPORTED = "reported";
    static final String RESPONDING = "responding";

    private static final Set<String> UNAUTHORISED = Set.of("破壊", "改竄", "流出");

    /** Reads the reports that still say something. */
    static Stream<Report> all(LedgerView view) {
        return view.standing(LEDGER).stream().map(Report::new);
    }

    /** Tells whether the kind is one of unauthorised access, which the maintenance contractor looks into (6-2(3)②). */
    static boolean isUnauthorised(Fields report) {
        return DATA.equals(report.text(OBJECT)) && report.has(KIND) && UNAUTHORISED.contains(report.text(KIND));
    }

    /** Returns the clause that names the kinds of an object. */
    static String clause(String object) {
        return KEYS.equals(object) ? "6-1(1)" : PAPER.equals(object) ? "6-1(2)" : "6-1(3)";
    }

    boolean isIn(String state) {
        return state.equals(entry.state());
    }

    Fields fields() {
        return entry.fields();
    }

    OffsetDateTime discoveredAt() {
        return fields().dateTime(DISCOVERED_AT);
    }

    OffsetDateTime reportedAt() {
        return fields().dateTime(REPORTED_AT);
    }

    LocalDate reportedOn() {
        return Days.of(reportedAt());
    }

    /** Returns how many minutes passed from discovery to report (6-2(2)). */
    long minutesToReport() {
        return Duration.between(discoveredAt(), reportedAt()).toMinutes();
    }

    Person discoverer() {
        return fields().person(DISCOVERER);
    }

    Person reportedPerson() {
        return fields().person(REPORTED_PERSON);
    }

    /** Returns the names of the assets concerned, one a line. */
    List<String> assets() {
        return fields().has(ASSETS)
                ? Arrays.stream(fields().text(ASSETS).split("[\\r\\n、]+")).map(String::strip).filter(s -> !s.isEmpty())
                        .distinct().toList()
                : List.of();
    }
}
