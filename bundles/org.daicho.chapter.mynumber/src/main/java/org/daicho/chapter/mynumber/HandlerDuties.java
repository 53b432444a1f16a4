package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
final class HandlerDuties {

    private static final String MEMBERS = "council.members";
    private static final String CLAUSE = "8-1(1)②";

    private final Texts texts;

    HandlerDuties(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, Handlers.LEDGER, this::left),
                new DutySource(CLAUSE, Handlers.LEDGER, this::handovers));
    }

    private List<Duty> left(LocalDate from, LocalDate to, LedgerView view) {
        return new Handlers(view).rows().filter(e -> !e.fields().has(Handlers.RELEASED_ON))
                .map(e -> left(e, view)).filter(Objects::nonNull).filter(d -> !d.due().isAfter(to)).toList();
    }

    private Duty left(Entry row, LedgerView view) {
        Person person = row.fields().person(Handlers.HANDLER);
        List<LocalDate> ends = view.find(MEMBERS, "person", person.id()).stream().filter(e -> e.erased() == null)
                .map(HandlerDuties::end).toList();
        return ends.isEmpty() || ends.contains(LocalDate.MAX)
                ? null
                : new Duty("left:" + row.id(), Handlers.LEDGER, CLAUSE, texts.text("duty.left", person.name()),
                        ends.stream().max(LocalDate::compareTo).orElseThrow(), null);
    }

    /** Returns the last day of a term, or {@link LocalDate#MAX} where there is none. */
    private static LocalDate end(Entry term) {
        LocalDate left = term.fields().date("leftOn");
        LocalDate to = left == null ? term.fields().date("termTo") : left;
        return to == null ? LocalDate.MAX : to;
    }

    private List<Duty> handovers(LocalDate from, LocalDate to, LedgerView view) {
        return new Handlers(view).rows().filter(e -> e.fields().has(Handlers.RELEASED_ON))
                .filter(e -> isLast(e, view) && held(e.fields().person(Handlers.HANDLER), view).findAny().isPresent())
                .map(e -> new Duty("handover:" + e.id(), Handlers.LEDGER, CLAUSE,
                        texts.text("duty.handover", e.fields().person(Handlers.HANDLER).name()),
                        e.fields().date(Handlers.RELEASED_ON), null))
                .filter(d -> !d.due().isAfter(to)).toList();
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
        return view.find(Receipts.LEDGER, Receipts.RECEIVED_BY, person.id()).stream().filter(e -> e.erased() == null)
                .map(Receipt::new).filter(r -> !r.isEnded());
    }

    /** Returns the designation to be released, and what is held and was not handed over (2-4). */
    List<OpenItem> openItems(Person leaving, LedgerView view) {
        Stream<OpenItem> designated = rows(leaving, view).filter(e -> !e.fields().has(Handlers.RELEASED_ON))
                .map(e -> new OpenItem(Handlers.LEDGER, e.id(), texts.text("open.handler")));
        Stream<OpenItem> held = held(leaving, view).map(r -> new OpenItem(Receipts.LEDGER, r.entry().id(),
                texts.text("open.receipt", r.number(), r.document())));
        return Stream.concat(designated, held).toList();
    }
}
