package org.daicho.chapter.council.leaving;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.council.neighbour.OtherModules;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * What is open on the leaving sheets (2-4): each item of each installed module, what is not installed, and the sheets
 * themselves, due on the day on which the person leaves. The key of an item is
 * {@code item:}sheet{@code :}ledger{@code :}entry.
 */
public final class LeavingDuties {

    private static final String CLAUSE = "2-4";

    private final Texts texts;
    private final Dues dues;

    public LeavingDuties(Texts texts) {
        this.texts = texts;
        dues = new Dues(Leaving.LEDGER, CLAUSE, texts);
    }

    public List<DutySource> sources() {
        return List.of(dues.source(this::duties));
    }

    /** Nobody asks the modules about a sheet whose day has not come. */
    private List<Duty> duties(LocalDate from, LocalDate to, LedgerView view) {
        return view.standing(Leaving.LEDGER, Leaving.OPEN, Leaving.LISTED).stream()
                .filter(e -> !e.fields().date(Leaving.LEAVING_ON).isAfter(to)).flatMap(sheet -> open(sheet, view))
                .toList();
    }

    private Stream<Duty> open(Entry sheet, LedgerView view) {
        Person person = sheet.fields().person(Leaving.PERSON);
        LocalDate due = sheet.fields().date(Leaving.LEAVING_ON);
        Stream<Duty> items = view.openItems(person).stream()
                .map(item -> dues.duty("item:" + sheet.id() + ":" + item.ledger() + ":" + item.entry(), due,
                        "duty.item", person.name(), item.text()));
        Stream<Duty> paper = Stream.ofNullable(OtherModules.absent(view))
                .map(absent -> dues.duty("paper:" + sheet.id(), due, "duty.item", person.name(),
                        texts.text("duty.paper", absent)));
        Duty close = dues.duty("sheet:" + sheet.id(), due, "duty.sheet", person.name());
        return Stream.of(items, paper, Stream.of(close)).flatMap(s -> s);
    }
}
