package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.disposal.DisposalMethod;
import org.daicho.disposal.MediumKind;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Condition;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.FieldsSchema;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every chapter's bundle fulfils, whatever its clauses. A chapter's test class extends it and says which module it
 * is; the tests run on the real provider over a real database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ChapterContract {

    /** What 2-4 adds to the methods of disposal: handing back leaves nothing behind, and destroys nothing. */
    private static final String HANDED_BACK = "返却・移管";

    private static final String JAPANESE = ".*[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}].*";

    private TestLedger ledger;
    private List<Definition> definitions;
    private ClauseResource clauses;

    /** Makes the chapter's module. */
    protected abstract LedgerModule module();

    /** Returns the module's id. */
    protected abstract String id();

    /**
     * Returns the values of an entry that the ledger takes, as staff would write it.
     *
     * @param ledger the id of one of the module's ledgers
     */
    protected abstract Map<String, Object> sample(String ledger);

    /**
     * Returns who enters the sample.
     *
     * @param ledger the id of one of the module's ledgers
     */
    protected Role enteredBy(String ledger) {
        return Role.STAFF;
    }

    /**
     * Writes what the samples rest on, such as the policy that is acknowledged, or the row that makes the account
     * {@code handler} a handler; called once for each new ledger.
     *
     * @param opened a ledger that is empty but for the module's definitions
     */
    protected void prepare(TestLedger opened) {
    }

    /**
     * Returns the rights beyond the table of roles, each {@code ledger action role}, with the clause that gives it.
     */
    protected Map<String, String> beyondRoleTable() {
        return Map.of();
    }

    @BeforeAll
    void openLedger(@TempDir Path folder) {
        clauses = ClauseResource.of(module().getClass(), id());
        ledger = TestLedger.open(folder, module());
        prepare(ledger);
        definitions = ledger.definitions(id());
    }

    @AfterAll
    void closeLedger() {
        if (ledger != null) {
            ledger.close();
        }
    }

    @Test
    @DisplayName("The ledger takes every definition of the module")
    void definitionsAreTaken() {
        assertFalse(definitions.isEmpty(), "no ledger of module " + id() + " is live");
        assertEquals(module().definitions().size(), definitions.size(), "definitions that the ledger took");
    }

    @Test
    @DisplayName("Every definition fits the schema of definitions")
    void definitionsFitTheirSchema() {
        assertAll(module().definitions().stream()
                .map(text -> () -> assertEquals(Set.of(), DefinitionSchema.faults(Resources.json(text)), text)));
    }

    @Test
    @DisplayName("Every title, label and help is there in Japanese and in English")
    void labelsSpeakBothLanguages() {
        assertAll(definitions.stream().flatMap(d -> Stream.of(Stream.of(d.title()),
                d.columns().stream().flatMap(c -> Stream.of(c.label(), c.help())),
                conditions(d).map(Condition::message),
                d.states().stream().map(s -> s.label()), d.actions().stream().map(a -> a.label()))
                .flatMap(s -> s).filter(Objects::nonNull)
                .map(text -> () -> assertLabel(d.id(), text))));
    }

    @Test
    @DisplayName("Each form is the paper's: title, columns, order, fixed values, period, monthly check")
    void formsAreThePaper() {
        assertAll(definitions.stream().filter(d -> d.form() != null).map(d -> () -> FormCheck.assertPaper(d)));
    }

    @Test
    @DisplayName("3-4 4-8 8-2(7) Methods of disposal and kinds of medium are in the words of the ledger's one catalogue")
    void disposalIsTheCatalogues() {
        Set<String> catalogue = Stream.concat(Stream.of(DisposalMethod.values()).map(DisposalMethod::label),
                Stream.of(MediumKind.values()).map(MediumKind::label)).collect(Collectors.toSet());
        assertAll(definitions.stream().flatMap(d -> d.columns().stream()).map(c -> () -> {
            assertTrue(c.values().stream().noneMatch(v -> v.startsWith("@")), c.name() + " is not filled in");
            if (c.values().stream().anyMatch(catalogue::contains)) {
                assertTrue(catalogue.containsAll(c.values().stream().filter(v -> !HANDED_BACK.equals(v)).toList()),
                        c.name() + " offers what the catalogue has not: " + c.values());
            }
        }));
    }

    @Test
    @DisplayName("Every clause that a definition, rule or duty names is one of the procedure's, or of the chapter's own document")
    void clausesExist() {
        LedgerModule module = module();
        Stream<String> named = Stream.of(definitions.stream().flatMap(d -> d.clauses().stream()),
                definitions.stream().flatMap(d -> Stream.of(d.monthlyCheck(), d.inspection())),
                definitions.stream().flatMap(ChapterContract::conditions)
                        .map(c -> Objects.requireNonNull(c.clause(), () -> "no clause asks: " + c.message().ja())),
                module.rules().stream().map(Rule::clause), module.duties().stream().map(DutySource::clause))
                .flatMap(s -> s).filter(Objects::nonNull);
        assertAll(named.distinct().map(c -> () -> assertClause("a definition, rule or duty", c)));
    }

    @Test
    @DisplayName("Rules and duties belong to the module's own ledgers and actions")
    void rulesAreOfOwnLedgers() {
        LedgerModule module = module();
        assertAll(module.rules().stream().map(r -> () -> {
            Definition of = definition(r.ledger());
            r.actions().forEach(a -> assertTrue(of.action(a).isPresent(), r.ledger() + " has no action " + a));
        }));
        module.duties().forEach(d -> definition(d.ledger()));
    }

    @Test
    @DisplayName("The chapter carries its clauses: number, wording, mended text beside the scanned one")
    void clausesAreCarried() {
        clauses.assertWellFormed();
    }

    @Test
    @DisplayName("A chapter is one of the procedure with its forms, or one of a document of its own, which has none of them")
    void chapterIsTheProceduresOrItsOwn() {
        assertAll(definitions.stream().map(d -> () -> {
            assertEquals(clauses.isOwn() ? clauses.chapter() : Math.min(d.chapter(), Procedure.LAST_CHAPTER),
                    d.chapter(), d.id() + ": chapter");
            assertTrue(!clauses.isOwn() || d.form() == null, d.id() + ": the paper forms are the procedure's");
        }));
    }

    @Test
    @DisplayName("No role may do more than the table of roles gives it, but for what a clause adds")
    void rolesFitTheTable() {
        Set<String> breaches = new TreeSet<>();
        definitions.stream().filter(d -> d.chapter() >= 0).forEach(d -> breaches.addAll(RoleTable.breaches(d)));
        assertEquals(new TreeSet<>(beyondRoleTable().keySet()), breaches, "rights beyond the table of roles");
        beyondRoleTable().forEach(this::assertClause);
    }

    @Test
    @DisplayName("8-1(1)① Where ledgers give rights to handlers, a register of the module says who is one")
    void handlersComeFromARegister() {
        assertEquals(definitions.stream().anyMatch(RoleTable::namesHandlers),
                definitions.stream().anyMatch(d -> !d.grants().isEmpty()), "a register of handlers");
    }

    @Test
    @DisplayName("No rule throws, not even on an empty entry, and each speaks both languages")
    void rulesSpeakBothLanguages() {
        TestPeople people = ledger.people();
        assertAll(module().rules().stream().map(rule -> () -> {
            Definition definition = definition(rule.ledger());
            new RuleProbe(definition, people).ask(rule, (change, violation) -> {
                String where = rule.clause() + " on " + change.action();
                assertSentence(where, violation.message());
                assertTrue(violation.field() == null || definition.column(violation.field()).isPresent(),
                        where + ": no column " + violation.field());
                assertClause(where, violation.clause());
            });
        }));
    }

    @Test
    @DisplayName("The example that people are shown of each action is what its schema allows")
    void examplesFit() {
        assertAll(definitions.stream().flatMap(d -> d.actions().stream().map(action -> () -> {
            FieldsSchema schema = new FieldsSchema(d);
            assertEquals(Set.of(), JsonSchemas.faults(JsonSchemas.schema(schema.body(action)),
                    schema.example(action, ledger.clock().today())), d.id() + " " + action.name());
        })));
    }

    @Test
    @DisplayName("A sample is entered, read back, printed on a sheet, and its duties speak both languages")
    void sampleGoesRound() {
        definitions.stream().filter(d -> !d.closed()).forEach(d -> {
            Map<String, Object> sample = sample(d.id());
            assertNotNull(sample, "sample of " + d.id());
            SampleCheck.assertGoesRound(ledger, d, enteredBy(d.id()), sample);
        });
        ledger.dutiesOf(id()).forEach(duty -> {
            assertSentence("duty " + duty.key(), duty.title());
            assertClause("duty " + duty.key(), duty.clause());
        });
    }

    @Test
    @DisplayName("Without the module its entries are read unchanged and written no more; with it they go on")
    void historyOutlivesTheModule(@TempDir Path own) {
        try (TestLedger opened = TestLedger.open(own, module())) {
            prepare(opened);
            SampleCheck.assertOutlivesModule(opened, opened.definitions(id()), this::enteredBy, this::sample, module());
        }
    }

    @Test
    @DisplayName("The bundle names its module, pulls in a ledger, exports nothing and imports no other chapter")
    void bundleIsALeaf() {
        BundleCheck.assertLeaf(module().getClass(), id());
    }

    private Definition definition(String ledgerId) {
        return definitions.stream().filter(d -> d.id().equals(ledgerId)).findFirst()
                .orElseThrow(() -> new AssertionError(ledgerId + " is no ledger of module " + id()));
    }

    private static Stream<Condition> conditions(Definition definition) {
        return definition.columns().stream().flatMap(c -> c.conditions().stream());
    }

    private void assertClause(String where, String clause) {
        assertTrue(clause != null && clauses.hasClause(clause), where + ": there is no clause " + clause);
    }

    private static void assertLabel(String where, Text text) {
        assertFalse(text.ja().isBlank(), where + ": a label lacks Japanese beside '" + text.en() + "'");
        assertFalse(text.en().isBlank(), where + ": a label lacks English beside '" + text.ja() + "'");
    }

    private static void assertSentence(String where, Text text) {
        assertTrue(text.ja().matches("(?s)" + JAPANESE), where + ": no Japanese in '" + text.ja() + "'");
        assertFalse(text.en().isBlank() || text.en().equals(text.ja()), where + ": no English for '" + text.ja() + "'");
    }

    /** Returns the printed columns of a definition. */
    static List<Column> printed(Definition definition) {
        return definition.columns().stream().filter(Column::printed).toList();
    }
}
