package org.daicho.chapter.council;

import static org.daicho.chapter.council.People.instruction;
import static org.daicho.chapter.council.People.term;
import static org.daicho.chapter.council.People.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.daicho.chapter.council.deputy.Instruction;
import org.daicho.chapter.council.member.Member;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
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

class InstructionTest {

    private static final String FROM = "2026-11-23";
    private static final String TO = "2026-12-31";

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;
    private Entry chair;
    private Entry director;

    @BeforeEach
    void open() {
        ledger = People.open(folder);
        ledger.add(new Grants());
        List<Entry> seated = People.seat(ledger);
        chair = seated.get(0);
        director = seated.get(1);
    }

    @Test
    @DisplayName("1-3 Only the 会長 instructs, and only the 事務局長, with scope and dates")
    void managerInstructsDirector() {
        Entry entry = enter(with(instruction(FROM, TO), "scope", "media facilities.locking"));
        assertEquals("会長 一郎", entry.fields().person("instructedBy").name());
        for (Role role : List.of(Role.DEPUTY, Role.STAFF, Role.MEMBER, Role.OPERATOR)) {
            assertEquals(Kind.FORBIDDEN,
                    ledger.refusal(() -> ledger.enter(role, Instruction.LEDGER, instruction(FROM, TO))).kind());
        }
        assertBroken(Instruction.DEPUTY, () -> enter(with(instruction(FROM, TO), "deputy", "staff")));
        assertBroken(Instruction.DEPUTY, () -> enter(with(instruction(FROM, TO), "deputy", "member")));
        assertBroken(Instruction.SCOPE, () -> enter(with(instruction(FROM, TO), "scope", "第3章")));
        assertBroken(Instruction.VALID_TO, () -> enter(instruction("2026-12-02", "2026-12-01")));
        assertBroken(Instruction.VALID_FROM, () -> enter(instruction("2026-11-22", TO)));
    }

    @Test
    @DisplayName("1-3 The 会長 instructs no one who is the 会長, and corrects no other's instruction")
    void managerInstructsSomeoneElse() {
        ledger.enter(Role.STAFF, Member.LEDGER, term("manager", "事務局長", "2026-04-01"));
        assertBroken(Instruction.DEPUTY, () -> enter(with(instruction(FROM, TO), "deputy", "manager")));
        Entry entry = enter(instruction(FROM, TO));
        Submission shorter = new Submission(instruction(FROM, "2026-12-01"), "短縮", Map.of(), null);
        assertBroken(Instruction.INSTRUCTED_BY, () -> ledger.ledger().correct(
                ledger.people().caller("staff", Role.MANAGER), Instruction.LEDGER, entry.id(), 1, shorter));
        ledger.correct(Role.MANAGER, entry, instruction(FROM, "2026-12-01"));
    }

    @Test
    @DisplayName("1-3 Who holds the manager's role without being the 会長 on the register cannot instruct")
    void registerDecides() {
        ledger.correct(Role.MANAGER, chair, term("operator", "会長", "2026-04-01"));
        assertBroken(Instruction.INSTRUCTED_BY, () -> enter(instruction(FROM, TO)));
    }

    @Test
    @DisplayName("1-3 The deputy outlives neither the term of the 会長 nor that of the 事務局長")
    void endsWithTheTerms() {
        ledger.correct(Role.MANAGER, director, with(term("deputy", "事務局長", "2026-04-01"), "termTo", "2026-12-30"));
        assertBroken(Instruction.VALID_TO, () -> enter(instruction(FROM, TO)));
        enter(instruction(FROM, "2026-12-30"));
        ledger.correct(Role.MANAGER, chair, with(term("manager", "会長", "2026-04-01"), "termTo", "2026-12-29"));
        assertBroken(Instruction.VALID_TO, () -> enter(instruction(FROM, "2026-12-30")));
        assertEquals(List.of("void"), keys());
    }

    @Test
    @DisplayName("1-3 An instruction without the role is a gap, and so is a role beyond the instruction")
    void rolesFollowTheInstruction() {
        enter(with(instruction(FROM, TO), "scope", "media facilities"));
        assertEquals(List.of("ungranted"), keys());
        Entry beyond = Grants.grant(ledger, "deputy", "deputy", FROM, "2027-01-01", "media");
        assertEquals(List.of("deputy", "ungranted"), keys());
        ledger.act(Role.OPERATOR, beyond, "end", Map.of());
        Entry wide = Grants.grant(ledger, "deputy", "deputy", FROM, TO, null);
        assertEquals(List.of("deputy", "ungranted"), keys());
        ledger.act(Role.OPERATOR, wide, "end", Map.of());
        Grants.grant(ledger, "deputy", "deputy", FROM, TO, "media facilities.locking");
        assertEquals(List.of(), keys());
    }

    @Test
    @DisplayName("1-3 Once the instruction is withdrawn, the deputy's role is a gap")
    void withdrawalEndsIt() {
        Entry entry = enter(instruction(FROM, TO));
        Grants.grant(ledger, "deputy", "deputy", FROM, TO, null);
        assertEquals(List.of(), keys());
        ledger.act(Role.MANAGER, entry, "withdraw", Map.of("withdrawalReason", "復帰"));
        assertEquals(List.of("deputy"), keys());
    }

    @Test
    @DisplayName("1-3, 1-2(1) A role that the register does not bear out is a gap")
    void rolesFollowTheRegister() {
        assertEquals(List.of("chair"), memberKeys());
        Grants.grant(ledger, "manager", "manager", null, null, null);
        Grants.grant(ledger, "staff", "staff", null, null, null);
        Grants.grant(ledger, "member", "member", null, null, null);
        assertEquals(List.of(), memberKeys());
        Grants.grant(ledger, "operator", "staff", null, null, null);
        Grants.grant(ledger, "staff", "member", null, null, null);
        assertEquals(List.of("outsider", "outsider"), memberKeys());
        Grants.grant(ledger, "member", "manager", null, null, null);
        assertEquals(List.of("chair", "manager", "outsider", "outsider"), memberKeys());
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.MANAGER, Instruction.LEDGER, fields);
    }

    private List<String> keys() {
        return keys(People.duties(ledger, Instruction.LEDGER, "1-3"));
    }

    private List<String> memberKeys() {
        return keys(ledger.dutiesOf("council").stream().filter(d -> d.ledger().equals(Member.LEDGER)).toList());
    }

    private static List<String> keys(List<Duty> duties) {
        return duties.stream().map(d -> d.key().split(":")[0]).sorted().toList();
    }

    private void assertBroken(String field, Supplier<?> call) {
        List<Violation> violations = ledger.violations(call);
        assertEquals(List.of(field), violations.stream().map(Violation::field).toList());
        assertEquals("1-3", violations.get(0).clause());
    }
}
