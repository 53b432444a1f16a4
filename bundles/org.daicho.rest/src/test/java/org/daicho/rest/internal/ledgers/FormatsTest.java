package org.daicho.rest.internal.ledgers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.system.SheetRenderer;
import org.daicho.rest.internal.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    record Renderer(String mediaType, String extension) implements SheetRenderer {

        @Override
        public byte[] render(Sheet sheet, Locale locale) {
            return new byte[0];
        }
    }

    private final List<SheetRenderer> there = new ArrayList<>(
            List.of(new Renderer("text/csv", "csv"), new Renderer("application/pdf", "pdf")));
    private final Formats formats = new Formats(() -> there);

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {"-;json", "'';json", "*/*;json", "*;json",
            "application/json;json", "application/*;json", "text/csv;csv", "TEXT/CSV;csv", "text/*;csv",
            "application/pdf;pdf", "text/csv, application/json;json", "text/html, */*;json",
            "application/json|q=0.5, text/csv;csv", "text/csv|q=0.1, */*|q=0.2;json", "*/*, application/json|q=0;csv",
            "application/json|q=0, */*|q=0.1, application/pdf|q=0.9;pdf"})
    void choosesByAccept(String accept, String expected) {
        String chosen = formats.choose(null, accept == null ? null : accept.replace('|', ';'))
                .map(SheetRenderer::extension).orElse("json");
        assertEquals(expected, chosen);
    }

    @ParameterizedTest
    @CsvSource({"text/html", "application/json;q=0", "image/*", "garbage", "text/csv;q=0"})
    void refusesWhatNothingMakes(String accept) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> formats.choose(null, accept));
        assertEquals(406, refusal.problem().status());
        assertTrue(refusal.problem().detail().en().contains("application/json, application/pdf, text/csv"));
    }

    @Test
    void letsTheEndingDecide() {
        assertEquals("csv", formats.choose("csv", "application/json").orElseThrow().extension());
        assertTrue(formats.choose("json", "text/csv").isEmpty());
        assertEquals(406, assertThrows(ProblemException.class, () -> formats.choose("xlsx", "*/*")).problem().status());
    }

    @Test
    void followsRenderersThatComeAndGo() {
        there.clear();
        assertEquals(406, assertThrows(ProblemException.class, () -> formats.choose("csv", null)).problem().status());
        there.add(new Renderer("text/csv", "csv"));
        assertEquals("csv", formats.choose("csv", null).orElseThrow().extension());
    }

    @Test
    void prefersTheRendererThatRanksHighest() {
        SheetRenderer better = new Renderer("text/csv", "csv");
        there.add(better);
        assertTrue(formats.choose("csv", null).orElseThrow() == better);
        assertTrue(formats.choose(null, "text/csv").orElseThrow() == better);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2026-11,2026-11,-", "2026-11.csv,2026-11,csv",
            "2026-04..2026-09,2026-04..2026-09,-", "2026-04..2026-09.pdf,2026-04..2026-09,pdf",
            "current.json,current,json",
            "current.exe,current.exe,-", "current.CSV,current.CSV,-"})
    void takesTheEndingOffTheAddress(String name, String period, String ending) {
        assertEquals(new Formats.Name(period, ending), Formats.Name.of(name));
    }
}
