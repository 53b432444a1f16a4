package org.daicho.ledger.engine.search;

import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.daicho.ledger.EntryPage;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.AtOnce;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.OpenCouncil;
import org.daicho.ledger.value.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SearchTest {

    @OpenCouncil
    private Council council;

    private List<Entry> search(String text) {
        return council.ledger().list(STAFF, Loans.LEDGER, new EntryQuery(10, null, null, null, text, Map.of()))
                .items();
    }

    private List<Entry> filter(String column, String value) {
        return council.ledger().list(STAFF, Loans.LEDGER,
                new EntryQuery(10, null, null, null, null, Map.of(column, value))).items();
    }

    @Test
    void filtersByWholeValues() {
        Entry entry = council.ledger().enter(STAFF, Loans.LEDGER, fields("lentOn", "2026-11-20", "item", "ノート",
                "kind", "本", "borrower", "tanaka", "copies", 12));
        council.lend(STAFF, "ノート2");
        for (String[] each : new String[][]{{"item", "ﾉｰﾄ"}, {"kind", "本"}, {"borrower", "tanaka"},
                {"borrower", MEMBER.person().id()}, {"copies", "12"}}) {
            assertEquals(List.of(entry), filter(each[0], each[1]), each[0]);
        }
        assertEquals(List.of(), filter("item", "ノー"));
        assertEquals(List.of(), filter("copies", "1"));
        assertEquals(2, filter("state", "requested").size());
        assertEquals(List.of(), filter("state", "approved"));
        refused(Kind.MALFORMED, () -> filter("token", "x"));
        refused(Kind.MALFORMED, () -> filter("nothing", "x"));
        council.ledger().correct(STAFF, Loans.LEDGER, entry.id(), 1,
                submission("誤記", "lentOn", "2026-11-20", "item", "紙"));
        assertEquals(List.of(), filter("item", "ノート"));
        assertEquals(List.of(entry.id()), filter("item", "紙").stream().map(Entry::id).toList());
    }

    @Test
    void limitsAndNonsenseAreRefused() {
        for (int limit : new int[]{0, -1, 501}) {
            refused(Kind.MALFORMED, () -> council.ledger().list(STAFF, Loans.LEDGER,
                    new EntryQuery(limit, null, null, null, null, Map.of())));
        }
        for (String cursor : new String[]{"x", "", "!!", "AAAAAAAAAAAAAAAA"}) {
            refused(Kind.MALFORMED, () -> council.ledger().list(STAFF, Loans.LEDGER,
                    new EntryQuery(1, cursor, null, null, null, Map.of())));
        }
        refused(Kind.MALFORMED, () -> search(" "));
        refused(Kind.MALFORMED, () -> council.ledger().list(STAFF, Loans.LEDGER, new EntryQuery(1, null,
                LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 1), null, Map.of())));
    }

    @Test
    @DisplayName("Pages by cursor neither skip nor repeat while others enter and correct")
    void pagesWhileOthersWrite() throws Exception {
        List<Entry> before = IntStream.range(0, 60).mapToObj(i -> council.lend(STAFF, "頁" + i)).toList();
        List<List<String>> read = AtOnce.run(4, caller -> () -> {
            List<String> ids = new ArrayList<>();
            if (caller == 0) {
                for (int i = 0; i < 40; i++) {
                    council.lend(STAFF, "後" + i);
                    council.ledger().correct(STAFF, Loans.LEDGER, before.get(i).id(), 1,
                            submission("訂正", "lentOn", "2026-11-21", "item", "頁訂正" + i));
                }
                return ids;
            }
            EntryQuery query = new EntryQuery(7, null, null, null, caller == 1 ? null : "頁",
                    caller == 2 ? Map.of("state", "requested") : Map.of());
            for (EntryPage page = null; page == null || page.next() != null;) {
                page = council.ledger().list(STAFF, Loans.LEDGER, new EntryQuery(query.limit(),
                        page == null ? null : page.next(), null, null, query.text(), query.filters()));
                assertTrue(page.items().size() <= 7);
                page.items().forEach(e -> ids.add(e.id()));
            }
            return ids;
        });
        for (List<String> ids : read.subList(1, 4)) {
            assertEquals(ids.size(), new HashSet<>(ids).size(), "an entry twice");
            assertEquals(before.stream().map(Entry::id).toList(), ids.subList(0, 60), "an entry skipped");
        }
    }
}
