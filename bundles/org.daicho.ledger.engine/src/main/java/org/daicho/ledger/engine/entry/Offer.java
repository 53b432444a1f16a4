package org.daicho.ledger.engine.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Reference;
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Link;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What a column that refers to a ledger may be filled with by a caller: the entries that the caller may read, and those by
 * whose columns that ledger lets anybody choose ({@code offered}). Nothing is told of the others, not even by a link.
 */
final class Offer {

    private static final int LONGEST_LABEL = 60;

    private final Reference reference;
    private final Definition definition;
    private final Permissions permissions;
    private final LedgerView view;

    /**
     * Makes an offer.
     *
     * @param reference   what the column refers to
     * @param permissions what the caller may do in the ledger that is meant
     * @param view        what the ledgers hold
     */
    Offer(Reference reference, Permissions permissions, LedgerView view) {
        this.reference = reference;
        this.definition = permissions.definition();
        this.permissions = permissions;
        this.view = view;
    }

    /** Returns what the caller may do in the ledger that is meant. */
    Permissions permissions() {
        return permissions;
    }

    /** Finds the standing entry with an id, in whatever state, if the caller may choose it. */
    Optional<Entry> withId(String id) {
        return view.entry(definition.id(), id).filter(e -> e.erased() == null && isOpen(e));
    }

    /** Finds the entries that are offered under a name, by the first of the columns that has it in some of them. */
    List<Entry> named(String name) {
        return by().map(column -> named(column, name)).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private List<Entry> named(Column column, String name) {
        List<Entry> entries = column.searchable()
                ? view.find(definition.id(), column.name(), name, states())
                : view.standing(definition.id(), states());
        return entries.stream().filter(e -> isOpen(e) && EntryReader.has(e, column.name(), name)).toList();
    }

    /** Returns all entries that are offered, oldest first. */
    List<Entry> all() {
        return view.standing(definition.id(), states()).stream().filter(this::isOpen).toList();
    }

    private String[] states() {
        return reference.states().toArray(String[]::new);
    }

    private boolean isOpen(Entry entry) {
        return permissions.reads(entry) || by().findFirst().filter(Column::offered).isPresent()
                && !permissions.isHidden(entry);
    }

    /** Returns how an entry is printed by the column that refers to it; empty where it is known by its id alone. */
    Optional<Object> printed(Entry entry) {
        return by().findFirst().map(column -> entry.fields().values().get(column.name()));
    }

    static Link link(Entry entry) {
        return new Link(entry.ledger(), entry.id());
    }

    /** Returns an entry as somebody may choose it. */
    Choice choice(Entry entry) {
        return new Choice(entry.id(), label(entry), detail(entry));
    }

    private String label(Entry entry) {
        return printed(entry).map(Terms::value).or(() -> words(entry).findFirst())
                .orElseGet(() -> entry.day().toString());
    }

    /** What the people who wrote an entry called it: its texts, those that it needs first. */
    private Stream<String> words(Entry entry) {
        return Stream.of(true, false)
                .flatMap(needed -> definition.columns().stream()
                        .filter(c -> c.required() == needed && isShown(entry, c)))
                .map(c -> text(entry, c)).filter(Objects::nonNull)
                .map(text -> text.codePointCount(0, text.length()) <= LONGEST_LABEL
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL)) + "…");
    }

    private boolean isShown(Entry entry, Column column) {
        return !column.secret() && (column.offered() || permissions.reads(entry))
                && switch (column.type()) {
                case TEXT, LONGTEXT, CHOICE -> true;
                default -> false;
                };
    }

    /** What tells an entry from the next: its other names, the column that is meant for it, and its day. */
    private Text detail(Entry entry) {
        boolean reads = permissions.reads(entry);
        Stream<Column> others = Stream.concat(by().skip(1),
                Stream.ofNullable(reference.detail()).flatMap(name -> definition.column(name).stream())
                        .filter(c -> !c.secret()));
        List<Text> told = Stream.concat(
                others.filter(c -> (reads || c.offered()) && entry.fields().has(c.name())).map(c -> Messages.text(
                        "choice.detail", c.label(), text(entry, c))),
                Stream.of(day(entry.day())).filter(day -> reads)).toList();
        return told.isEmpty() ? null : Texts.list(told);
    }

    private static Text day(LocalDate day) {
        return Messages.text("choice.day", day.toString(), String.valueOf(day.getYear()),
                String.valueOf(day.getMonthValue()), String.valueOf(day.getDayOfMonth()));
    }

    private Stream<Column> by() {
        return reference.by().stream().flatMap(name -> definition.column(name).stream()).filter(c -> !c.secret());
    }

    private static String text(Entry entry, Column column) {
        Object value = entry.fields().values().get(column.name());
        return value == null ? null : Terms.value(value);
    }
}
