package org.daicho.ledger.engine.entry;

import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, months and years are those of Asia/Tokyo, wherever the host stands. */
class TimesTest {

    private static final String CREATED = "test.created";
    private static final String MOMENT = "test.moment";

    private final TimeZone host = TimeZone.getDefault();

    @TempDir
    Path keys;

    @AfterEach
    void putBack() {
        TimeZone.setDefault(host);
    }

    private static TestModule module() {
        String number = TestModule.column("receipt", "text", ", \"fill\": \"fiscal-number\"");
        String at = TestModule.column("at", "datetime", "");
        return new TestModule(TestModule.definition(CREATED, 1, number),
                TestModule.definition(MOMENT, 1, number, at).replace("\"period\":",
                        "\"periodField\": \"at\", \"period\":"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Tokyo", "UTC", "Pacific/Kiritimati", "America/Los_Angeles", "America/Sao_Paulo"})
    @DisplayName("Days, months and fiscal years of Asia/Tokyo in any zone of the host")
    void inAnyZoneOfTheHost(String zone) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (Council council = Council.closed(keys)) {
            council.open(module(), new Loans());
            council.clock.set("2027-03-31T14:59:59.999Z");
            Entry last = council.ledger().enter(STAFF, CREATED, fields());
            council.clock.set("2027-03-31T15:00:00Z");
            Entry first = council.ledger().enter(STAFF, CREATED, fields());
            assertEquals(LocalDate.of(2027, 3, 31), last.day());
            assertEquals(LocalDate.of(2027, 4, 1), first.day());
            assertEquals("2026-1", last.fields().text("receipt"));
            assertEquals("2027-1", first.fields().text("receipt"));
            assertEquals(List.of(last), month(council, CREATED, "2027-03-01", "2027-03-31"));
            assertEquals(List.of(first), month(council, CREATED, "2027-04-01", "2027-04-30"));
            assertEquals(List.of("2027-04", "2027-03"), council.engine.sheets().sheets(STAFF, CREATED).stream()
                    .map(sheet -> sheet.period().toString()).toList());
            // The year is that of the entry's own day, and the moment that of any offset.
            Entry moment = council.ledger().enter(STAFF, MOMENT, fields("at", "2026-12-31T23:30:00-01:00"));
            assertEquals(LocalDate.of(2027, 1, 1), moment.day());
            assertEquals("2027-01-01T09:30:00+09:00", moment.fields().text("at"));
            assertEquals("2026-1", moment.fields().text("receipt"));
            assertEquals(List.of(moment), month(council, MOMENT, "2027-01-01", "2027-01-01"));
            Entry loan = council.ledger().enter(STAFF, Loans.LEDGER, fields("lentOn", "2026-11-30", "item", "月末"));
            assertEquals(List.of(loan), month(council, Loans.LEDGER, "2026-11-30", "2026-11-30"));
            assertEquals(List.of(), month(council, Loans.LEDGER, "2026-12-01", null));
            TimeZone.setDefault(host);
            council.restart(module(), new Loans());
            assertEquals(List.of(loan), month(council, Loans.LEDGER, "2026-11-30", "2026-11-30"));
            council.assertVerifies();
        }
    }

    private static List<Entry> month(Council council, String ledger, String from, String to) {
        return council.ledger().list(STAFF, ledger, new EntryQuery(10, null, LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to), null, Map.of())).items();
    }
}
