package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import org.daicho.ledger.EntryPage;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the ledger asks of a data source. A data source's test class extends it and gives an empty database.
 */
public abstract class DataSourceContract {

    private static final int THREADS = 8;
    private static final int EACH = 25;

    @TempDir
    Path folder;

    private DataSource database;
    private TestLedger ledger;

    /**
     * Opens an empty database of its own for one test.
     *
     * @param own an empty folder, for a database that lives in files
     * @return the data source; the ledger may ask it for several connections at once
     * @throws Exception where the database can't be opened, which fails the test
     */
    protected abstract DataSource open(Path own) throws Exception;

    /**
     * Shuts the database down after a test.
     *
     * @param database what {@link #open} returned
     * @throws Exception where it can't be shut down, which fails the test
     */
    protected void shutDown(DataSource database) throws Exception {
    }

    @BeforeEach
    void openLedger() throws Exception {
        database = open(folder.resolve("database"));
        ledger = TestLedger.open(database, folder.resolve("keys"), new NotesModule());
    }

    @AfterEach
    void closeLedger() throws Exception {
        if (ledger != null) {
            ledger.close();
        }
        shutDown(database);
    }

    @Test
    @DisplayName("An entry is read back as it was written, 髙﨑𠮷 and all")
    void readsBackWhatWasWritten() {
        Entry entry = note("髙﨑𠮷 ①～ 'x' \\ \"y\" ﾉｰﾄ");
        assertEquals(1L, entry.fields().integer("number"));
        assertEquals(entry, ledger.get(Role.STAFF, entry));
    }

    @Test
    @DisplayName("A correction and a step append versions and leave the earlier ones as they were")
    void appendsVersions() {
        Entry first = note("一");
        Entry second = ledger.correct(Role.STAFF, first, fields("二"));
        Entry third = ledger.act(Role.MANAGER, first, "finish", Map.of());
        assertEquals(List.of(first, second, third), versions(first));
        assertEquals(List.of("open", "open", "done"), versions(first).stream().map(Entry::state).toList());
    }

    @Test
    @DisplayName("A refused entry leaves no trace, not even a number")
    void refusedEntryLeavesNothing() {
        String before = ledger.log().checkpoint();
        Map<String, Object> wrong = fields("一");
        wrong.put("day", "2026-02-30");
        assertEquals(Kind.INVALID, ledger.refusal(() -> ledger.enter(Role.STAFF, NotesModule.LEDGER, wrong)).kind());
        assertEquals(before, ledger.log().checkpoint());
        assertEquals(1L, note("一").fields().integer("number"));
    }

    @Test
    @DisplayName("After a restart everything is there and the numbers and the log go on")
    void goesOnAfterRestart() {
        Entry before = note("前");
        String checkpoint = ledger.log().checkpoint();
        String key = ledger.log().verifierKey();
        ledger.restart(new NotesModule());
        assertEquals(checkpoint, ledger.log().checkpoint());
        assertEquals(key, ledger.log().verifierKey());
        assertEquals(before, ledger.get(Role.STAFF, before));
        Entry after = note("後");
        assertEquals(2L, after.fields().integer("number"));
        assertEquals(before.leafIndex() + 1, after.leafIndex());
        assertVerifies();
    }

    @Test
    @DisplayName("Entries written at once are all kept, numbered without gaps, one leaf each")
    void keepsConcurrentEntries() throws Exception {
        List<Entry> entries = atOnce(i -> () -> note("同時 " + i));
        assertEquals(LongStream.rangeClosed(1, (long) THREADS * EACH).boxed().toList(),
                entries.stream().map(e -> e.fields().integer("number")).sorted().toList());
        assertEquals(entries.size(), entries.stream().map(Entry::leafIndex).distinct().count());
        ledger.restart(new NotesModule());
        Set<Entry> read = new HashSet<>(all());
        assertTrue(read.containsAll(entries), "an acknowledged entry is missing after the restart");
        assertEquals(entries.size(), read.size());
        assertVerifies();
    }

