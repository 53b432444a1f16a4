package org.daicho.chapter.council;

import static org.daicho.chapter.council.People.term;
import static org.daicho.chapter.council.People.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.daicho.chapter.council.member.Member;
import org.daicho.chapter.council.member.MemberRules;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.Neighbour;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberRulesTest {

    private static final Map<String, Object> LEFT_TODAY = Map.of("leftOn", "2026-11-23", "leavingReason", "任期途中の退会");

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private Entry chair;
    private Entry director;
    private Entry member;

    @BeforeEach
    void open() {
        ledger = People.open(folder);
        List<Entry> seated = People.seat(ledger);
        chair = seated.get(0);
        director = seated.get(1);
        member = seated.get(2);
    }

    @Test
    @DisplayName("1-2(1) Staff enter who is not registered yet by name; without the register of persons, only who is")
    void enteringRegistersThePerson() {
        Map<String, Object> newcomer = term("新井 花", "委員", "2026-04-01");
        assertEquals(Kind.INVALID, ledger.refusal(() -> ledger.enter(Role.STAFF, Member.LEDGER, newcomer)).kind());
        ledger.add(Neighbour.keeping("access.persons", "name:text").origins("council.members/enter"));
        Entry entered = ledger.enter(Role.STAFF, Member.LEDGER, newcomer);
        List<Entry> persons = ledger.look(view -> view.standing("access.persons"));
        assertEquals(List.of(entered.fields().person("person").id()), persons.stream().map(Entry::id).toList());
        assertEquals("新井 花", persons.get(0).fields().text("name"));
    }

    @Test
    @DisplayName("1-3 A second 会長 with overlapping days is refused, by entry and by correction; one after the other is not")
    void oneManagerAtATime() {
        assertBroken("1-3", () -> enter(term("operator", "会長", "2026-12-01")));
        assertBroken("1-3", () -> ledger.correct(Role.MANAGER, member, term("member", "会長", "2026-04-01")));
        ledger.correct(Role.MANAGER, chair, with(term("manager", "会長", "2026-04-01"), "termTo", "2027-03-31"));
        assertBroken("1-3", () -> enter(term("operator", "会長", "2027-03-31")));
        enter(term("operator", "会長", "2027-04-01"));
    }

    @Test
    @DisplayName("1-3 Of two callers who make someone 会長 at once, one is refused")
    void twoAtOnce() throws Exception {
        ledger.correct(Role.MANAGER, chair, with(term("manager", "会長", "2026-04-01"), "termTo", "2027-03-31"));
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> outcomes = new ArrayList<>();
            for (String account : List.of("operator", "handler")) {
                Callable<Boolean> attempt = () -> {
                    start.await();
                    try {
                        ledger.ledger().enter(ledger.people().caller(Role.STAFF), Member.LEDGER, new Submission(
                                term(account, "会長", "2027-04-01"), null, Map.of(), null));
                        return true;
                    } catch (LedgerException e) {
                        assertEquals(Kind.INVALID, e.kind());
                        return false;
                    }
                };
                outcomes.add(threads.submit(attempt));
            }
            assertTrue(outcomes.get(0).get() ^ outcomes.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    @DisplayName("1-3 The manager of today goes only with a successor, or with a reason that is kept")
    void noVacancyUnnoticed() {
        Map<String, Object> past = Map.of("leftOn", "2026-11-22");
        Violation violation = ledger.violations(() -> ledger.act(Role.MANAGER, chair, Member.LEAVE, past)).get(0);
        assertEquals("1-3", violation.clause());
        assertEquals(MemberRules.NO_SUCCESSOR, violation.confirm());
        assertBroken("1-3", () -> ledger.correct(Role.MANAGER, chair, term("manager", "委員", "2026-04-01")));
        assertTrue(due("1-3").isEmpty());
        Entry left = ledger.actConfirming(Role.MANAGER, chair, Member.LEAVE, past, MemberRules.NO_SUCCESSOR, "逝去");
        assertEquals("逝去", left.confirmations().get(MemberRules.NO_SUCCESSOR));
        assertEquals(List.of("manager"), due("1-3").stream().map(Duty::key).toList());
        assertEquals("2026-11-22", due("1-3").get(0).due().toString());
    }

    @Test
    @DisplayName("1-3 The end of the last 会長's term is due until a successor follows on the next day")
    void successorIsDue() {
        assertEquals(List.of(), due("1-3"));
        ledger.correct(Role.MANAGER, chair, with(term("manager", "会長", "2026-04-01"), "termTo", "2027-03-31"));
        assertEquals(List.of("2027-03-31"), due("1-3").stream().map(d -> d.due().toString()).toList());
        Entry next = enter(term("operator", "会長", "2027-04-02"));
        assertEquals(1, due("1-3").size());
        ledger.correct(Role.MANAGER, next, term("operator", "会長", "2027-04-01"));
        assertEquals(List.of(), due("1-3"));
    }

    @Test
    @DisplayName("1-3 The deputy neither makes nor unmakes a 会長, and what the deputy does is kept as the deputy's")
    void deputyIsNoManager() {
        assertBroken("1-3", () -> ledger.act(Role.DEPUTY, chair, Member.LEAVE, LEFT_TODAY));
        assertBroken("1-3", () -> ledger.correct(Role.DEPUTY, member, term("member", "会長", "2026-04-01")));
        assertEquals(Role.DEPUTY, ledger.act(Role.DEPUTY, member, Member.LEAVE, LEFT_TODAY).as());
        assertEquals(Role.MANAGER, ledger.act(Role.MANAGER, director, Member.LEAVE, LEFT_TODAY).as());
    }

    @Test
    @DisplayName("1-2(1) A term ends on or after its first day, and no one has two of a kind at once")
    void termsHoldTogether() {
        assertBroken("1-2(1)", () -> enter(with(term("operator", "委員", "2026-04-01"), "termTo", "2026-03-31")));
        assertBroken("1-2(1)", () -> enter(term("member", "役員", "2026-10-01")));
        assertBroken("1-2(1)", () -> enter(with(term("operator", "委員", "2026-04-01"), "kind", "事務局職員")));
        assertBroken("1-2(1)", () -> ledger.act(Role.MANAGER, member, Member.LEAVE, Map.of("leftOn", "2026-03-31")));
        assertBroken("2-4", () -> ledger.act(Role.MANAGER, member, Member.LEAVE, Map.of("leftOn", "2026-11-24")));
        enter(term("member", "職員", "2026-10-01"));
    }

    @Test
    @DisplayName("1-2(1) Who left stays on the register, and nobody can erase them")
    void nothingIsDeleted() {
        Entry left = ledger.act(Role.MANAGER, member, Member.LEAVE, LEFT_TODAY);
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.ledger().erase(ledger.people().caller(Role.MANAGER),
                Member.LEDGER, left.id(), new Erasure("退会", "消去", "職員"))).kind());
        assertEquals("委員 四郎", ledger.get(Role.MEMBER, left).fields().person("person").name());
        enter(term("member", "委員", "2026-11-24"));
    }

    @Test
    @DisplayName("1-2(1) A term that runs out is due on its last day")
    void termsRunOut() {
        ledger.correct(Role.MANAGER, member, with(term("member", "委員", "2026-04-01"), "termTo", "2026-11-30"));
        assertEquals(List.of("委員 四郎さんの任期が2026-11-30に終わります。再任なら任期満了日を訂正し、退会なら退会の手続をしてください。"),
                due("1-2(1)").stream().map(d -> d.title().ja()).toList());
        ledger.act(Role.MANAGER, member, Member.LEAVE, LEFT_TODAY);
        assertEquals(List.of(), due("1-2(1)"));
    }

    @Test
    @DisplayName("1-2(1) The manager, the deputy and the staff keep the register; members read it")
    void membersOnlyRead() {
        assertEquals(Kind.FORBIDDEN,
                ledger.refusal(() -> ledger.enter(Role.MEMBER, Member.LEDGER, term("operator", "委員", "2026-04-01")))
                        .kind());
        assertEquals(Kind.FORBIDDEN,
                ledger.refusal(() -> ledger.act(Role.STAFF, member, Member.LEAVE, LEFT_TODAY)).kind());
        assertEquals(member.fields(), ledger.get(Role.MEMBER, member).fields());
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Member.LEDGER, fields);
    }

    private List<Duty> due(String clause) {
        return People.duties(ledger, Member.LEDGER, clause);
    }

    private void assertBroken(String clause, Supplier<?> call) {
        assertEquals(List.of(clause), ledger.violations(call).stream().map(Violation::clause).distinct().toList());
    }
}
