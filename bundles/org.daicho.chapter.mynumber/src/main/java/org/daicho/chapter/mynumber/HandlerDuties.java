package org.daicho.chapter.mynumber;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.daicho.ledger.Entry;
import org.daicho.ledger.Person;
import org.daicho.ledger.form.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerView;
import org.daicho.ledger.spi.OpenItem;
import org.daicho.ledger.spi.Texts;

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
        return new Handlers(view).rows()
                .filter(e -> e.fields().has(Handlers.RELEASED_ON) && !e.fields().has(Handlers.HANDOVER_TO))
                .filter(e -> held(e.fields().person(Handlers.HANDLER), view).findAny().isPresent())
                .map(e -> new Duty("handover:" + e.id(), Handlers.LEDGER, CLAUSE,
                        texts.text("duty.handover", e.fields().person(Handlers.HANDLER).name()),
                        e.fields().date(Handlers.RELEASED_ON), null))
                .filter(d -> !d.due().isAfter(to)).toList();
    }

    private static Stream<Receipt> held(Person person, LedgerView view) {
        return view.find(Receipts.LEDGER, Receipts.RECEIVED_BY, person.id()).stream().filter(e -> e.erased() == null)
                .map(Receipt::new).filter(r -> !r.isEnded());
    }

    /** Returns the designation to be released, and what is held and was not handed over (2-4). */
    List<OpenItem> openItems(Person leaving, LedgerView view) {
        List<Entry> rows = new Handlers(view).rows()
                .filter(e -> leaving.isSameAs(e.fields().person(Handlers.HANDLER))).toList();
        Stream<OpenItem> designated = rows.stream().filter(e -> !e.fields().has(Handlers.RELEASED_ON))
                .map(e -> new OpenItem(Handlers.LEDGER, e.id(), texts.text("open.handler")));
        boolean handedOver = rows.stream().anyMatch(e -> e.fields().has(Handlers.HANDOVER_TO));
        Stream<OpenItem> held = handedOver
                ? Stream.empty()
                : held(leaving, view).map(r -> new OpenItem(Receipts.LEDGER, r.entry().id(),
                        texts.text("open.receipt", r.number(), r.document())));
        return Stream.concat(designated, held).toList();
    }
}
