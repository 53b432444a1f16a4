package org.daicho.access.internal.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class AccountBookTest {

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
    }

    private static void assertRefused(Kind kind, Executable call) {
        assertEquals(kind, assertThrows(LedgerException.class, call).kind());
    }

    private Account account(String name) {
        return council.directory().account(name).orElseThrow();
    }

    @Test
    void aNameIsTakenWhateverItsCase() {
        String person = council.person("Sato");
        assertRefused(Kind.CONFLICT, () -> council.accounts().create(council.admin(), "sATO", "x", person));
        assertEquals("Sato", account("SATO").name());
    }

    @Test
    void ofTwoCallersWhoTakeANameAtOnceOneGetsIt() throws Exception {
        String person = council.person("someone");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Kind> refusals = new ArrayList<>();
        try {
            List<Future<String>> both = new ArrayList<>();
            for (String name : List.of("new", "NEW")) {
                both.add(threads.submit(() -> {
                    start.await();
                    return council.accounts().create(council.admin(), name, "x", person);
                }));
            }
            for (Future<String> one : both) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    refusals.add(((LedgerException) e.getCause()).kind());
                }
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(List.of(Kind.CONFLICT), refusals);
        assertEquals(1, council.directory().accounts().stream().filter(a -> a.key().equals("new")).count());
    }

    @Test
    void aNameIsNotAnotherPersonsId() {
        String person = council.person("sato");
        assertRefused(Kind.CONFLICT, () -> council.accounts().create(council.admin(), person, "x", person));
    }

    @Test
    void theSystemsOwnNamesAndOtherFormsAreRefused() {
        String person = council.person("sato");
        for (String name : List.of("System", "access", "a b", "佐藤", "x".repeat(65))) {
            assertRefused(Kind.INVALID, () -> council.accounts().create(council.admin(), name, "x", person));
        }
    }

    @Test
    void everyoneSetsTheirOwnPasswordAndNobodyElses() {
        council.person("sato", Role.STAFF);
        council.person("suzuki", Role.STAFF);
        var sato = council.caller("sato");
        council.accounts().setPassword(sato, account("sato").id(), "my own password", false);
        assertNotNull(account("sato").passwordHash());
        assertRefused(Kind.INVALID,
                () -> council.accounts().setPassword(sato, account("suzuki").id(), "not my password", false));
    }

    @Test
    void aResetByAnOperatorIsAnEntryOfItsOwn() {
        council.person("sato", Role.STAFF);
        council.accounts().setPassword(council.admin(), account("sato").id(), "the first one", false);
        assertEquals(List.of(), council.entries(council.admin(), AccessLedgers.EVENTS));
        council.accounts().setPassword(council.admin(), account("sato").id(), "the second one", true);
        List<Entry> events = council.entries(council.admin(), AccessLedgers.EVENTS);
        assertEquals(List.of("パスワードの再設定"), events.stream().map(e -> e.fields().text("kind")).toList());
        assertEquals("sato", events.get(0).fields().text("account"));
        assertEquals(council.admin().person(), events.get(0).by());
        assertTrue(account("sato").mustChange());
    }

    @Test
    void noReaderOfTheLedgersSeesASecret() {
        council.person("kaicho", Role.MANAGER);
        council.accounts().setPassword(council.admin(), account("kaicho").id(), "a good password", false);
        new TokenBook(council.ledger()).issue(council.admin(), "script", "admin", null);
        for (String reader : List.of("admin", "kaicho")) {
            Entry account = council.ledger().get(council.caller(reader), AccessLedgers.ACCOUNTS,
                    account("kaicho").id());
            assertEquals("kaicho", account.fields().text("name"));
            assertFalse(account.fields().has("passwordHash"));
        }
        Entry token = council.entries(council.admin(), AccessLedgers.TOKENS).get(0);
        assertEquals("script", token.fields().text("label"));
        assertFalse(token.fields().has("tokenHash"));
    }

    @Test
    void onlyWhoMayReadThemReadsTheLedgers() {
        council.person("kaicho", Role.MANAGER);
        council.person("sato", Role.STAFF);
        for (String ledger : AccessLedgers.KEPT) {
            assertRefused(Kind.FORBIDDEN, () -> council.entries(council.caller("sato"), ledger));
        }
        assertFalse(council.entries(council.caller("kaicho"), AccessLedgers.ACCOUNTS).isEmpty());
        assertRefused(Kind.FORBIDDEN, () -> council.entries(council.caller("kaicho"), AccessLedgers.TOKENS));
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws Exception {
        council.person("sato", Role.STAFF);
        council.accounts().change(council.admin(), account("sato"), "佐藤 花子", null);
        council.accounts().disable(council.admin(), account("sato"), true);
        var token = new TokenBook(council.ledger()).issue(council.admin(), "script", "admin", null);
        Account before = account("sato");
        var grants = council.directory().grants(before.personId());
        council.restart(null);
        assertEquals(before, account("sato"));
        assertEquals(grants, council.directory().grants(before.personId()));
        assertEquals(List.of(token.id()), council.directory().tokens().stream().map(t -> t.id()).toList());
    }

    @Test
    void anAccountIsAnOpenItemOfWhoLeaves2_4() {
        council.person("sato", Role.STAFF);
        var person = council.caller("sato").person();
        assertEquals(List.of(account("sato").id()),
                council.openItems(person).stream().map(item -> item.entry()).toList());
        council.accounts().disable(council.admin(), account("sato"), true);
        assertEquals(List.of(), council.openItems(person));
    }

    @Test
    void anAccountsPasswordIsNotSetThroughTheGenericLedger() {
        council.person("sato", Role.STAFF);
        Map<String, Object> fields = Map.of("passwordHash", "x", "mustChange", false);
        assertRefused(Kind.FORBIDDEN, () -> council.ledger().act(council.admin(), AccessLedgers.ACCOUNTS,
                account("sato").id(), "set-password", null, TestCouncil.submission(fields)));
        assertRefused(Kind.FORBIDDEN, () -> council.ledger().correct(council.admin(), AccessLedgers.ACCOUNTS,
                account("sato").id(), 1, TestCouncil.submission(Map.of())));
    }
}
