package org.daicho.chapter.council;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.council.deputy.Instruction;
import org.daicho.chapter.council.deputy.InstructionRules;
import org.daicho.chapter.council.deputy.RoleGaps;
import org.daicho.chapter.council.document.Acknowledgments;
import org.daicho.chapter.council.document.Documents;
import org.daicho.chapter.council.document.Intervals;
import org.daicho.chapter.council.document.Reviews;
import org.daicho.chapter.council.leaving.Leaving;
import org.daicho.chapter.council.leaving.LeavingDuties;
import org.daicho.chapter.council.leaving.LeavingRules;
import org.daicho.chapter.council.member.Member;
import org.daicho.chapter.council.member.MemberGaps;
import org.daicho.chapter.council.member.MemberRules;
import org.daicho.chapter.council.neighbour.Reliances;
import org.daicho.chapter.council.place.PlaceRules;
import org.daicho.chapter.council.place.Places;
import org.daicho.chapter.council.register.Profile;
import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.spi.DaichoModule;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.daicho.ledger.view.Place;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Chapters 0 and 1, and leaving (2-4): the council, its people, places and policies.
 * <p>
 * Who may do what stands in the definitions. They go beyond the table of roles where a clause asks for it: the manager
 * keeps the registers, instructs the deputy (1-3), and everyone acknowledges the policies (0-7(2)②).
 */
@Component(name = CouncilChapter.PID, service = LedgerModule.class)
@DaichoModule(module = "council", chapter = 1)
@Designate(ocd = CouncilChapter.Config.class)
public final class CouncilChapter implements LedgerModule {

    /** The PID of the configuration. */
    static final String PID = "org.daicho.chapter.council";

    private static final List<String> LEDGERS = List.of(Profile.LEDGER, Member.LEDGER, Instruction.LEDGER,
            Places.LEDGER, Documents.LEDGER, Acknowledgments.LEDGER, Reviews.LEDGER, Leaving.LEDGER, Leaving.ITEMS);

    private final Texts texts = new Texts(CouncilChapter.class, "messages");
    private final Intervals intervals;

    /** What a council configures; the procedure names no numbers. */
    @ObjectClassDefinition(name = "協議会 / Council")
    @interface Config {

        /** Within how many days a policy is acknowledged, from joining or from its effective date (0-7(2)②). */
        @AttributeDefinition(name = "周知の確認の期限（日） / Days to acknowledge", min = "1")
        int acknowledgmentDays() default 14;

        /** After how many months a policy is acknowledged again (2-1(1)). */
        @AttributeDefinition(name = "周知の確認の間隔（月） / Months between acknowledgments", min = "1")
        int acknowledgmentMonths() default 12;

        /** How many months may pass between two reviews of a policy or rule (0-7(2)④). */
        @AttributeDefinition(name = "規程等の見直しの間隔（月） / Months between reviews", min = "1")
        int reviewMonths() default 12;
    }

    /**
     * Makes the chapter.
     *
     * @param config the council's choices
     */
    @Activate
    public CouncilChapter(Config config) {
        this(new Intervals(config.acknowledgmentDays(), config.acknowledgmentMonths(), config.reviewMonths()));
    }

    CouncilChapter(Intervals intervals) {
        this.intervals = intervals;
    }

    @Override
    public List<String> definitions() {
        return Definitions.of(CouncilChapter.class, LEDGERS);
    }

    @Override
    public List<Reliance> reliances() {
        return Reliances.ALL;
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(new Profile(texts).rules(), new MemberRules(texts).rules(),
                new InstructionRules(texts).rules(), new PlaceRules(texts).rules(),
                new Documents(texts).rules(), new Acknowledgments(texts, intervals).rules(),
                new Reviews(texts, intervals).rules(), new LeavingRules(texts).rules())
                .flatMap(List::stream).toList();
    }

    @Override
    public List<DutySource> duties() {
        return Stream.of(new Profile(texts).sources(), new MemberGaps(texts).sources(),
                new RoleGaps(texts).sources(), new Places(texts).sources(),
                new Documents(texts).sources(), new Acknowledgments(texts, intervals).sources(),
                new Reviews(texts, intervals).sources(), new LeavingDuties(texts).sources())
                .flatMap(List::stream).toList();
    }

    @Override
    public List<Place> places(LedgerView view) {
        return Places.places(view);
    }

    /** Who leaves must be taken off the register, and acts for no one any more. */
    @Override
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        Stream<OpenItem> terms = view.find(Member.LEDGER, Member.PERSON, leaving.id()).stream()
                .filter(e -> !Member.LEFT.equals(e.state()))
                .map(e -> new OpenItem(Member.LEDGER, e.id(),
                        texts.text("open.term", e.fields().text(Member.POSITION))));
        Stream<OpenItem> instructions = view.find(Instruction.LEDGER, Instruction.DEPUTY, leaving.id()).stream()
                .filter(e -> Instruction.STANDING.equals(e.state()))
                .filter(e -> !e.fields().date(Instruction.VALID_TO).isBefore(view.today()))
                .map(e -> new OpenItem(Instruction.LEDGER, e.id(),
                        texts.text("open.instruction", e.fields().text(Instruction.VALID_TO))));
        return Stream.concat(terms, instructions).toList();
    }
}
