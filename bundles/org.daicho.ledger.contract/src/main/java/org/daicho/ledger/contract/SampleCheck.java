package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.Submission;
import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;

/**
 * Takes a chapter's sample entries through the ledger.
 */
final class SampleCheck {

    private SampleCheck() {
    }

    static void assertGoesRound(TestLedger ledger, Definition definition, Role by, Map<String, Object> sample) {
        String id = definition.id();
        assertOutsidersRefused(ledger, definition, sample);
        assertRefused(ledger, definition, by, sample);
        Entry entry = ledger.enter(by, id, sample);
        sample.forEach((field, value) -> assertTrue(entry.fields().has(field), id + "." + field + " was not kept"));
        Role reader = definition.read().stream().sorted().findFirst().orElse(by);
        assertEquals(entry.fields(), ledger.get(reader, entry).fields(), id + ": read back");
        if (definition.printed().isEmpty() || definition.printed().contains(entry.state())) {
            SheetPeriod period = ledger.sheets().sheets(ledger.people().caller(reader), id).get(0).period();
            assertTrue(ledger.sheets().sheet(ledger.people().caller(reader), id, period).rows().stream()
                    .anyMatch(r -> r.entry().id().equals(entry.id())), id + ": not on the sheet " + period);
        }
        assertTrue(ledger.log().verify(n -> {
        }).ok(), "the log verifies");
    }

    /** No role that the definition leaves out may enter. */
    private static void assertOutsidersRefused(TestLedger ledger, Definition definition, Map<String, Object> sample) {
        Action enter = definition.action("enter").orElseThrow();
        for (Role role : Role.values()) {
            if (!enter.roles().contains(role) && !enter.own().contains(role)) {
                assertEquals(Kind.FORBIDDEN, ledger.refusal(() -> ledger.enter(role, definition.id(), sample)).kind(),
                        role + " enters " + definition.id());
            }
        }
    }

    /** What does not fit the schema of entering is refused with the column's name, each such body by itself. */
    private static void assertRefused(TestLedger ledger, Definition definition, Role by, Map<String, Object> sample) {
        Action enter = definition.action(Action.ENTER).orElseThrow();
        BodySchemas schemas = new BodySchemas();
        Misfits.of(definition, enter, sample).forEach((name, bodies) -> bodies.forEach(body -> {
            String where = definition.id() + "." + name + " in " + body;
            assertFalse(schemas.faults(definition, enter, new Submission(body, null, Map.of(), null)).isEmpty(),
                    where + " is allowed by the schema");
            assertTrue(ledger.violations(() -> ledger.enter(by, definition.id(), body)).stream()
                    .anyMatch(v -> name.equals(v.field())), where + " is not refused");
        }));
    }

    static void assertOutlivesModule(TestLedger ledger, List<Definition> definitions, Function<String, Role> by,
            Function<String, Map<String, Object>> sample, LedgerModule again) {
        List<Entry> entries = definitions.stream().filter(d -> !d.closed())
                .map(d -> ledger.enter(by.apply(d.id()), d.id(), sample.apply(d.id()))).toList();
        Map<String, LedgerInfo> before = infos(ledger, definitions);
        ledger.restart();
        Map<String, LedgerInfo> without = infos(ledger, definitions);
        for (Definition d : definitions) {
            assertFalse(without.get(d.id()).active(), d.id() + " is live without its module");
            assertEquals(before.get(d.id()).definition(), without.get(d.id()).definition(), d.id() + ": definition");
            assertEquals(before.get(d.id()).digest(), without.get(d.id()).digest(), d.id() + ": digest");
        }
        for (Entry entry : entries) {
            Role role = by.apply(entry.ledger());
            assertEquals(entry.fields(), ledger.get(role, entry).fields(),
                    entry.ledger() + ": read without the module");
            assertEquals(Kind.CONFLICT,
                    ledger.refusal(() -> ledger.enter(role, entry.ledger(), sample.apply(entry.ledger()))).kind(),
                    entry.ledger() + ": written without the module");
        }
        ledger.restart(again);
        assertEquals(before, infos(ledger, definitions), "with the module again");
        entries.forEach(e -> ledger.enter(by.apply(e.ledger()), e.ledger(), again(sample.apply(e.ledger()), e)));
    }

    /** By now a name may fit two of the entries that were made of samples. */
    private static Map<String, Object> again(Map<String, Object> sample, Entry first) {
        Map<String, Object> fields = new HashMap<>(sample);
        first.links().forEach((column, link) -> fields.computeIfPresent(column,
                (name, value) -> value instanceof String ? link.id() : value));
        return fields;
    }

    private static Map<String, LedgerInfo> infos(TestLedger ledger, List<Definition> definitions) {
        Map<String, LedgerInfo> infos = new LinkedHashMap<>();
        definitions.forEach(d -> infos.put(d.id(), ledger.ledger()
                .ledger(ledger.people().caller(d.read().stream().sorted().findFirst().orElse(Role.MANAGER)), d.id())));
        return infos;
    }
}
