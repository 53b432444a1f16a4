package org.daicho.chapter.media;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.disposal.DisposalWords;
import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.DaichoModule;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.osgi.service.component.annotations.Component;

/**
 * Chapter 3: paper and other media, taken out (様式2), sent, copied and disposed of.
 * <p>
 * Who may do what stands in the definitions. The inventory of chapter 2, the places of chapter 5 and the incident reports
 * of chapter 6 are met through the ledger's view only; where one is absent, the gaps say so.
 */
@Component(service = LedgerModule.class)
@DaichoModule(module = "media", chapter = 3, forms = 2)
public final class MediaChapter implements LedgerModule {

    private final Texts texts = new Texts(MediaChapter.class, "messages");

    @Override
    public List<String> definitions() {
        return DisposalWords.in(Definitions.of(MediaChapter.class, Takeouts.LEDGER, Transmissions.LEDGER, Copies.LEDGER,
                Disposals.LEDGER, ErasureSoftware.LEDGER));
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(new SpecificInformation(texts).rules(), new TakeoutPersons(texts).rules(),
                new TakeoutDays(texts).rules(), new TransmissionRules(texts).rules(), new CopyRules(texts).rules(),
                new DisposalRules(texts).rules()).flatMap(List::stream).toList();
    }

    @Override
    public List<DutySource> duties() {
        return Stream.of(new ReturnDuties(texts).sources(), new TakeoutGaps(texts).sources(),
                new Losses(texts).sources(), new CopyGaps(texts).sources(), new DisposalGaps(texts).sources())
                .flatMap(List::stream).toList();
    }

    @Override
    public List<Consequence> consequences() {
        return new Losses(texts).consequences();
    }

    @Override
    public List<Reliance> reliances() {
        return Reliances.ALL;
    }

    @Override
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        return view.find(Takeouts.LEDGER, Takeouts.TAKEN_BY, leaving.id()).stream().map(Takeout::new)
                .filter(Takeout::isAway)
                .map(t -> new OpenItem(Takeouts.LEDGER, t.entry().id(),
                        texts.text(t.isLost() ? "open.lost" : "open.out", t.asset(), t.takenOn().toString())))
                .toList();
    }
}
