package org.daicho.chapter.facilities;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Chapter 5: visits (様式3), keys (様式4) and the daily locking (様式5) of the offices.
 * <p>
 * Who may do what stands in the definitions. The register of members and the cabinets of chapter 1, and the incident
 * reports of chapter 6, are met through the ledger's view only; where one is absent, the gaps say so.
 */
@Component(name = FacilitiesChapter.PID, service = LedgerModule.class)
@DaichoModule(module = "facilities", chapter = 5, forms = {3, 4, 5})
@Designate(ocd = FacilitiesChapter.Config.class)
public final class FacilitiesChapter implements LedgerModule {

    /** The PID of the configuration. */
    static final String PID = "org.daicho.chapter.facilities";

    private static final List<String> LEDGERS = List.of(Visits.LEDGER, Keys.LEDGER, Locking.LEDGER, Calendar.LEDGER,
            Substitutes.LEDGER, Restrictions.LEDGER, Appointments.LEDGER, PlaceChecks.LEDGER, VisitChecks.LEDGER);

    private final Texts texts = new Texts(FacilitiesChapter.class, "messages");
    private final OfficeDays.Habit habit;
    private final boolean visitChecks;

    /** What a council configures. */
    @ObjectClassDefinition(name = "施設・設備 / Facilities")
    @interface Config {

        /** The weekdays on which the office is closed, where its calendar says nothing else (5-5). */
        @AttributeDefinition(name = "定休日 / Weekdays on which the office is closed")
        DayOfWeek[] closedWeekdays() default {DayOfWeek.SATURDAY, DayOfWeek.SUNDAY};

        /** Whether the office is closed on national holidays, where its calendar says nothing else (5-5). */
        @AttributeDefinition(name = "祝日は休業 / Closed on national holidays")
        boolean closedOnHolidays() default true;

        /** Whether the office is closed from December 29 to January 3, where its calendar says nothing else (5-5). */
        @AttributeDefinition(name = "年末年始（12月29日〜1月3日）は休業 / Closed at the turn of the year")
        boolean closedAtNewYear() default true;

        /** Whether 様式3 is checked each month, for which the procedure does not ask. */
        @AttributeDefinition(name = "様式3の点検（手順にはない点検） / Check 様式3 monthly (not in the procedure)")
        boolean visitChecks() default false;
    }

    /**
     * Makes the chapter.
     *
     * @param config the council's choices
     */
    @Activate
    public FacilitiesChapter(Config config) {
        this(new OfficeDays.Habit(Set.copyOf(List.of(config.closedWeekdays())),
                config.closedOnHolidays(), config.closedAtNewYear()), config.visitChecks());
    }

    FacilitiesChapter(OfficeDays.Habit habit, boolean visitChecks) {
        this.habit = habit;
        this.visitChecks = visitChecks;
    }

    @Override
    public List<String> definitions() {
        return Definitions.of(FacilitiesChapter.class, LEDGERS);
    }

    @Override
    public List<Consequence> consequences() {
        return new KeyLosses(texts).consequences();
    }

    @Override
    public List<Reliance> reliances() {
        return Reliances.ALL;
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(new Visits(texts).rules(), new KeyRules(texts).rules(), new LockRules(texts).rules(),
                new Calendar(texts).rules(), new Substitutes(texts).rules(),
                new VisitChecks(texts).rules()).flatMap(List::stream).toList();
    }

    @Override
    public List<DutySource> duties() {
        return Stream.of(new VisitDuties(texts, visitChecks).sources(), new KeyGaps(texts).sources(),
                new KeyLosses(texts).sources(),
                new LockDuties(texts, habit).sources(), new PlaceChecks(texts).sources())
                .flatMap(List::stream).toList();
    }

    @Override
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        return new KeyGaps(texts).openItems(leaving, view);
    }
}
