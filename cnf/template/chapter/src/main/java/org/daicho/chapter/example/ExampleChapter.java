package org.daicho.chapter.example;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DaichoModule;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.osgi.service.component.annotations.Component;

/**
 * Chapter 1: notes that somebody has to follow up.
 */
@Component(service = LedgerModule.class)
@DaichoModule(module = "example", chapter = 1)
public final class ExampleChapter implements LedgerModule {

    private static final String LEDGER = "example.notes";
    private static final String CLAUSE = "1-1";

    private final Texts texts = new Texts(ExampleChapter.class, "messages");
    private final Rules rules = new Rules(LEDGER, texts);
    private final Dues dues = new Dues(LEDGER, CLAUSE, texts);

    @Override
    public List<String> definitions() {
        return Definitions.of(ExampleChapter.class, LEDGER);
    }

    @Override
    public List<Rule> rules() {
        return List.of(rules.notInFuture(CLAUSE, Rules.CONTENT, "noticedOn", "rule.future"));
    }

    @Override
    public List<DutySource> duties() {
        return List.of(dues.source(this::followUps));
    }

    private Stream<Duty> followUps(LedgerView view) {
        return view.standing(LEDGER, "open").stream().filter(e -> e.fields().has("followUpOn"))
                .map(e -> dues.duty(e.id(), e.fields().date("followUpOn"), "duty.follow-up",
                        e.fields().text("note")));
    }
}
