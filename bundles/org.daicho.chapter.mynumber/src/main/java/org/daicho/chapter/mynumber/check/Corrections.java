package org.daicho.chapter.mynumber.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
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
public final class Corrections {

    private static final String CLAUSE = "8-2(8)";
    private static final String MASK = "＊＊＊";
    private static final Set<String> STEPS = Set.of(Receipts.Step.SUBMIT, Receipts.Step.DISPOSE);

    /** What a check, or its undoing, writes by itself. */
    private static final Set<String> OF_STEPS = Set.of("checkedBy", "checkedOn", "checkRemarks", "correctionSeenBy",
            "correctionSeenOn", "correctionFinding", "completedBy", "settledBy");

    private static final Text EMPTY = new Text("空欄", "empty");
    private static final Set<ColumnType> TELLING = Set.of(ColumnType.TEXT, ColumnType.LONGTEXT, ColumnType.PERSON);

    private final Texts texts;

    public Corrections(Texts texts) {
        this.texts = texts;
    }

    public List<DutySource> sources() {
        return Stream.of(Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER)
                .map(ledger -> new Dues(ledger, CLAUSE, texts)).map(dues -> dues.source(view -> reports(dues, view)))
                .toList();
    }

    private Stream<Duty> reports(Dues dues, LedgerView view) {
        return view.standing(dues.ledger()).stream().filter(e -> e.version() > 1)
                .flatMap(e -> report(dues, view.versions(dues.ledger(), e.id()), view));
    }

    private Stream<Duty> report(Dues dues, List<Entry> versions, LedgerView view) {
        List<Duty> open = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            Entry before = versions.get(i - 1);
            Entry after = versions.get(i);
            if (Receipts.Step.ACKNOWLEDGE.equals(after.action())) {
                open.clear();
            } else if (isCorrection(before, after)) {
                open.add(dues.duty("correction:" + after.id() + ":" + after.version(),
                        Days.before(Days.of(after.at())), "correction.report", after.by().name(),
                        Days.of(after.at()).toString(), after.reason() == null ? "" : after.reason(),
                        changes(before, after, view)));
            }
        }
        return open.stream();
    }

    /** A step that is taken again on what has ended corrects it. */
    private static boolean isCorrection(Entry before, Entry after) {
        return Ledger.CORRECT.equals(after.action())
                || STEPS.contains(after.action()) && before.state().equals(after.state());
    }

    private Text changes(Entry before, Entry after, LedgerView view) {
        Set<String> names = new TreeSet<>(before.fields().values().keySet());
        names.addAll(after.fields().values().keySet());
        return Texts.list(names.stream().filter(n -> !OF_STEPS.contains(n))
                .filter(n -> !Objects.equals(before.fields().values().get(n), after.fields().values().get(n)))
                .map(n -> change(n, before, after, view)).toList());
    }

    private Text change(String name, Entry before, Entry after, LedgerView view) {
        Optional<Column> column = view.definition(after.ledger()).flatMap(d -> d.column(name));
        boolean telling = column.map(c -> TELLING.contains(c.type())).orElse(true);
        return texts.text("correction.change", column.map(Column::label).orElse(new Text(name, name)),
                masked(telling, before.fields().values().get(name)),
                masked(telling, after.fields().values().get(name)));
    }

    /** Leaves of a text, or a name, the first character: it may tell of a person. */
    private static Text masked(boolean telling, Object value) {
        if (value == null) {
            return EMPTY;
        }
        String text = value instanceof Map<?, ?> person ? String.valueOf(person.get("name")) : String.valueOf(value);
        String left = telling ? text.substring(0, text.offsetByCodePoints(0, 1)) + MASK : text;
        return new Text(left, left);
    }
}
