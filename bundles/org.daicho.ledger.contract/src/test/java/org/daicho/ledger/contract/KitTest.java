package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.daicho.ledger.contract.Procedure.Heading;
import org.daicho.ledger.contract.Procedure.PaperForm;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.form.State;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.Test;

/**
 * The kit's checks can fail.
 */
class KitTest {

    private static final Text LABEL = new Text("記入", "Enter");
    private static final Set<Role> COUNCIL = Set.of(Role.MANAGER, Role.DEPUTY, Role.STAFF, Role.MEMBER);

    @Test
    void knowsTheClausesAndTheirSections() {
        assertTrue(Procedure.hasClause("8-2(6)③"));
        assertTrue(Procedure.hasClause("3-4"));
        assertFalse(Procedure.hasClause("3-6"));
        assertFalse(Procedure.hasClause("8-2(6)⑤"));
        assertFalse(Procedure.hasClause("8-2(1"));
    }

    @Test
    void knowsTheTenForms() {
        assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(),
                IntStream.rangeClosed(1, 11).mapToObj(Procedure::form).flatMap(f -> f.stream()).map(PaperForm::number)
                        .toList());
        assertEquals(3, Procedure.form(6).orElseThrow().sections().size());
    }

    @Test
    void refusesAFormThatIsNotThePaper() {
        assertDoesNotThrow(() -> FormCheck.assertPaper(form(List.of("handler", "scope", "designatedOn", "releasedOn",
                "remarks"), "備考")));
        assertThrows(AssertionError.class, () -> FormCheck.assertPaper(
                form(List.of("scope", "handler", "designatedOn", "releasedOn", "remarks"), "備考")));
        assertThrows(AssertionError.class, () -> FormCheck.assertPaper(
                form(List.of("handler", "scope", "designatedOn", "releasedOn", "remarks"), "特記事項")));
        assertThrows(AssertionError.class,
                () -> FormCheck.assertPaper(form(List.of("handler", "scope", "designatedOn", "releasedOn"), "備考")));
    }

    @Test
    void seesRightsBeyondTheTable() {
        assertEquals(Set.of(), RoleTable.breaches(ledger("assets.inventory", 2, COUNCIL, Set.of(Role.STAFF))));
        assertEquals(Set.of("assets.inventory enter member", "assets.inventory read operator"),
                RoleTable.breaches(ledger("assets.inventory", 2, with(COUNCIL, Role.OPERATOR),
                        Set.of(Role.STAFF, Role.MEMBER))));
        assertEquals(Set.of("assets.inventory read member missing"), RoleTable.breaches(
                ledger("assets.inventory", 2, Set.of(Role.MANAGER, Role.DEPUTY, Role.STAFF), Set.of(Role.STAFF))));
        assertEquals(Set.of("facilities.keys read member"),
                RoleTable.breaches(ledger("facilities.keys", 5, COUNCIL, Set.of(Role.STAFF))));
        assertEquals(Set.of("mynumber.uses read staff", "mynumber.uses read member", "mynumber.uses enter staff"),
                RoleTable.breaches(ledger("mynumber.uses", 8, COUNCIL, Set.of(Role.STAFF))));
    }

    @Test
    void refusesClausesWhoseMendingDoesNotAddUp() {
        assertDoesNotThrow(() -> clauses("mended").assertWellFormed());
        AssertionError error = assertThrows(AssertionError.class, () -> clauses("unmended").assertWellFormed());
        assertTrue(error.getMessage().contains("2-3(2)"), error.getMessage());
        assertThrows(AssertionError.class, () -> clauses("absent"));
    }

    @Test
    void takesAChapterOfAnotherDocumentByItsOwnNumbers() {
        ClauseResource own = clauses("own");
        assertDoesNotThrow(own::assertWellFormed);
        assertTrue(own.hasClause("9-1"));
        assertTrue(own.hasClause("9-1(2)"));
        assertTrue(own.hasClause("0-7"), "what the procedure asks for binds it too");
        assertFalse(own.hasClause("9-2"));
        assertFalse(own.hasClause("9"));
        assertFalse(clauses("mended").hasClause("9-1"));
        assertThrows(AssertionError.class, () -> clauses("nameless").assertWellFormed(), "names no document");
        assertThrows(AssertionError.class, () -> clauses("foreign").assertWellFormed(), "3-2 is chapter 3's");
    }

    @Test
    void refusesAnApplicationThatIsNotGuardedOrNotTheChapters() {
        String application = """
                <property name="osgi.jaxrs.application.base" type="String" value="/api/lending"/>
                <property name="osgi.jaxrs.extension.select" type="String">(daicho.guard=access)
                (daicho.rest=json)</property>""";
        assertDoesNotThrow(() -> BundleCheck.assertGuarded("lending", application));
        assertDoesNotThrow(() -> BundleCheck.assertGuarded("lending", "<provide interface=\"X\"/>"));
        for (String unfit : List.of(application.replace("(daicho.guard=access)", ""),
                application.replace("(daicho.rest=json)", ""), application.replace("lending", "assets"),
                "<property name=\"osgi.jaxrs.resource\" type=\"Boolean\" value=\"true\"/>")) {
            assertThrows(AssertionError.class, () -> BundleCheck.assertGuarded("lending", unfit), unfit);
        }
    }

    private static ClauseResource clauses(String module) {
        return ClauseResource.of(KitTest.class, module);
    }

    @Test
    void asksRulesAboutEmptyAndFullEntries() {
        Definition definition = ledger("assets.inventory", 2, COUNCIL, Set.of(Role.STAFF));
        Set<Boolean> filled = new HashSet<>();
        new RuleProbe(definition, new TestPeople()).ask(new Rule("2-2", definition.id(), Set.of(),
                (change, view) -> List.of(new Violation(null, "2-2", LABEL))),
                (change, violation) -> filled.add(change.fields().has("name")));
        assertEquals(Set.of(true, false), filled);
        Rule careless = new Rule("2-2", definition.id(), Set.of(), (change, view) -> change.fields().text("name")
                .isEmpty() ? List.of() : List.of());
        assertThrows(NullPointerException.class,
                () -> new RuleProbe(definition, new TestPeople()).ask(careless, (change, violation) -> {
                }));
    }

    /** Makes 様式7 with the columns in an order and with a heading for 備考. */
    private static Definition form(List<String> order, String remarks) {
        List<Heading> paper = Procedure.form(7).orElseThrow().sections().get(0);
        List<Column> columns = order.stream()
                .map(name -> paper.stream().filter(h -> h.field().equals(name)).findFirst().orElseThrow())
                .map(h -> column(h.field(), h.field().equals("remarks") ? remarks : h.heading())).toList();
        return new Definition("mynumber.handlers", "mynumber", 8, 7, new Text("特定個人情報事務取扱者名簿", "Handlers"), 1,
                Period.OPEN,
                null, null, null, false, Set.of(), Set.of(), Set.of(), Set.of(), List.of(), columns, List.of(),
                List.of());
    }

    private static Definition ledger(String id, int chapter, Set<Role> read, Set<Role> enter) {
        return new Definition(id, id.substring(0, id.indexOf('.')), chapter, null, LABEL, 1, Period.OPEN, null, null,
                null, false, read, Set.of(), Set.of(), Set.of(), List.of(), List.of(column("name", "情報資産名")),
                List.of(new State("active", LABEL)),
                List.of(new Action("enter", LABEL, Set.of(), "active", enter, Set.of(), List.of(), List.of())));
    }

    private static Column column(String name, String heading) {
        return new Column(name, new Text(heading, name), null, ColumnType.TEXT, false, true, List.of(), null, Fill.NONE,
                false, true, false, 200, false, null);
    }

    private static Set<Role> with(Set<Role> roles, Role another) {
        Set<Role> all = new HashSet<>(roles);
        all.add(another);
        return all;
    }
}
