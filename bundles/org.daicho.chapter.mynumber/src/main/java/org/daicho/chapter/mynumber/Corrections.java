package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The report of each correction to the responsible manager (8-2(8)): what was and what is, masked. It follows from the
 * versions, so none can be left out, and stays due until the manager acknowledges it on the entry.
 */
final class Corrections {

    private static final String CLAUSE = "8-2(8)";
    private static final String MASK = "＊＊＊";
    private static final Set<String> STEPS = Set.of(Receipts.Step.SUBMIT, Receipts.Step.DISPOSE);

    /** What a check, or its undoing, writes by itself. */
    private static final Set<String> OF_STEPS = Set.of("checkedBy", "checkedOn", "checkRemarks", "correctionSeenBy",
            "correctionSeenOn", "correctionFinding", "completedBy", "settledBy");

    private final Texts texts;
    private final Labels labels;

    Corrections(Texts texts, Labels labels) {
        this.texts = texts;
        this.labels = labels;
    }

    List<DutySource> sources() {
        return Stream.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER)
                .map(ledger -> new DutySource(CLAUSE, ledger, (from, to, view) -> reports(ledger, to, view))).toList();
    }

    private List<Duty> reports(String ledger, LocalDate to, LedgerView view) {
        List<Duty> reports = new ArrayList<>();
        view.all(ledger).stream().filter(e -> e.version() > 1 && e.erased() == null)
                .forEach(e -> report(ledger, view.versions(ledger, e.id()), reports));
        return reports.stream().filter(d -> !d.due().isAfter(to)).toList();
    }

    private void report(String ledger, List<Entry> versions, List<Duty> reports) {
        List<Duty> open = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            Entry before = versions.get(i - 1);
            Entry after = versions.get(i);
            if (Receipts.Step.ACKNOWLEDGE.equals(after.action())) {
                open.clear();
            } else if (isCorrection(before, after)) {
                open.add(new Duty("correction:" + after.id() + ":" + after.version(), ledger, CLAUSE,
                        text(ledger, before, after), Days.before(Days.of(after.at())), null));
            }
        }
        reports.addAll(open);
    }

    /** A step that is taken again on what has ended corrects it. */
    private static boolean isCorrection(Entry before, Entry after) {
        return Ledger.CORRECT.equals(after.action())
                || STEPS.contains(after.action()) && before.state().equals(after.state());
    }

    private Text text(String ledger, Entry before, Entry after) {
        Set<String> names = new TreeSet<>(before.fields().values().keySet());
        names.addAll(after.fields().values().keySet());
        List<Text> changes = names.stream().filter(n -> !OF_STEPS.contains(n))
                .filter(n -> !Objects.equals(before.fields().values().get(n), after.fields().values().get(n)))
                .map(n -> change(labels.column(ledger, n), before.fields().values().get(n),
                        after.fields().values().get(n)))
                .toList();
        return Labels.listing(texts, "correction.report", changes, after.by().name(),
                Days.of(after.at()).toString(), after.reason() == null ? "" : after.reason());
    }

    private Text change(Labels.Column column, Object before, Object after) {
        return new Text(
                texts.text("correction.change", column.label().ja(), masked(column, before, "空欄"),
                        masked(column, after, "空欄")).ja(),
                texts.text("correction.change", column.label().en(), masked(column, before, "empty"),
                        masked(column, after, "empty")).en());
    }

    /** Leaves of a text, or a name, the first character. */
    private static String masked(Labels.Column column, Object value, String empty) {
        if (value == null) {
            return empty;
        }
        String text = value instanceof Map<?, ?> person ? String.valueOf(person.get("name")) : String.valueOf(value);
        return column.telling() ? text.substring(0, text.offsetByCodePoints(0, 1)) + MASK : text;
    }
}
