package org.daicho.chapter.council.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.chapter.council.register.Registers;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Names;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The versions of the policies and of the procedure (0-5), and of the laws they rest on (0-6(1)). The version of a title
 * that applies on a day is the one with the latest effective date that has come.
 */
public final class Documents {

    public static final String LEDGER = Registers.DOCUMENTS;
    static final String STANDING = "registered";

    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String VERSION = "version";
    static final String EFFECTIVE_ON = "effectiveOn";

    /** The kind that is cited and not made known to everyone. */
    static final String LAW = "法令・区の規程";

    /** What there must be at least, by kind, with the clause that asks for it. */
    private static final Map<String, String> NEEDED = Map.of("プライバシーポリシー", "0-5", "情報セキュリティポリシー", "0-5",
            "情報セキュリティ実施手順", "1-1", LAW, "0-6(1)");

    private final Texts texts;
    private final Rules rules;

    public Documents(Texts texts) {
        this.texts = texts;
        rules = new Rules(LEDGER, texts);
    }

    public List<Rule> rules() {
        return List.of(
                rules.rule("0-5", Rules.CONTENT, VERSION, "document.version",
                        (change, view) -> isShared(change, view, VERSION)),
                rules.rule("0-6(1)", Rules.CONTENT, EFFECTIVE_ON, "document.effective",
                        (change, view) -> isShared(change, view, EFFECTIVE_ON)),
                rules.rule("0-5", Rules.CONTENT, KIND, "document.kind", Documents::changesKind));
    }

    public List<DutySource> sources() {
        return NEEDED.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(needed -> dues(needed.getValue())
                        .source((from, to, view) -> missing(needed.getKey(), needed.getValue(), view)))
                .toList();
    }

    private List<Duty> missing(String kind, String clause, LedgerView view) {
        LocalDate today = view.today();
        return standing(view).stream()
                .anyMatch(e -> kind.equals(e.fields().text(KIND)) && !effectiveOn(e).isAfter(today))
                        ? List.of()
                        : List.of(dues(clause).duty("document:" + kind, Registers.begun(view), "gap.document", kind));
    }

    private static boolean isShared(Change change, LedgerView view, String column) {
        String value = change.fields().text(column);
        return value != null && siblings(change, view).stream()
                .anyMatch(e -> Names.areSame(value, e.fields().text(column)));
    }

    private static boolean changesKind(Change change, LedgerView view) {
        String kind = change.fields().text(KIND);
        return kind != null && siblings(change, view).stream().anyMatch(e -> !kind.equals(e.fields().text(KIND)));
    }

    /** The other versions of the same title. */
    private static List<Entry> siblings(Change change, LedgerView view) {
        String own = change.before() == null ? null : change.before().id();
        String title = Names.key(change.fields().text(TITLE));
        return standing(view).stream()
                .filter(e -> !e.id().equals(own) && Names.key(e.fields().text(TITLE)).equals(title)).toList();
    }

    /** Reads the versions that were not repealed, by effective date. */
    static List<Entry> standing(LedgerView view) {
        return view.standing(LEDGER, STANDING).stream().filter(e -> e.fields().has(EFFECTIVE_ON))
                .sorted(Comparator.comparing(Documents::effectiveOn)).toList();
    }

    /** Reads the versions by title, each list by effective date. */
    static Map<String, List<Entry>> byTitle(LedgerView view) {
        Map<String, List<Entry>> titles = new LinkedHashMap<>();
        standing(view).forEach(
                e -> titles.computeIfAbsent(Names.key(e.fields().text(TITLE)), t -> new ArrayList<>())
                        .add(e));
        return titles;
    }

    /** Finds the version that applies on a day among those of one title. */
    static Optional<Entry> current(List<Entry> versions, LocalDate day) {
        return versions.stream().filter(e -> !effectiveOn(e).isAfter(day)).reduce((a, b) -> b);
    }

    static LocalDate effectiveOn(Entry document) {
        return document.fields().date(EFFECTIVE_ON);
    }

    private Dues dues(String clause) {
        return new Dues(LEDGER, clause, texts);
    }
}
