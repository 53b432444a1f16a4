package org.daicho.access.internal.login;

import static org.daicho.access.internal.TestCouncil.ADMIN_PASSWORD;
import static org.daicho.access.internal.TestCouncil.basic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.access.LoginThrottledException;
import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.book.TokenBook;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {

    private static final String HERE = "192.0.2.7";
    private static final String PASSWORD = "荻窪の朝はとても早い";

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;
    private Operators operators;
    private Logins logins;

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
        operators = new Operators();
        logins = new Logins(council.ledger(), council.directory(), TestCouncil.PASSWORDS, operators, council.clock);
        council.person("sato", Role.STAFF);
        council.accounts().setPassword(council.admin(), account("sato").id(), PASSWORD, false);
    }

    private Account account(String name) {
        return council.directory().account(name).orElseThrow();
    }

    private Optional<Caller> login(String account, String password) {
        return logins.authenticate(basic(account, password), HERE);
    }

    private String token(OffsetDateTime expires) {
        return new TokenBook(council.ledger()).issue(council.admin(), "script", "sato", expires).value();
    }

    private Optional<Caller> bearer(String token) {
        return logins.authenticate("Bearer " + token, HERE);
    }

    private List<Entry> events() {
        return council.entries(council.admin(), AccessLedgers.EVENTS);
    }

    private void fail(String account, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(Optional.empty(), login(account, "wrong " + i));
        }
    }

    @Test
    void theRightPasswordGivesThePersonAndTheRoles() {
        Caller caller = login("Sato", PASSWORD).orElseThrow();
        assertEquals("sato", caller.account());
        assertEquals(account("sato").personId(), caller.person().id());
        assertEquals(List.of(Role.STAFF), caller.grants().stream().map(g -> g.role()).toList());
        assertNull(caller.module());
    }

    @Test
    void aWrongPasswordAnUnknownAccountAndNoHeaderAreNobody() {
        assertEquals(Optional.empty(), login("sato", ADMIN_PASSWORD));
        assertEquals(Optional.empty(), login("nobody", PASSWORD));
        assertEquals(Optional.empty(), login("", ""));
        assertEquals(Optional.empty(), logins.authenticate(null, null));
    }

    @Test
    void aNewPasswordEndsTheOldOneAtOnce() {
        assertTrue(login("sato", PASSWORD).isPresent());
        council.accounts().setPassword(council.caller("sato"), account("sato").id(), "another password", false);
        assertEquals(Optional.empty(), login("sato", PASSWORD));
        assertTrue(login("sato", "another password").isPresent());
    }

    @Test
    void aDisabledAccountOrPersonIsRefusedAtOnce() {
        String token = token(null);
        assertTrue(login("sato", PASSWORD).isPresent());
        council.accounts().disable(council.admin(), account("sato"), true);
        assertEquals(Optional.empty(), login("sato", PASSWORD));
        assertEquals(Optional.empty(), bearer(token));
        council.accounts().disable(council.admin(), account("sato"), false);
        assertTrue(login("sato", PASSWORD).isPresent());
        var person = council.directory().person(account("sato").personId()).orElseThrow();
        council.persons().disable(council.admin(), person, true);
        assertEquals(Optional.empty(), login("sato", PASSWORD));
        assertEquals(Optional.empty(), bearer(token));
    }

    @Test
    void whoMustChangeThePasswordCanDoNothingElse() {
        council.accounts().setPassword(council.admin(), account("sato").id(), "given by the operator", true);
        LedgerException refused = assertThrows(LedgerException.class, () -> login("sato", "given by the operator"));
        assertEquals(LedgerException.Kind.FORBIDDEN, refused.kind());
        assertTrue(logins.login(basic("sato", "given by the operator"), HERE).orElseThrow().mustChange());
    }

    @Test
    void aTokenHoldsUntilItExpiresOrIsTakenBack() {
        String lasting = token(null);
        String short_ = token(OffsetDateTime.parse("2026-11-23T10:00:00+09:00"));
        assertTrue(lasting.startsWith("daicho_"));
        assertEquals("sato", bearer(lasting).orElseThrow().account());
        assertTrue(bearer(short_).isPresent());
        council.clock.pass(Duration.ofHours(1));
        assertEquals(Optional.empty(), bearer(short_));
        assertEquals(Optional.empty(), bearer(lasting + "x"));
        new TokenBook(council.ledger()).revoke(council.admin(),
                council.directory().token(TokenValues.hash(lasting)).orElseThrow());
        assertEquals(Optional.empty(), bearer(lasting));
    }

    @Test
    void theSystemsOwnTokenIsAnOperatorUntilItIsTakenBack() {
        String token = operators.mint();
        assertEquals(List.of(Role.OPERATOR), bearer(token).orElseThrow().grants().stream().map(g -> g.role()).toList());
        operators.revoke(token);
        assertEquals(Optional.empty(), bearer(token));
    }

    @Test
    void afterFiveFailuresTheRightPasswordIsNotLookedAtEither() {
        fail("sato", 5);
        var refused = assertThrows(LoginThrottledException.class, () -> login("sato", PASSWORD));
        assertEquals(10, refused.retryAfterSeconds());
        council.clock.pass(Duration.ofSeconds(10));
        assertTrue(login("sato", PASSWORD).isPresent());
        fail("sato", 4);
        assertTrue(login("sato", PASSWORD).isPresent(), "the success ended the run");
    }

    @Test
    void anAccountThatIsNotThereIsSlowedDownTheSameWay() {
        fail("nobody", 5);
        assertThrows(LoginThrottledException.class, () -> login("nobody", PASSWORD));
    }

    @Test
    void aRememberedLoginDoesNotLetAGuesserGoOn() {
        assertTrue(login("sato", PASSWORD).isPresent());
        fail("sato", 5);
        assertThrows(LoginThrottledException.class, () -> login("sato", PASSWORD));
    }

    @Test
    void anAddressThatTriesManyNamesIsSlowedDownButTokensAndOtherPlacesAreNot() {
        String token = token(null);
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), login("name" + i, "wrong"));
        }
        assertThrows(LoginThrottledException.class, () -> login("sato", PASSWORD));
        assertTrue(bearer(token).isPresent());
        assertTrue(logins.authenticate(basic("sato", PASSWORD), "192.0.2.8").isPresent());
    }

    @Test
    @DisplayName("4-2(2) A run of failed logins is the manager's to look into until they wrote what they found")
    void theManagerLooksIntoARunOfFailures() {
        council.person("kaicho", Role.MANAGER);
        Caller manager = council.caller("kaicho");
        assertEquals(List.of(), failures(manager));
        fail("sato", 5);
        for (int i = 0; i < 15; i++) {
            login("name" + i, "wrong");
        }
        assertEquals(Set.of("アカウント「sato」へのログインが、2026-11-23に5回続けて失敗しました。本人に確かめて、結果を認証の記録に書いてください。",
                "2026-11-23に、ログインの失敗が20回続きました(アカウント不明)。認証の記録の接続元を見て心当たりを確かめ、結果をそこに書いてください。"),
                failures(manager).stream().map(d -> d.title().ja()).collect(Collectors.toSet()));
        assertEquals(List.of(), failures(council.caller("sato")));
        String run = events().stream().filter(e -> e.fields().has("account")).findFirst().orElseThrow().id();
        LedgerException unsaid = assertThrows(LedgerException.class, () -> acknowledge(manager, run, Map.of()));
        assertEquals("finding", unsaid.violations().get(0).field());
        LedgerException operator = assertThrows(LedgerException.class,
                () -> acknowledge(council.admin(), run, Map.of("finding", "大丈夫")));
        assertEquals(LedgerException.Kind.FORBIDDEN, operator.kind());
        Entry seen = acknowledge(manager, run, Map.of("finding", "本人の打ち間違い"));
        assertEquals(manager.person(), seen.fields().person("seenBy"));
        assertEquals(1, failures(manager).size());
        assertFalse(failures(manager).get(0).key().contains(run));
    }

    private List<Duty> failures(Caller caller) {
        return council.duties(caller).stream().filter(d -> d.clause().equals("4-2(2)")).toList();
    }

    private Entry acknowledge(Caller caller, String run, Map<String, Object> fields) {
        return council.ledger().act(caller, AccessLedgers.EVENTS, run, "acknowledge", null,
                TestCouncil.submission(fields));
    }

    @Test
    void aRunOfFailuresIsRecordedOnceWithoutWhatWasTyped() {
        fail("sato", 5);
        council.clock.pass(Duration.ofMinutes(1));
        fail("sato", 1);
        List<Entry> events = events().stream().filter(e -> e.fields().has("failures")).toList();
        assertEquals(1, events.size());
        assertEquals("sato", events.get(0).fields().text("account"));
        assertEquals(HERE, events.get(0).fields().text("address"));
        assertEquals(5L, events.get(0).fields().integer("failures"));
        assertFalse(events.toString().contains("wrong"));
    }

    @Test
    void aNameThatIsNoAccountIsNotRecorded() {
        fail("my-secret-in-the-wrong-box", 5);
        assertEquals(1, events().stream().filter(e -> e.fields().has("failures")).count());
        assertFalse(events().toString().contains("secret"));
    }

    @Test
    void anAddressThatLooksLikeAMyNumberIsRecordedAllTheSame() {
        // 12 digits whose last one is the check digit of a My Number.
        for (int i = 0; i < 5; i++) {
            logins.authenticate(basic("sato", "wrong"), "123.145.104.100");
        }
        List<Entry> events = events().stream().filter(e -> e.fields().has("failures")).toList();
        assertEquals("123.145.104.100", events.get(0).fields().text("address"));
        assertEquals(java.util.Set.of("my-number"), events.get(0).confirmations().keySet());
    }
}
