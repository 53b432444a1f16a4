package org.daicho.chapter.council.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.chapter.council.member.Member;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Days;
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
 * That each person has read each policy and uses information assets for the council's business only (0-7(2)②, 2-1(1)):
 * on joining, every year, and anew for each new version. Only the person writes it, as the definition has it.
 */
public final class Acknowledgments {

    public static final String LEDGER = "council.acknowledgments";
    static final String PERSON = "person";
    static final String DOCUMENT = "document";
    static final String VERSION = "version";

    private static final Set<String> ENTER = Set.of(Ledger.ENTER);

    private final Texts texts;
    private final Intervals intervals;

    public Acknowledgments(Texts texts, Intervals intervals) {
        this.texts = texts;
        this.intervals = intervals;
    }

    public List<Rule> rules() {
        Rules rules = new Rules(LEDGER, texts);
        return List.of(
                rules.rule("0-7(2)②", ENTER, VERSION, "acknowledgment.version", Acknowledgments::isOutdated));
    }

    public List<DutySource> sources() {
        return List.of(dues("0-7(2)②").source(this::missing));
    }

    /** What is acknowledged applies today, or will: an older version, or one that was repealed, is not. */
    private static boolean isOutdated(Change change, LedgerView view) {
        List<Entry> versions = Documents.byTitle(view)
                .getOrDefault(Names.key(change.fields().text(DOCUMENT)), List.of());
        return applicable(versions, change.today()).noneMatch(e -> isOf(change.fields().text(VERSION), e));
    }

    private static Stream<Entry> applicable(List<Entry> versions, LocalDate today) {
        return Stream.concat(Documents.current(versions, today).stream(),
                versions.stream().filter(e -> Documents.effectiveOn(e).isAfter(today)));
    }

    private static boolean isOf(String version, Entry document) {
        return Names.areSame(document.fields().text(Documents.VERSION), version);
    }

    private List<Duty> missing(LocalDate from, LocalDate to, LedgerView view) {
        Map<String, Member> joined = joined(view);
        List<Entry> given = view.standing(LEDGER);
        List<Duty> duties = new ArrayList<>();
        Documents.byTitle(view).forEach((title, versions) -> applicable(versions, view.today())
                .filter(e -> !Documents.LAW.equals(e.fields().text(Documents.KIND)))
                .forEach(document -> joined.values().stream()
                        .map(member -> duty(member, document, given))
                        .forEach(duties::add)));
        return duties;
    }

    /** The people who have not left, each with the first of their terms. */
    private static Map<String, Member> joined(LedgerView view) {
        Map<String, Member> joined = new LinkedHashMap<>();
        Member.all(view).stream().filter(m -> !m.left()).forEach(m -> joined.putIfAbsent(m.person().id(), m));
        return joined;
    }

    private Duty duty(Member member, Entry document, List<Entry> given) {
        Optional<LocalDate> last = given.stream()
                .filter(e -> member.person().isSameAs(e.fields().person(PERSON)))
                .filter(e -> Names.areSame(e.fields().text(DOCUMENT), document.fields().text(Documents.TITLE)))
                .filter(e -> isOf(e.fields().text(VERSION), document)).map(Days::created).reduce(Days::later);
        LocalDate asked = Days.later(member.from(),
                Days.later(Documents.effectiveOn(document), Days.created(document)));
        LocalDate due = last.map(day -> day.plusMonths(intervals.acknowledgmentMonths()))
                .orElseGet(() -> asked.plusDays(intervals.acknowledgmentDays()));
        String clause = last.isPresent() ? "2-1(1)" : "0-7(2)②";
        return dues(clause).duty("acknowledge:" + document.id() + ":" + member.person().id() + ":" + due, due,
                member.person(), last.isPresent() ? "duty.acknowledgeAgain" : "duty.acknowledge",
                document.fields().text(Documents.TITLE), document.fields().text(Documents.VERSION),
                member.person().name());
    }

    private Dues dues(String clause) {
        return new Dues(LEDGER, clause, texts);
    }
}
