package org.daicho.ledger.engine.search;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.daicho.ledger.engine.testing.TestModule.column;
import static org.daicho.ledger.engine.testing.TestModule.definition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.engine.testing.AtOnce;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that becomes searchable is searched in the entries that are there already too. */
class SearchableRevisionTest {

    private static final String LEDGER = "find.things";
    private static final String PLAIN = definition(LEDGER, 1, column("thing", "text", ", \"searchable\": false"));
    private static final String SEARCHED = definition(LEDGER, 2, column("thing", "text", ", \"searchable\": true"));

    @TempDir
    Path keys;
    @AutoClose
    private Council council;

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        council.open(new TestModule(PLAIN));
    }

    private Entry enter(String thing) {
        return council.ledger().enter(STAFF, LEDGER, fields("thing", thing));
    }

    private List<String> found(String text) {
        return council.ledger().list(STAFF, LEDGER, new EntryQuery(500, null, null, null, text, Map.of())).items()
                .stream().map(entry -> entry.fields().text("thing")).toList();
    }

    @Test
    void entriesFromBeforeAreFound() throws Exception {
        Entry first = enter("青い台帳");
        Entry erased = enter("青い箱");
        council.ledger().erase(MANAGER, LEDGER, erased.id(), new Erasure("期限", "裁断", "鈴木"));
        assertEquals(List.of(), found("青い"));
        council.restart(new TestModule(SEARCHED));
        assertEquals(List.of("青い台帳"), found("青い"));
        // A correction replaces the terms that the revision has added.
        council.ledger().correct(STAFF, LEDGER, first.id(), 1, submission("誤記", "thing", "赤い台帳"));
        assertEquals(List.of(), found("青い"));
        assertEquals(List.of("赤い台帳"), found("赤い"));
        assertTrue(council.verify().ok());
    }

    @Test
    void everyEntryOfALargeLedgerIsFound() throws Exception {
        AtOnce.run(8, i -> () -> {
            for (int n = 0; n < 55; n++) {
                enter("青い" + i + "-" + n);
            }
            return 0;
        });
        council.restart(new TestModule(SEARCHED));
        assertEquals(440, found("青い").size());
    }

    @Test
    void whileThePreviousRevisionIsBackEntriesStayFindableByTheNewest() throws Exception {
        Entry first = enter("青い台帳");
        council.restart(new TestModule(SEARCHED));
        council.restart(new TestModule(PLAIN));
        council.ledger().correct(STAFF, LEDGER, first.id(), 1, submission("誤記", "thing", "赤い台帳"));
        enter("赤い箱");
        council.restart(new TestModule(SEARCHED));
        assertEquals(List.of("赤い台帳", "赤い箱"), found("赤い"));
        assertEquals(List.of(), found("青い"));
    }

    @Test
    void writesThatMeetTheRevisionAreFoundToo() throws Exception {
        AtOnce.run(4, i -> () -> {
            if (i == 3) {
                council.engine.add(new TestModule(SEARCHED), 5, 99);
                return 0;
            }
            for (int n = 0; n < 20; n++) {
                Entry entry = enter("青い" + i + "-" + n);
                council.ledger().correct(STAFF, LEDGER, entry.id(), 1,
                        submission("誤記", "thing", "赤い" + i + "-" + n));
            }
            return 0;
        });
        assertEquals(60, found("赤い").size());
        assertEquals(List.of(), found("青い"));
        assertTrue(council.verify().ok());
    }
}
