package org.daicho.ledger.engine.right;

import static org.daicho.ledger.engine.testing.Council.HANDLER;
import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.MEMBER;
import static org.daicho.ledger.engine.testing.Council.OPERATOR;
import static org.daicho.ledger.engine.testing.Council.OTHER_STAFF;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.daicho.ledger.engine.testing.Council.submission;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract's table of roles: each role, each class of ledgers, each call, on the ledger itself. */
@DisplayName("0-3 confidentiality, 1-2, 1-3: the table of roles")
class RoleTableTest {

    private static final Erasure ERASURE = new Erasure("期限", "裁断", "鈴木");
    private static final Caller DEPUTY = Council.caller("kyokucho", "事務局長", Role.DEPUTY);
    private static final Map<String, Caller> CALLERS = Map.of("manager", MANAGER, "deputy", DEPUTY, "staff", STAFF,
            "member", MEMBER, "handler", HANDLER, "operator", OPERATOR);

    @TempDir
    static Path keys;
    @AutoClose
    private static Council council;

    /** The rights as the table has them; who enters, acts or corrects where it says so. */
    private static String definition(String id, String read, String own, String enter, String act, String erase) {
        return """
                {"id": "%s", "module": "%s", "chapter": %d, "revision": 1, "title": {"ja": "試", "en": "Test"},
                 "period": "month", "monthlyCheck": "3-5", "read": [%s], "readOwn": [%s], "erase": [%s],
                 "columns": [{"name": "text", "label": {"ja": "文", "en": "Text"}, "type": "text"}],
                 "states": [{"name": "open", "label": {"ja": "記入", "en": "Open"}}],
                 "actions": [
                  {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "open", "roles": [%s]},
                  {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["open"], "roles": [%s],
                   "own": [%s]},
                  {"name": "approve", "label": {"ja": "承認", "en": "Approve"}, "from": ["open"], "roles": [%s]}]}
                """.formatted(id, id.substring(0, id.indexOf('.')), id.startsWith("mynumber") ? 8 : 3, list(read),
                list(own), list(erase), list(enter), list(act + " " + (act.isEmpty() ? "" : "staff")).replace(
                        id.startsWith("mynumber") ? ",\"staff\"" : "\0", ""),
                list(own), list(act));
    }

    private static String list(String roles) {
        return Stream.of(roles.trim().split(" +")).filter(r -> !r.isEmpty()).map(r -> '"' + r + '"')
                .collect(Collectors.joining(","));
    }

    @BeforeAll
    static void open() throws Exception {
        council = Council.closed(keys);
        String heads = "manager deputy";
        council.open(
                new TestModule(definition("media.takeouts", heads + " staff member", "", "staff member", heads, heads)),
                new TestModule(definition("facilities.keys", heads + " staff", "member", "staff member", heads, heads),
                        definition("facilities.locking", heads + " staff member", "", "staff member", heads, heads)),
                new TestModule(
                        definition("incidents.reports", heads + " staff", "member", "staff member", heads, heads)),
                new TestModule(register(definition("mynumber.handlers", heads + " handler", "", heads, heads, heads)),
                        definition("mynumber.receipts", heads + " handler", "", "handler", "handler", "handler")));
        for (String handler : List.of("itou", "kato")) {
            council.ledger().enter(MANAGER, "mynumber.handlers",
                    fields("text", "報酬", "handler", handler, "from", "2026-11-01"));
        }
    }

    /** Whom the register names is a handler. */
    private static String register(String definition) {
        return definition.replace("\"columns\": [", """
                "grants": [{"role": "handler", "person": "handler", "from": "from"}], "columns": [
                 {"name": "handler", "label": {"ja": "氏名", "en": "Name"}, "type": "person"},
                 {"name": "from", "label": {"ja": "指定", "en": "From"}, "type": "date"},""");
    }

    private static boolean may(Executable call) throws Throwable {
        try {
            call.execute();
            return true;
        } catch (LedgerException e) {
            assertEquals(Kind.FORBIDDEN, e.kind(), e.getMessage());
            return false;
        }
    }

    private static Entry anothers(String ledger) {
        Caller author = ledger.equals("mynumber.handlers")
                ? MANAGER
                : ledger.startsWith("mynumber") ? Council.OTHER_HANDLER : OTHER_STAFF;
        return council.ledger().enter(author, ledger, fields("text", "物"));
    }

