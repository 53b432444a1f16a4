package org.daicho.ledger.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.daicho.ledger.contract.Procedure.Heading;
import org.daicho.ledger.contract.Procedure.PaperForm;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Section;

/**
 * Compares a definition with the paper form that it is to be.
 */
final class FormCheck {

    private FormCheck() {
    }

    static void assertPaper(Definition definition) {
        String id = definition.id();
        PaperForm paper = Procedure.form(definition.form())
                .orElseThrow(() -> new AssertionError(id + ": there is no 様式" + definition.form()));
        assertEquals(paper.title(), definition.title().ja(), id + ": title");
        assertEquals(paper.chapter(), definition.chapter(), id + ": chapter");
        assertEquals(paper.period(), definition.period().id(), id + ": period");
        assertEquals(paper.monthlyCheck(), definition.monthlyCheck(), id + ": monthly check");
        if (paper.sections().size() == 1) {
            assertEquals(paper.sections().get(0).stream().map(Heading::field).toList(),
                    ChapterContract.printed(definition).stream().map(Column::name).toList(), id + ": printed columns");
        } else {
            assertEquals(paper.sections().stream().map(s -> s.stream().map(Heading::field).toList()).toList(),
                    definition.sections().stream().map(Section::columns).toList(), id + ": tables of the sheet");
        }
        for (List<Heading> section : paper.sections()) {
            assertSection(definition, section);
        }
    }

    private static void assertSection(Definition definition, List<Heading> section) {
        for (Heading heading : section) {
            String where = definition.id() + "." + heading.field();
            Column column = definition.column(heading.field())
                    .orElseThrow(() -> new AssertionError(where + " is missing"));
            assertTrue(column.printed(), where + " is not printed");
            assertEquals(heading.heading(), column.label().ja(), where + ": heading");
            if (!heading.values().isEmpty()) {
                assertEquals(heading.values(), column.values(), where + ": values");
            }
        }
    }
}
