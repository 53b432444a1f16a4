package org.daicho.chapter.council;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.daicho.chapter.council.place.Places;
import org.daicho.chapter.council.register.Profile;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.Submission;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a council's configuration knows about it into registers that are still empty: its profile, the places of
 * 1-2(2) and their cabinets (5-2). Whether a place can be locked and keeps outsiders out, only a person can tell, so it says no until someone
 * corrects it.
 */
@Component(service = FirstEntries.class, immediate = true, configurationPid = FirstEntries.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FirstEntries.Config.class)
@SatisfyingConditionTarget("(&" + LedgerConditions.LEDGERS_LIVE_FILTER + "(" + LedgerConditions.LEDGER + "="
        + Profile.LEDGER
        + ")(" + LedgerConditions.LEDGER + "=" + Places.LEDGER + "))")
public final class FirstEntries {

    /** The PID of the configuration. */
    static final String PID = "org.daicho.chapter.council.first";

    private static final Logger LOG = LoggerFactory.getLogger(FirstEntries.class);
    private static final Caller SETUP = new Caller("council", new Person("system:council", "システム(初期設定)"),
            List.of(new RoleGrant(Role.STAFF, null, null, Set.of("council"))), null, "council");

    private final Ledger ledger;
    private final Council council;
    /** What is known about a council before anyone wrote anything. */
    @ObjectClassDefinition(name = "協議会の初期設定 / First entries of a council")
    @interface Config {

        /** The council's name. */
        @AttributeDefinition(name = "協議会名 / Council")
        String name();

        /** The ward. Without it the profile is left to people. */
        @AttributeDefinition(name = "区 / Ward", required = false)
        String ward() default "";

        /** The section of the ward. */
        @AttributeDefinition(name = "区の担当課 / Section of the ward", required = false)
        String section() default "";

        /** The names of the offices, 1-2(2)①. */
        @AttributeDefinition(name = "執務室 / Offices", required = false)
        String[] offices() default {};

        /** The names of the members' places of activity, 1-2(2)②. */
        @AttributeDefinition(name = "委員活動場所 / Places of activity", required = false)
        String[] activities() default {};

        /** The names of the cabinets in the order of their numbers on 様式5, 5-2. */
        @AttributeDefinition(name = "書庫 / Cabinets", required = false)
        String[] cabinets() default {};

        /** The places that the cabinets stand in, in the same order. */
        @AttributeDefinition(name = "書庫の設置場所 / Where the cabinets stand", required = false)
        String[] cabinetRooms() default {};
    }

    /**
     * The same as values.
     *
     * @param name       the council's name
     * @param ward       the ward
     * @param section    the section of the ward; may be empty
     * @param offices    the names of the offices
     * @param activities the names of the places of activity
     * @param cabinets   the names of the cabinets
     * @param rooms      the places that they stand in, in the same order
     */
    record Council(String name, String ward, String section, List<String> offices, List<String> activities,
            List<String> cabinets, List<String> rooms) {
    }

    /** Writes on a thread of its own, as the ledger waits for nobody whom it told that the chapter is live. */
    @Activate
    public FirstEntries(@Reference Ledger ledger, Config config) {
        this(ledger, new Council(config.name(), config.ward(), config.section(), List.of(config.offices()),
                List.of(config.activities()), List.of(config.cabinets()), List.of(config.cabinetRooms())));
        Thread thread = new Thread(this::begin, "daicho-council-first");
        thread.setDaemon(true);
        thread.start();
    }

    FirstEntries(Ledger ledger, Council council) {
        this.ledger = ledger;
        this.council = council;
    }

    private void begin() {
        try {
            write();
        } catch (LedgerException e) {
            LOG.error("The council's first entries can't be written: {}", e.getMessage());
        }
    }

    /** Writes what the empty registers lack; a register in which anything was written is left alone. */
    void write() {
        if (!council.ward().isBlank() && isEmpty(Profile.LEDGER)) {
            Map<String, Object> profile = new LinkedHashMap<>(Map.of("name", council.name(), "ward", council.ward(),
                    "validFrom", LocalDate.now(Days.TOKYO).toString()));
            profile.put("section", council.section());
            enter(Profile.LEDGER, profile);
        }
        if (isEmpty(Places.LEDGER)) {
            council.offices().forEach(name -> enter(Places.LEDGER, place(name, Places.OFFICE)));
            council.activities().forEach(name -> enter(Places.LEDGER, place(name, Places.ACTIVITY)));
            IntStream.range(0, Math.min(council.cabinets().size(), council.rooms().size()))
                    .mapToObj(i -> cabinet(i + 1, council.cabinets().get(i), council.rooms().get(i)))
                    .forEach(cabinet -> enter(Places.LEDGER, cabinet));
        }
    }

    private boolean isEmpty(String id) {
        return ledger.list(SETUP, id, new EntryQuery(1, null, null, null, null, Map.of())).items().isEmpty();
    }

    private static Map<String, Object> place(String name, String kind) {
        return Map.of(Places.NAME, name, Places.KIND, kind, Places.LOCKABLE, false, Places.RESTRICTED, false, "remarks",
                "施錠の可否と第三者の入室制限を確かめて、訂正してください。");
    }

    private static Map<String, Object> cabinet(int number, String name, String room) {
        return Map.of(Places.NUMBER, number, Places.NAME, name, Places.KIND, Places.CABINET, Places.ROOM, room,
                Places.LOCKABLE, false, "remarks", "施錠の可否を確かめて、訂正してください。");
    }

    private void enter(String id, Map<String, Object> fields) {
        ledger.enter(SETUP, id, new Submission(fields, null, Map.of(), null));
    }
}
