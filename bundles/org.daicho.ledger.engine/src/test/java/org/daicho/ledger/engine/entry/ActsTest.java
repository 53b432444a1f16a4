package org.daicho.ledger.engine.entry;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.STAFF;
import static org.daicho.ledger.engine.testing.Council.fields;
import static org.daicho.ledger.engine.testing.Council.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.spi.Act;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A loss is reported once (6-2(2)): it stands in the ledger of loans, and is an incident and a closed card by that. */
class ActsTest {

    private static final String LOANS = "loans.items";
    private static final String INCIDENTS = "alarm.reports";
    private static final String CARDS = "cards.all";

    @TempDir
    Path keys;

    @AutoClose
    private Council council;

    private final List<Act> acts = new ArrayList<>();
    private final TestModule loans = new TestModule(ledger(LOANS, "staff", "")).consequence(new Consequence("6-2(2)",
            LOANS, Set.of("lose"), (change, view) -> List.copyOf(acts)));
    private final TestModule incidents = new TestModule(ledger(INCIDENTS, "manager", "\"loans.items/lose\""));
    private final TestModule cards = new TestModule(ledger(CARDS, "manager", "\"loans.items/lose\""));
    private Entry loan;
    private Entry card;

    @BeforeEach
    void open() throws Exception {
        council = Council.closed(keys);
        council.open(loans, incidents, cards);
        loan = council.ledger().enter(STAFF, LOANS, fields("what", "USBメモリ"));
        card = council.ledger().enter(MANAGER, CARDS, fields("what", "札1"));
        acts.add(Act.enter(INCIDENTS, Map.of("what", "紛失")));
        acts.add(Act.on(CARDS, card.id(), "lose", Map.of()));
    }

    private Entry lose() {
        return council.ledger().act(STAFF, LOANS, loan.id(), "lose", null, fields());
    }

    private List<Entry> of(String ledger) {
        return council.list(MANAGER, ledger);
    }

    @Test
    @DisplayName("6-2(2) what an action brings about in other ledgers stands beside it, by the same person and role")
    void oneActStandsInThreeLedgers() {
        Entry lost = lose();
        Entry report = of(INCIDENTS).get(0);
        Entry closed = of(CARDS).get(0);
        assertEquals(List.of("lost", "there", "lost"), List.of(lost.state(), report.state(), closed.state()));
        assertEquals(List.of(STAFF.person(), STAFF.person()), List.of(report.by(), closed.by()));
        assertEquals(List.of(Role.STAFF, Role.STAFF), List.of(report.as(), closed.as()));
        assertEquals(List.of(lost.leafIndex() + 1, lost.leafIndex() + 2),
                List.of(report.leafIndex(), closed.leafIndex()));
        council.assertVerifies();
    }

    @Test
    @DisplayName("6-2(2) who may take the origin needs no right of their own to what follows, and has none without it")
    void rightsComeFromTheOrigin() {
        refused(Kind.FORBIDDEN, () -> council.ledger().enter(STAFF, INCIDENTS, fields("what", "紛失")));
        lose();
        assertEquals(1, of(INCIDENTS).size());
    }

    @Test
    void aLedgerThatDoesNotNameTheOriginTakesNothing() throws Exception {
        council.restart(loans, new TestModule(ledger(INCIDENTS, "manager", "\"loans.items/return\"")
                .replace("\"revision\": 1", "\"revision\": 2")), cards);
        refused(Kind.FORBIDDEN, this::lose);
        assertEquals("there", of(LOANS).get(0).state());
        assertEquals("there", of(CARDS).get(0).state());
    }

    @Test
    void whereOneStepIsRefusedNoneIsTaken() {
        cards.rule(new Rule("2-3(2)", CARDS, Set.of("lose"), (change, view) -> List.of(
                new Violation("what", "2-3(2)", new Text("札を閉じられません。", "The card can't be closed.")))));
        council.engine.remove(cards);
        council.engine.add(cards, 0, 7);
        LedgerException refusal = refused(Kind.INVALID, this::lose);
        assertNull(refusal.violations().get(0).field());
        assertTrue(refusal.violations().get(0).message().ja().contains("札を閉じられません。"),
                () -> refusal.violations().toString());
        assertEquals(List.of("there", 0, "there"),
                List.of(of(LOANS).get(0).state(), of(INCIDENTS).size(), of(CARDS).get(0).state()));
        council.assertVerifies();
    }

    @Test
    void theRulesOfAStepSeeTheStepsBeforeIt() {
        List<String> seen = new ArrayList<>();
        cards.rule(new Rule("2-3(2)", CARDS, Set.of("lose"), (change, view) -> {
            seen.add(view.entry(LOANS, loan.id()).orElseThrow().state());
            seen.add(view.find(INCIDENTS, "what", "紛失").size() + " " + view.standing(INCIDENTS).size());
            seen.add(String.valueOf(view.versions(LOANS, loan.id()).size()));
            return List.of();
        }));
        council.engine.remove(cards);
        council.engine.add(cards, 0, 7);
        lose();
        assertEquals(List.of("lost", "1 1", "2"), seen);
    }

    @Test
    void aStepOfAModuleThatIsNotThereIsLeftOut() {
        council.engine.remove(incidents);
        assertEquals("lost", lose().state());
        assertEquals("lost", of(CARDS).get(0).state());
        assertEquals(0, of(INCIDENTS).size());
    }

    @Test
    void aStepIsRefusedWhereItsEntryStandsOtherwise() {
        council.ledger().act(MANAGER, CARDS, card.id(), "lose", null, fields());
        refused(Kind.CONFLICT, this::lose);
        assertEquals("there", of(LOANS).get(0).state());
    }

    @Test
    void twoStepsOnOneEntryAreAFaultOfTheModule() {
        acts.add(Act.on(CARDS, card.id(), "lose", Map.of()));
        refused(Kind.UNAVAILABLE, this::lose);
        assertEquals("there", of(CARDS).get(0).state());
    }

    private static String ledger(String id, String role, String origins) {
        return """
                {"id": "%s", "module": "%s", "chapter": 3, "revision": 1, "title": {"ja": "試", "en": "Test"},
                 "period": "month", "read": ["manager", "staff"],
                 "columns": [{"name": "what", "label": {"ja": "何", "en": "What"}, "type": "text"}],
                 "states": [{"name": "there", "label": {"ja": "有", "en": "There"}},
                  {"name": "lost", "label": {"ja": "紛失", "en": "Lost"}}],
                 "actions": [
                  {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "there", "roles": ["%s"],
                   "origins": [%s]},
                  {"name": "lose", "label": {"ja": "紛失", "en": "Lose"}, "from": ["there"], "to": "lost",
                   "roles": ["%s"], "origins": [%s]}]}
                """.formatted(id, id.substring(0, id.indexOf('.')), role, origins, role, origins);
    }
}
