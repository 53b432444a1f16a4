package org.daicho.chapter.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;

/**
 * What is open on the leaving sheets (2-4): each item of each installed module, what is not installed, and the sheets
 * themselves, due on the day on which the person leaves. The key of an item is
 * {@code item:}sheet{@code :}ledger{@code :}entry.
 */
final class LeavingDuties {

    private static final String CLAUSE = "2-4";

    private final Texts texts;

    LeavingDuties(Texts texts) {
        this.texts = texts;
    }

    List<DutySource> sources() {
        return List.of(new DutySource(CLAUSE, Leaving.LEDGER, this::duties));
    }

    private List<Duty> duties(LocalDate from, LocalDate to, LedgerView view) {
        List<Duty> duties = new ArrayList<>();
        view.all(Leaving.LEDGER).stream()
                .filter(e -> e.erased() == null && !Leaving.CLOSED.equals(e.state()))
                .filter(e -> !e.fields().date(Leaving.LEAVING_ON).isAfter(to))
                .forEach(sheet -> add(sheet, view, duties));
        return duties;
    }

    private void add(Entry sheet, LedgerView view, List<Duty> duties) {
        Person person = sheet.fields().person(Leaving.PERSON);
        LocalDate due = sheet.fields().date(Leaving.LEAVING_ON);
        for (OpenItem item : view.openItems(person)) {
            duties.add(new Duty("item:" + sheet.id() + ":" + item.ledger() + ":" + item.entry(), Leaving.LEDGER,
                    CLAUSE, of(person, item.text()), due, null));
        }
        Text absent = OtherModules.absent(view);
        if (absent != null) {
            duties.add(new Duty("paper:" + sheet.id(), Leaving.LEDGER, CLAUSE,
                    of(person, LeavingRules.in(texts, "duty.paper", absent)), due, null));
        }
        duties.add(new Duty("sheet:" + sheet.id(), Leaving.LEDGER, CLAUSE,
                texts.text("duty.sheet", person.name()), due, null));
    }

    private Text of(Person person, Text item) {
        return new Text(texts.text("duty.item", person.name(), item.ja()).ja(),
                texts.text("duty.item", person.name(), item.en()).en());
    }
}
