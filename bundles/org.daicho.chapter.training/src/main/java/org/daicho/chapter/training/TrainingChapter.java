package org.daicho.chapter.training;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Definitions;
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
 * Chapter 7: training.
 * <p>
 * The manager and the deputy enter too, where the table of roles names the staff only: it is the manager who trains
 * (7-1(2)) and who finds training needed (7-1(3)③).
 */
@Component(name = TrainingChapter.PID, service = LedgerModule.class)
@DaichoModule(module = "training", chapter = 7)
@Designate(ocd = TrainingChapter.Config.class)
public final class TrainingChapter implements LedgerModule {

    /** The PID of the configuration. */
    static final String PID = "org.daicho.chapter.training";

    private final Texts texts = new Texts(TrainingChapter.class, "messages");
    private final int months;
    private final int newcomerDays;

    /** What a council configures; the procedure names no numbers. */
    @ObjectClassDefinition(name = "研修 / Training")
    @interface Config {

        /** How many months may pass between two sessions of a person (7-1(3)①: 定期的な). */
        @AttributeDefinition(name = "定期研修の間隔（月） / Months between sessions", min = "1")
        int periodMonths() default 12;

        /** Within how many days a newcomer is trained (7-1(3)②: 速やかな). */
        @AttributeDefinition(name = "新規加入者の研修の期限（日） / Days to train a newcomer", min = "1")
        int newcomerDays() default 30;
    }

    /**
     * Makes the chapter.
     *
     * @param config the council's choices
     */
    @Activate
    public TrainingChapter(Config config) {
        this(config.periodMonths(), config.newcomerDays());
    }

    /**
     * Makes the chapter; less than 1 counts as 1.
     *
     * @param months       the months between two sessions
     * @param newcomerDays the days within which a newcomer is trained
     */
    TrainingChapter(int months, int newcomerDays) {
        this.months = Math.max(1, months);
        this.newcomerDays = Math.max(1, newcomerDays);
    }

    @Override
    public List<String> definitions() {
        return Definitions.of(TrainingChapter.class, Session.LEDGER, Attendance.LEDGER, Decision.LEDGER);
    }

    @Override
    public List<Rule> rules() {
        return new TrainingRules(texts).rules();
    }

    @Override
    public List<DutySource> duties() {
        return Stream.concat(new PersonDuties(texts, months, newcomerDays).sources().stream(),
                new SessionDuties(texts, months).sources().stream()).toList();
    }

    @Override
    public List<Reliance> reliances() {
        return Reliances.ALL;
    }
}