    /** Rights: R reads all, O reads own, E enters, C corrects another's, A approves, S signs, X erases. */
    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
            "manager, media.takeouts, R-CASX", "deputy, media.takeouts, R-CASX", "staff, media.takeouts, REC",
            "member, media.takeouts, RE", "handler, media.takeouts, -", "operator, media.takeouts, -",
            "manager, facilities.keys, R-CASX", "deputy, facilities.keys, R-CASX", "staff, facilities.keys, REC",
            "member, facilities.keys, OE", "handler, facilities.keys, -", "operator, facilities.keys, -",
            "member, facilities.locking, RE", "operator, facilities.locking, -",
            "manager, incidents.reports, R-CASX", "deputy, incidents.reports, R-CASX",
            "staff, incidents.reports, REC", "member, incidents.reports, OE", "handler, incidents.reports, -",
            "operator, incidents.reports, -", "manager, mynumber.handlers, RECASX",
            "deputy, mynumber.handlers, RECASX", "staff, mynumber.handlers, -", "member, mynumber.handlers, -",
            "handler, mynumber.handlers, R", "operator, mynumber.handlers, -", "manager, mynumber.receipts, RS",
            "deputy, mynumber.receipts, RS", "staff, mynumber.receipts, -", "member, mynumber.receipts, -",
            "handler, mynumber.receipts, RECAX", "operator, mynumber.receipts, -",
            "manager, log.erasures, R", "deputy, log.erasures, R", "staff, log.erasures, -", "member, log.checks, -",
            "handler, log.checks, -", "operator, log.checks, -", "manager, log.views, R", "handler, log.views, -",
            "operator, log.views, -"})
    void eachRoleHasItsRightsAndNoMore(String role, String ledger, String rights) throws Throwable {
        Caller caller = CALLERS.get(role);
        boolean reads = rights.contains("R");
        boolean own = rights.contains("O");
        assertEquals(reads || own, may(() -> council.list(caller, ledger)), "list");
        assertEquals(reads || own,
                may(() -> council.engine.sheets().sheet(caller, ledger, SheetPeriod.parse("2026-11"))), "sheet");
        assertEquals(rights.contains("E"), may(() -> council.ledger().enter(caller, ledger, fields("text", "x"))),
                "enter");
        if (ledger.startsWith("log.")) {
            return;
        }
        Entry entry = anothers(ledger);
        assertEquals(reads, may(() -> council.ledger().get(caller, ledger, entry.id())), "get");
        assertEquals(reads, may(() -> council.ledger().versions(caller, ledger, entry.id())), "versions");
        assertEquals(reads, !council.engine.log().proof(caller, ledger, entry.id(), 1).openings().isEmpty(), "proof");
        assertEquals(rights.contains("A"), may(() -> council.ledger().act(caller, ledger, entry.id(), "approve", null,
                fields())), "approve");
        Entry other = anothers(ledger);
        assertEquals(rights.contains("C"), may(() -> council.ledger().correct(caller, ledger, other.id(), 1,
                submission("誤記", "text", "y"))), "correct");
        assertEquals(rights.contains("S"),
                may(() -> council.engine.sheets().sign(caller, ledger, SheetPeriod.parse("2026-11"),
                        new CheckSubmission(null, Map.of(), List.of()))),
                "sign");
        assertEquals(rights.contains("X"), may(() -> council.ledger().erase(caller, ledger, entry.id(), ERASURE)),
                "erase");
        if (own) {
            Entry mine = council.ledger().enter(caller, ledger, fields("text", "私の"));
            council.ledger().get(caller, ledger, mine.id());
            council.ledger().correct(caller, ledger, mine.id(), 1, submission("誤記", "text", "z"));
            assertEquals(Set.of(caller.person()), council.list(caller, ledger).stream().map(Entry::createdBy)
                    .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest(name = "from {0} to {1} over {2}: {3}")
    @CsvSource({"2026-11-24,,,false", ",2026-11-22,,false", "2026-11-23,2026-11-23,,true", ",,media,true",
            ",,media.takeouts,true", ",,facilities,false", ",,media.take,false"})
    @DisplayName("1-3: a deputy is one inside the dates and the scope of the instruction")
    void aDeputyHasNothingOutsideTheInstruction(LocalDate from, LocalDate to, String scope, boolean may)
            throws Throwable {
        Caller deputy = new Caller("d", new Person("p-d", "代行"), List.of(new RoleGrant(Role.DEPUTY, from, to,
                scope == null ? Set.of() : Set.of(scope))), null, null);
        Entry entry = anothers("media.takeouts");
        assertEquals(may, may(() -> council.list(deputy, "media.takeouts")));
        assertEquals(may, may(() -> council.ledger().act(deputy, "media.takeouts", entry.id(), "approve", null,
                fields())));
        assertEquals(may, may(() -> council.engine.sheets().sign(deputy, "media.takeouts", SheetPeriod.parse("2026-11"),
                new CheckSubmission(null, Map.of(), List.of()))));
        assertEquals(may, may(() -> council.ledger().erase(deputy, "media.takeouts", entry.id(), ERASURE)));
    }

    @Test
    void theSystemsLedgersTakeNothingByHand() {
        refused(Kind.FORBIDDEN, () -> council.ledger().enter(MANAGER, "log.erasures", fields("reason", "x")));
        refused(Kind.NOT_FOUND, () -> council.ledger().get(MANAGER, "media.takeouts", "nothing"));
        refused(Kind.NOT_FOUND, () -> council.ledger().get(MANAGER, "media.takeouts", "x".repeat(500)));
        refused(Kind.NOT_FOUND, () -> council.list(MANAGER, "no.ledger"));
        assertEquals(List.of(), council.ledger().ledgers(OPERATOR).stream()
                .filter(info -> info.definition().chapter() < 0).toList());
    }
}
