package org.daicho.chapter.media;

import static org.daicho.chapter.media.Media.transmission;
import static org.daicho.chapter.media.Media.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Submission;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransmissionTest {

    private static final String ASSURED = "Bccで送り、控えで確かめた";

    @TempDir
    static Path folder;

    @AutoClose
    private static TestLedger ledger;

    @BeforeAll
    static void openLedger() {
        ledger = TestLedger.open(folder, new MediaChapter());
    }

    @ParameterizedTest(name = "3-2(2) Without {0} nothing is recorded")
    @ValueSource(strings = {"asset", "channel", "recipient", "recipientCount", "reason", "sentToManager",
            "sentToManagerAt"})
    void allIsAskedFor(String column) {
        List<Violation> violations = ledger.violations(() -> send(with(transmission(), column, null)));
        assertEquals(List.of(column), violations.stream().map(Violation::field).toList());
        assertEquals("3-2(2)", violations.get(0).clause());
    }

    @Test
    @DisplayName("3-2(2) What did not go to the manager as well is refused, and no reason passes it")
    void managerGetsACopy() {
        Violation violation = broken(with(transmission(), "sentToManager", false), "sentToManager");
        assertNull(violation.confirm());
    }

    @ParameterizedTest(name = "3-2(2) D社: mail to {0} addresses needs the assurance that Bcc was used")
    @ValueSource(longs = {2, 985})
    void manyRecipientsAreConfirmed(long count) {
        Map<String, Object> mail = with(transmission(), "recipientCount", count);
        assertEquals("many-recipients", broken(mail, "recipientCount").confirm());
        Entry sent = confirming(Role.STAFF, mail);
        assertEquals(Map.of("many-recipients", ASSURED), sent.confirmations());
        assertEquals(count, sent.fields().integer("recipientCount"));
    }

    @Test
    @DisplayName("3-2(2) One address, and a fax, need no assurance; a blank one is none")
    void othersNeedNone() {
        assertEquals(Map.of(), send(transmission()).confirmations());
        assertEquals(Map.of(),
                send(with(with(transmission(), "channel", "FAX"), "recipientCount", 3L)).confirmations());
        Map<String, Object> mail = with(transmission(), "recipientCount", 2L);
        assertEquals("many-recipients", ledger.violations(() -> ledger.ledger().enter(
                ledger.people().caller(Role.STAFF), Transmissions.LEDGER,
                new Submission(mail, null, Map.of("many-recipients", " "), null))).get(0).confirm());
    }

    @Test
    @DisplayName("3-2(2) A correction is asked again when it changes the recipients, and only then")
    void correctionIsAskedAgain() {
        Entry sent = confirming(Role.STAFF, with(transmission(), "recipientCount", 2L));
        Map<String, Object> two = with(transmission(), "recipientCount", 2L);
        assertEquals(2, ledger.correct(Role.STAFF, sent, with(two, "remarks", "控えは書庫1")).version());
        assertEquals("recipientCount", ledger.violations(
                () -> ledger.correct(Role.STAFF, sent, with(two, "recipientCount", 3L))).get(0).field());
        Entry fax = send(with(two, "channel", "FAX"));
        assertEquals("recipientCount", ledger.violations(() -> ledger.correct(Role.STAFF, fax, two)).get(0).field());
    }

    @ParameterizedTest(name = "3-2(2) {1} recipients of {0} are none")
    @CsvSource({"メール, 0", "FAX, -1"})
    void thereIsARecipient(String channel, long count) {
        assertNull(broken(with(with(transmission(), "channel", channel), "recipientCount", count), "recipientCount")
                .confirm());
    }

    @ParameterizedTest(name = "3-2(2) {0} does not lie ahead")
    @ValueSource(strings = {"sentAt", "sentToManagerAt"})
    void nothingIsAhead(String column) {
        broken(with(transmission(), column, "2026-11-24T00:00:00+09:00"), column);
        assertTrue(send(with(transmission(), column, "2026-11-23T14:00:00Z")).fields().has(column));
    }

    @Test
    @DisplayName("3-2(2) The sender and the time fill themselves")
    void senderAndTime() {
        Entry sent = send(with(transmission(), "sentAt", null));
        assertEquals("職員 三子", sent.fields().person("sentBy").name());
        assertEquals("2026-11-23T09:00:00+09:00", sent.fields().text("sentAt"));
    }

    @ParameterizedTest(name = "3-2(2) {0} records no transmission")
    @EnumSource(value = Role.class, names = {"MANAGER", "DEPUTY", "MEMBER", "HANDLER", "OPERATOR"})
    void staffRecord(Role role) {
        assertEquals(Kind.FORBIDDEN,
                ledger.refusal(() -> ledger.enter(role, Transmissions.LEDGER, transmission())).kind());
    }

    private static Entry send(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Transmissions.LEDGER, fields);
    }

    private static Entry confirming(Role role, Map<String, Object> fields) {
        Caller caller = ledger.people().caller(role);
        return ledger.ledger().enter(caller, Transmissions.LEDGER,
                new Submission(fields, null, Map.of("many-recipients", ASSURED), null));
    }

    private static Violation broken(Map<String, Object> fields, String field) {
        List<Violation> violations = ledger.violations(() -> send(fields));
        assertEquals(List.of(field), violations.stream().map(Violation::field).toList());
        assertEquals("3-2(2)", violations.get(0).clause());
        return violations.get(0);
    }
}
