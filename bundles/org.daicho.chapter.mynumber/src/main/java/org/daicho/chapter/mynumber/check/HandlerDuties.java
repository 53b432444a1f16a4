package org.daicho.chapter.mynumber.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.neighbour.Reliances.Members;
import org.daicho.chapter.mynumber.receipt.Receipt;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;

/**
 * What 様式7 has to follow (8-1(1)②): a handler who left the council is released, and what a released one held is handed
 * over. And what a person who leaves still holds of this chapter (2-4).
 */
public final class HandlerDuties {

    private static final String CLAUSE = "8-1(1)②";

    private final Texts texts;

    public HandlerDuties(Texts texts) {
        this.texts = texts;
    }

    public List<DutySource> sources() {
        return List.of(dues(Handlers.LEDGER, CLAUSE).source(this::left),
                dues(Handlers.LEDGER, CLAUSE).source(this::handovers));
    }

    private Stream<Duty> left(LedgerView view) {
        return new Handlers(view).rows().filter(e -> !e.fields().has(Handlers.RELEASED_ON))
                .map(e -> left(e, view)).filter(Objects::nonNull);
    }

    private Duty left(Entry row, LedgerView view) {
        Person person = row.fields().person(Handlers.HANDLER);
        List<LocalDate> ends = view.find(Members.LEDGER, Members.PERSON, person.id()).stream()
                .map(HandlerDuties::end).toList();
        return ends.isEmpty() || ends.contains(LocalDate.MAX)
                ? null
                : dues(Handlers.LEDGER, CLAUSE).duty("left:" + row.id(),
                        ends.stream().max(LocalDate::compareTo).orElseThrow(), "duty.left", person.name());
    }

    /** Returns the last day of a term, or {@link LocalDate#MAX} where there is none. */
    private static LocalDate end(Entry term) {
        LocalDate left = term.fields().date(Members.LEFT_ON);
        LocalDate to = left == null ? term.fields().date(Members.TERM_TO) : left;
        return to == null ? LocalDate.MAX : to;
    }

    private Stream<Duty> handovers(LedgerView view) {
        return new Handlers(view).rows().filter(e -> e.fields().has(Handlers.RELEASED_ON))
                .filter(e -> isLast(e, view) && held(e.fields().person(Handlers.HANDLER), view).findAny().isPresent())
                .map(e -> dues(Handlers.LEDGER, CLAUSE).duty("handover:" + e.id(),
                        e.fields().date(Handlers.RELEASED_ON), "duty.handover",
                        e.fields().person(Handlers.HANDLER).name()));
    }

    private static Stream<Entry> rows(Person person, LedgerView view) {
        return new Handlers(view).rows().filter(e -> person.isSameAs(e.fields().person(Handlers.HANDLER)));
    }

    /** Of a person's rows, the one that was released last tells of the handover. */
    private static boolean isLast(Entry row, LedgerView view) {
        return rows(row.fields().person(Handlers.HANDLER), view).map(e -> e.fields().date(Handlers.RELEASED_ON))
                .noneMatch(other -> other == null || other.isAfter(row.fields().date(Handlers.RELEASED_ON)));
    }

    /** Returns what a person received and did not hand over; a handover is of what was received until its day. */
    private static Stream<Receipt> held(Person person, LedgerView view) {
        LocalDate handedOver = rows(person, view).map(e -> e.fields().date(Handlers.HANDOVER_ON))
                .filter(Objects::nonNull).max(LocalDate::compareTo).orElse(LocalDate.MIN);
        return received(person, view).filter(r -> r.fields().date(Receipts.RECEIVED_ON).isAfter(handedOver));
    }

    private static Stream<Receipt> received(Person person, LedgerView view) {
        return view.find(Receipts.LEDGER, Receipts.RECEIVED_BY, person.id()).stream()
                .map(Receipt::new).filter(r -> !r.isEnded());
    }

    /** Returns the designation to be released, and what is held and was not handed over (2-4). */
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        Stream<OpenItem> designated = rows(leaving, view).filter(e -> !e.fields().has(Handlers.RELEASED_ON))
                .map(e -> new OpenItem(Handlers.LEDGER, e.id(), texts.text("open.handler")));
        Stream<OpenItem> held = held(leaving, view).map(r -> new OpenItem(Receipts.LEDGER, r.entry().id(),
                texts.text("open.receipt", r.number(), r.document())));
        return Stream.concat(designated, held).toList();
    }

    private Dues dues(String ledger, String clause) {
        return new Dues(ledger, clause, texts);
    }
}
