package org.daicho.chapter.council;

import static org.daicho.chapter.council.People.document;
import static org.daicho.chapter.council.People.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.daicho.chapter.council.document.Acknowledgments;
import org.daicho.chapter.council.document.Documents;
import org.daicho.chapter.council.document.Reviews;
import org.daicho.chapter.council.member.Member;
import org.daicho.chapter.council.register.Profile;
import org.daicho.ledger.LedgerException.Kind;
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

class PoliciesTest {

    private static final String PRIVACY = "プライバシーポリシー";
    private static final String SECURITY = "情報セキュリティポリシー";

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = People.open(folder);
    }

    @Test
    @DisplayName("0-5, 0-6(1), 1-1 Both policies, the procedure and the laws are asked for until they are in force")
    void neededDocuments() {
        assertEquals(Set.of("0-5 プライバシーポリシー", "0-5 情報セキュリティポリシー", "0-6(1) 法令・区の規程", "1-1 情報セキュリティ実施手順"), missing());
        enter(document(PRIVACY, "第1版", "2026-04-01"));
        Entry security = enter(document(SECURITY, "第1版", "2026-12-01"));
        enter(with(document("法令・区の規程", "令和5年4月1日施行", "2023-04-01"), "title", "個人情報の保護に関する法律"));
        enter(document("情報セキュリティ実施手順", "第1版", "2026-04-01"));
        assertEquals(Set.of("0-5 情報セキュリティポリシー"), missing());
        ledger.correct(Role.MANAGER, security, document(SECURITY, "第1版", "2026-11-23"));
        assertEquals(Set.of(), missing());
    }

    @Test
    @DisplayName("0-5, 0-6(1) A version and an effective date are there once for each title, which stays of one kind")
    void versionsAreTold() {
        enter(document(PRIVACY, "第1版", "2026-04-01"));
        assertBroken("0-5", () -> enter(document(PRIVACY, "第１版", "2026-05-01")));
        assertBroken("0-6(1)", () -> enter(document(PRIVACY, "第2版", "2026-04-01")));
        assertBroken("0-5", () -> enter(with(document(SECURITY, "第2版", "2026-05-01"), "title", PRIVACY)));
        enter(document(PRIVACY, "第2版", "2026-05-01"));
    }

    @Test
    @DisplayName("0-7(2)② Everyone in office acknowledges each policy, and only in their own name")
    void everyoneAcknowledges() {
        People.seat(ledger);
        enter(document(PRIVACY, "第1版", "2026-04-01"));
        enter(with(document("法令・区の規程", "令和5年", "2023-04-01"), "title", "個人情報の保護に関する法律"));
        assertEquals(Set.of("p-manager", "p-deputy", "p-staff", "p-member"), awaited("0-7(2)②"));
        assertEquals("2026-12-07", acknowledgments("0-7(2)②").get(0).due().toString());
        acknowledge(Role.MEMBER, "第1版");
        assertEquals(Set.of("p-manager", "p-deputy", "p-staff"), awaited("0-7(2)②"));
        Map<String, Object> forAnother = with(acknowledgment("第1版"), "person", "member");
        assertEquals(List.of("person"), ledger
                .violations(() -> ledger.enter(Role.STAFF, Acknowledgments.LEDGER, forAnother)).stream()
                .map(Violation::field).toList());
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> acknowledge(Role.OPERATOR, "第1版")).kind());
    }

    @Test
    @DisplayName("0-7(2)②, 0-7(2)④ A new version asks everyone anew, and an older one is acknowledged no more")
    void newVersionAsksAnew() {
        People.seat(ledger);
        enter(document(PRIVACY, "第1版", "2026-04-01"));
        acknowledge(Role.MEMBER, "第1版");
        enter(document(PRIVACY, "第2版", "2026-11-23"));
        assertTrue(awaited("0-7(2)②").contains("p-member"));
        assertBroken("0-7(2)②", () -> acknowledge(Role.MEMBER, "第1版"));
        assertBroken("0-7(2)②", () -> acknowledge(Role.MEMBER, "第3版"));
        acknowledge(Role.MEMBER, "第2版");
        assertEquals(Set.of("p-manager", "p-deputy", "p-staff"), awaited("0-7(2)②"));
    }

    @Test
    @DisplayName("2-1(1) The use for the council's business only is confirmed on joining and every year")
    void yearlyAndOnJoining() {
        enter(document(PRIVACY, "第1版", "2026-04-01"));
        ledger.clock().goTo(LocalDate.of(2026, 12, 1));
        ledger.enter(Role.STAFF, Member.LEDGER, People.term("member", "委員", "2026-12-01"));
        assertEquals(List.of("2026-12-15"), acknowledgments("0-7(2)②").stream().map(d -> d.due().toString()).toList());
        assertBroken("2-1(1)", () -> ledger.enter(Role.MEMBER, Acknowledgments.LEDGER,
                with(acknowledgment("第1版"), "confirmed", false)));
        acknowledge(Role.MEMBER, "第1版");
        assertEquals(List.of(), acknowledgments("0-7(2)②"));
        assertEquals(List.of("2027-12-01"), acknowledgments("2-1(1)").stream().map(d -> d.due().toString()).toList());
    }

    @Test
    @DisplayName("0-7(2)② Who has left is asked no more")
    void leaversAreNotAsked() {
        Entry member = People.seat(ledger).get(2);
        enter(document(PRIVACY, "第1版", "2026-04-01"));
        ledger.act(Role.MANAGER, member, Member.LEAVE, Map.of("leftOn", "2026-11-23"));
        assertEquals(Set.of("p-manager", "p-deputy", "p-staff"), awaited("0-7(2)②"));
    }

    @Test
    @DisplayName("0-7(2)④, 0-6(1) Each title is due for review a year after it came to apply, laws among them")
    void reviewsAreDue() {
        enter(document(PRIVACY, "第1版", "2026-04-01"));
        enter(with(document("法令・区の規程", "令和5年", "2023-04-01"), "title", "個人情報の保護に関する法律"));
        assertEquals(List.of("2027-04-01"), reviews("0-7(2)④"));
        assertEquals(List.of("2024-04-01"), reviews("0-6(1)"));
        decide(review("2026-11-20"), "現行どおり", null);
        assertEquals(List.of("2027-11-20"), reviews("0-7(2)④"));
    }

    @Test
    @DisplayName("0-7(2)④ A review waits for the manager's decision, and a revision for its new version")
    void reviewsAreFollowedUp() {
        enter(document(PRIVACY, "第1版", "2026-04-01"));
        Entry review = review("2026-11-20");
        assertEquals(List.of("2026-11-20", "2027-04-01"), reviews("0-7(2)④"));
        assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.act(Role.STAFF, review, "decide",
                Map.of("decision", "現行どおり", "workChange", false))).kind());
        assertBroken("0-7(2)④", () -> decide(review, "改定する", null));
        decide(review, "改定する", "2027-01-31");
        assertEquals(List.of("2027-01-31", "2027-11-20"), reviews("0-7(2)④"));
        enter(document(PRIVACY, "第2版", "2027-02-01"));
        assertEquals(List.of("2027-11-20"), reviews("0-7(2)④"));
    }

    @Test
    @DisplayName("0-7(2)④ A review is of a registered title and of a day that has come")
    void reviewsAreOfDocuments() {
        assertBroken("0-7(2)④", () -> review("2026-11-20"));
        enter(document(PRIVACY, "第1版", "2026-04-01"));
        assertBroken("0-7(2)④", () -> review("2026-11-24"));
    }

    @Test
    @DisplayName("1-1, 0-7(1) The council's profile is asked for until one applies, one for each first day")
    void profileIsAskedFor() {
        assertEquals(1, People.duties(ledger, Profile.LEDGER, "1-1").size());
        Map<String, Object> profile = new HashMap<>(
                Map.of("name", "試験協議会", "ward", "杉並区", "validFrom", "2026-04-01"));
        ledger.enter(Role.STAFF, Profile.LEDGER, profile);
        assertEquals(List.of(), People.duties(ledger, Profile.LEDGER, "1-1"));
        assertBroken("1-1", () -> ledger.enter(Role.STAFF, Profile.LEDGER, profile));
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Documents.LEDGER, fields);
    }

    private static Map<String, Object> acknowledgment(String version) {
        return new HashMap<>(Map.of("document", PRIVACY, "version", version, "confirmed", true));
    }

    private Entry acknowledge(Role as, String version) {
        return ledger.enter(as, Acknowledgments.LEDGER, acknowledgment(version));
    }

    private Entry review(String day) {
        return ledger.enter(Role.STAFF, Reviews.LEDGER,
                Map.of("document", PRIVACY, "reviewedOn", day, "findings", "全条を読み合わせた"));
    }

    private Entry decide(Entry review, String decision, String reviseBy) {
        Map<String, Object> fields = new HashMap<>(Map.of("decision", decision, "workChange", false));
        fields.put("reviseBy", reviseBy);
        return ledger.act(Role.MANAGER, review, "decide", fields);
    }

    private Set<String> missing() {
        return ledger.dutiesOf("council").stream().filter(d -> d.ledger().equals(Documents.LEDGER))
                .map(d -> d.clause() + " " + d.key().substring("document:".length())).collect(Collectors.toSet());
    }

    private List<Duty> acknowledgments(String clause) {
        return People.duties(ledger, Acknowledgments.LEDGER, clause);
    }

    private Set<String> awaited(String clause) {
        return acknowledgments(clause).stream().map(d -> d.who().id()).collect(Collectors.toSet());
    }

    private List<String> reviews(String clause) {
        return People.duties(ledger, Reviews.LEDGER, clause).stream().map(d -> d.due().toString()).sorted().toList();
    }

    private void assertBroken(String clause, Supplier<?> call) {
        assertEquals(List.of(clause), ledger.violations(call).stream().map(Violation::clause).toList());
    }
}
