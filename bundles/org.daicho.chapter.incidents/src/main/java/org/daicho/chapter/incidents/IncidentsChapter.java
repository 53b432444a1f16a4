package org.daicho.chapter.incidents;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.DaichoModule;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Chapter 6: whom to call (様式6), the reports of incidents, of their signs and of breaches of the rules (8-1(2)), and
 * what follows from them.
 * <p>
 * Who may do what stands in the definitions. The inventory, the key register, the take-outs and the decisions about
 * training are met through the ledger's view only; where one is absent, the duties say so.
 */
@Component(name = IncidentsChapter.PID, service = LedgerModule.class)
@DaichoModule(module = "incidents", chapter = 6, forms = 6)
@Designate(ocd = IncidentsChapter.Config.class)
public final class IncidentsChapter implements LedgerModule {

    /** The PID of the configuration. */
    static final String PID = "org.daicho.chapter.incidents";

    private final Texts texts = new Texts(IncidentsChapter.class, "messages");
    private final Limits limits;
    private final LawBook law;

    /** What a council configures; the procedure names no numbers. */
    @ObjectClassDefinition(name = "事件・事故 / Incidents")
    @interface Config {

        /** After how many months the contact list is reviewed and its numbers are tried (6-2(1)②). */
        @AttributeDefinition(name = "連絡体制の見直しの間隔（月） / Months between reviews", min = "1")
        int reviewMonths() default 6;

        /** How many minutes may pass from discovery to report before a reason is asked for (6-2(2)). */
        @AttributeDefinition(name = "発見から報告までの目安（分） / Minutes to report", min = "1")
        int reportMinutes() default 120;

        /** After how many minutes without an answer the next in order is called (6-2(2)). */
        @AttributeDefinition(name = "次の順位へ連絡するまで（分） / Minutes to the next contact", min = "1")
        int answerMinutes() default 30;

        /** A folder with files of legal duties that replace those of the bundle by id; empty for none. */
        @AttributeDefinition(name = "法令データのフォルダー / Folder of legal duties")
        String lawFolder() default "";
    }

    /**
     * Makes the chapter.
     *
     * @param config the council's choices
     */
    @Activate
    public IncidentsChapter(Config config) {
        this(new Limits(config.reviewMonths(), config.reportMinutes(), config.answerMinutes()),
                LawBook.open(config.lawFolder().isBlank() ? null : Path.of(config.lawFolder())));
    }

    IncidentsChapter(Limits limits, LawBook law) {
        this.limits = limits;
        this.law = law;
    }

    @Override
    public List<String> definitions() {
        return Definitions.of(IncidentsChapter.class, Contacts.LEDGER, Contacts.REVIEWS, Report.LEDGER);
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(new ContactRules(texts).rules(), new ReportRules(texts).rules(), new CloseRules(texts).rules())
                .flatMap(List::stream).toList();
    }

    @Override
    public List<DutySource> duties() {
        return Stream.of(new ContactDuties(texts, limits).sources(),
                new FirstReportDuties(texts, limits).sources(), new ResponseDuties(texts).sources(),
                new LegalDuties(texts, law).sources())
                .flatMap(List::stream).toList();
    }

    @Override
    public List<Consequence> consequences() {
        return Losses.consequences();
    }

    @Override
    public List<Reliance> reliances() {
        return Reliances.ALL;
    }
}
