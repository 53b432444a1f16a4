package org.daicho.rest.internal.ledgers;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.rest.internal.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    private static final Definition LEDGER = Samples.definition(
            Samples.column("choice", ColumnType.CHOICE, false, List.of("紙媒体"), null, Fill.NONE, false),
            Samples.column("boolean", ColumnType.BOOLEAN, false), Samples.column("integer", ColumnType.INTEGER, false),
            Samples.column("date", ColumnType.DATE, false), Samples.column("time", ColumnType.TIME, false),
            Samples.column("datetime", ColumnType.DATETIME, false), Samples.column("text", ColumnType.TEXT, false),
            Samples.column("person", ColumnType.PERSON, false));

    @ParameterizedTest
    @CsvSource({"choice,紙媒体", "boolean,true", "integer,-7", "date,2026-11-23", "time,09:00",
            "datetime,2026-11-23T09:00:00+09:00", "text,何でも", "person,nobody", "unknown,x"})
    void takesWhatAnEntryCouldHave(String column, String value) {
        assertDoesNotThrow(() -> Filters.check(LEDGER, Map.of(column, value)));
    }

    @ParameterizedTest
    @CsvSource({"choice,家具", "boolean,maybe", "boolean,TRUE", "integer,x", "integer,１", "integer,1.0",
            "date,2026-02-30", "date,+12026-11-23", "time,9時", "datetime,2026-11-23"})
    void refusesWhatNoEntryCanHave(String column, String value) {
        assertEquals(400, assertThrows(ProblemException.class, () -> Filters.check(LEDGER, Map.of(column, value)))
                .problem().status());
    }
}
