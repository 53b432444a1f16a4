package org.daicho.chapter.systems;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.systems.Licences.Seat;
import org.daicho.disposal.DisposalWords;
import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.rules.Links;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.DaichoModule;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
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
 * Chapter 4: what may be connected to the computers, how they are kept, their licences and software, forms on the web,
 * and their erasure.
 * <p>
 * Who may do what stands in the definitions. The inventory of chapter 2, the erasure software and disposals of chapter
 * 3, the cabinets of chapter 1 and the incident reports of chapter 6 are met through the ledger's view only; where one
 * is absent, the duties say so. No ledger has a column for a password or a licence key (4-2(2)).
 */
@Component(name = SystemsChapter.PID, service = LedgerModule.class)
@DaichoModule(module = "systems", chapter = 4)
@Designate(ocd = SystemsChapter.Config.class)
public final class SystemsChapter implements LedgerModule {

    /** The PID of the configuration. */
    static final String PID = "org.daicho.chapter.systems";

    private static final List<String> LEDGERS = List.of(Permits.LEDGER, Sightings.LEDGER, Devices.LEDGER,
            Websites.LEDGER, Licences.LEDGER, Seat.LEDGER, Installs.LEDGER, Erasures.LEDGER);

    private final Texts texts = new Texts(SystemsChapter.class, "messages");
    private final int checkMonths;
    private final int updateDays;

    /** What a council configures; the procedure names no numbers. */
    @ObjectClassDefinition(name = "情報システム / Information systems")
    @interface Config {

        /** How many months may pass between two checks of a device, a form on the web, or a count of licences. */
        @AttributeDefinition(name = "点検の間隔（月） / Months between checks", min = "1")
        int checkMonths() default 12;

        /** How old the last update of anti-malware software may be when a device is checked (4-3). */
        @AttributeDefinition(name = "対策ソフトの更新の期限（日） / Days until an update is old", min = "1")
        int updateDays() default 30;
    }

    /**
     * Makes the chapter.
     *
     * @param config the council's choices
     */
    @Activate
    public SystemsChapter(Config config) {
        this(config.checkMonths(), config.updateDays());
    }

    /** Makes the chapter; less than 1 counts as 1. */
    SystemsChapter(int checkMonths, int updateDays) {
        this.checkMonths = Math.max(1, checkMonths);
        this.updateDays = Math.max(1, updateDays);
    }

    @Override
    public List<String> definitions() {
        return DisposalWords.in(Definitions.of(SystemsChapter.class, LEDGERS));
    }

    @Override
    public List<Reliance> reliances() {
        return Reliances.ALL;
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(new Permits(texts).rules(), new Sightings(texts).rules(), new DeviceRules(texts).rules(),
                new Websites(texts, checkMonths).rules(), new LicenceRules(texts).rules(),
                new Installs(texts).rules(), new ErasureRules(texts).rules()).flatMap(List::stream).toList();
    }

    @Override
    public List<Consequence> consequences() {
        return new Sightings(texts).consequences();
    }

    @Override
    public List<DutySource> duties() {
        return Stream.of(new Permits(texts).sources(), new Sightings(texts).sources(),
                new DeviceDuties(texts, checkMonths, updateDays).sources(),
                new Websites(texts, checkMonths).sources(), new LicenceDuties(texts, checkMonths).sources(),
                new Installs(texts).sources()).flatMap(List::stream).toList();
    }

    /** Who leaves gives back the devices and licences, and connects nothing any more (2-4). */
    @Override
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        Stream<OpenItem> devices = of(leaving, Devices.LEDGER, Devices.USED_BY, Devices.ACTIVE, view)
                .map(e -> item(e, "open.device", e.fields().text(Devices.DEVICE)));
        Stream<OpenItem> seats = of(leaving, Seat.LEDGER, Seat.USED_BY, Seat.ASSIGNED, view).map(e -> item(e,
                "open.seat", Licences.held(Links.id(e, Seat.LICENCE), view)
                        .map(l -> l.fields().text(Licences.SOFTWARE)).orElse("—"),
                e.fields().text(Seat.DEVICE)));
        Stream<OpenItem> permits = of(leaving, Permits.LEDGER, Permits.USED_BY, Permits.PERMITTED, view)
                .map(e -> item(e, "open.permit", e.fields().text(Permits.MEDIUM)));
        return Stream.of(devices, seats, permits).flatMap(s -> s).toList();
    }

    private static Stream<Entry> of(Person leaving, String ledger, String column, String state, LedgerView view) {
        return view.find(ledger, column, leaving.id(), state).stream();
    }

    private OpenItem item(Entry entry, String message, Object... args) {
        return new OpenItem(entry.ledger(), entry.id(), texts.text(message, args));
    }
}
