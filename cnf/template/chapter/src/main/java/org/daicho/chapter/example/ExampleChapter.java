package org.daicho.chapter.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DaichoModule;
import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * Chapter 1: notes that somebody has to follow up.
 */
@Component(service = LedgerModule.class)
@DaichoModule(module = "example", chapter = 1)
public final class ExampleChapter implements LedgerModule {

    private static final String LEDGER = "example.notes";
    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final Texts texts = new Texts(ExampleChapter.class, "messages");

    @Override
    public List<String> definitions() {
        return List.of(Definitions.of(ExampleChapter.class, LEDGER));
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("1-1", LEDGER, CONTENT, this::inFuture));
    }

    @Override
    public List<DutySource> duties() {
        return List.of(new DutySource("1-1", LEDGER, this::followUps));
    }

    /** What was noticed lies behind. */
    private List<Violation> inFuture(Change change, LedgerView view) {
        LocalDate noticed = change.fields().date("noticedOn");
        return noticed != null && noticed.isAfter(change.today())
                ? List.of(new Violation("noticedOn", "1-1", texts.text("rule.future")))
                : List.of();
    }

    private List<Duty> followUps(LocalDate from, LocalDate to, LedgerView view) {
        return view.all(LEDGER).stream()
                .filter(e -> e.state().equals("open") && e.erased() == null && e.fields().has("followUpOn"))
                .map(e -> new Duty(e.id(), LEDGER, "1-1", texts.text("duty.follow-up", e.fields().text("note")),
                        e.fields().date("followUpOn"), null))
                .filter(d -> !d.due().isBefore(from) && !d.due().isAfter(to)).toList();
    }
}