    @Test
    @DisplayName("4-7: of many who want the last seat at once, one gets it")
    void givesTheLastSeatOnce() throws Exception {
        List<Boolean> got = atOnce(i -> () -> {
            Map<String, Object> fields = fields("席 " + i);
            fields.put("seat", "窓際 " + i % EACH);
            try {
                ledger.enter(Role.STAFF, NotesModule.LEDGER, fields);
                return true;
            } catch (LedgerException e) {
                assertTrue(e.kind() == Kind.INVALID || e.kind() == Kind.CONFLICT, e.getMessage());
                return false;
            }
        });
        List<String> taken = all().stream().map(e -> e.fields().text("seat")).toList();
        assertEquals(EACH, taken.size(), "seats given");
        assertEquals(EACH, new HashSet<>(taken).size(), "a seat was given twice");
        assertEquals(EACH, got.stream().filter(g -> g).count());
    }

    @Test
    @DisplayName("Pages follow one another by cursor, oldest first, each entry once")
    void pagesByCursor() {
        List<Entry> written = IntStream.range(0, 25).mapToObj(i -> note("頁 " + i)).toList();
        List<Entry> read = new ArrayList<>();
        String cursor = null;
        do {
            EntryPage page = list(new EntryQuery(10, cursor, null, null, null, Map.of()));
            assertTrue(page.items().size() <= 10);
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertEquals(written, read);
    }

    @Test
    @DisplayName("Entries are found by day, by whole value, and by text in any width")
    void findsEntries() {
        Entry noted = note("ノートPC");
        Map<String, Object> later = fields("机");
        later.put("day", "2026-12-01");
        later.put("person", Role.MEMBER.id());
        Entry desk = ledger.enter(Role.STAFF, NotesModule.LEDGER, later);
        assertEquals(List.of(desk), list(new EntryQuery(10, null, TestClock.START.plusDays(1), null, null, Map.of()))
                .items());
        assertEquals(List.of(noted), list(new EntryQuery(10, null, null, TestClock.START, null, Map.of())).items());
        assertEquals(List.of(desk), list(new EntryQuery(10, null, null, null, null,
                Map.of("person", ledger.people().person(Role.MEMBER.id()).id()))).items());
        assertEquals(List.of(noted), list(new EntryQuery(10, null, null, null, "ﾉｰﾄＰＣ", Map.of())).items());
        assertEquals(List.of(), list(new EntryQuery(10, null, null, null, "電話", Map.of())).items());
    }

    @Test
    @DisplayName("8-2(7): what was erased is gone in every version, also after a restart, and the log still verifies")
    void erasesForGood() {
        Entry entry = note("消すもの");
        ledger.correct(Role.STAFF, entry, fields("消すもの、訂正"));
        ledger.ledger().erase(ledger.people().caller(Role.MANAGER), NotesModule.LEDGER, entry.id(),
                new Erasure("保存期間の満了", "シュレッダー", "職員 三子"));
        ledger.restart(new NotesModule());
        Entry erased = ledger.get(Role.MANAGER, entry);
        assertNotNull(erased.erased());
        assertTrue(versions(entry).stream().allMatch(v -> v.fields().values().isEmpty()),
                "a version still has content");
        assertEquals(List.of(), list(new EntryQuery(10, null, null, null, "消すもの", Map.of())).items());
        assertVerifies();
    }

    private Entry note(String text) {
        return ledger.enter(Role.STAFF, NotesModule.LEDGER, fields(text));
    }

    private static Map<String, Object> fields(String text) {
        return new HashMap<>(Map.of("day", TestClock.START.toString(), "text", text));
    }

    private List<Entry> versions(Entry entry) {
        return ledger.ledger().versions(ledger.people().caller(Role.STAFF), entry.ledger(), entry.id());
    }

    private EntryPage list(EntryQuery query) {
        return ledger.ledger().list(ledger.people().caller(Role.STAFF), NotesModule.LEDGER, query);
    }

    private List<Entry> all() {
        return list(new EntryQuery(500, null, null, null, null, Map.of())).items();
    }

    private void assertVerifies() {
        Verification found = ledger.log().verify(n -> {
        });
        assertTrue(found.ok(), found.finding() == null ? "" : found.finding().en());
    }

    private static <T> List<T> atOnce(IntFunction<Callable<T>> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(THREADS);
            List<Future<List<T>>> futures = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * EACH;
                futures.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    List<T> done = new ArrayList<>();
                    for (int i = first; i < first + EACH; i++) {
                        done.add(task.apply(i).call());
                    }
                    return done;
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<List<T>> future : futures) {
                results.addAll(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }
}
