package org.daicho.chapter.facilities;

import java.util.Arrays;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Names;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.Place;

/**
 * The keys of 様式4, as {@code definitions/facilities.keys.json} names their columns.
 */
final class Keys {

    static final String LEDGER = "facilities.keys";

    static final String LOST = "lost";
    static final String RETIRED = "retired";

    static final String NUMBER = "number";
    static final String KEY = "key";
    static final String KEY_LOCATION = "keyLocation";
    static final String CABINET = "cabinet";
    static final String SPARE_KEY_LOCATION = "spareKeyLocation";
    static final String HOLDER = "holder";
    static final String SPARE_HOLDER = "spareHolder";
    static final String ROOM = "room";
    static final String SPARE_LOCKABLE = "spareKeyLockable";
    static final String REPORT_LOST = "report-lost";
    static final String LOST_ON = "lostOn";
    static final String LOSS_DETAILS = "lossDetails";
    static final String INCIDENT_REPORT = "incidentReport";

    private Keys() {
    }

    /** Returns the rows of keys that exist, lost ones too. */
    static Stream<Entry> kept(LedgerView view) {
        return view.standing(LEDGER).stream().filter(e -> !RETIRED.equals(e.state()));
    }

    /** Tells whether a row names a cabinet, alone or in a list, by its name or its number. */
    static boolean locks(Fields row, Place cabinet) {
        String number = String.valueOf(cabinet.number());
        String all = Names.key(row.text(CABINET));
        return all.equals(Names.key(cabinet.name())) || Arrays.stream(all.split("[、,，・/]|及び"))
                .anyMatch(one -> one.equals(Names.key(cabinet.name())) || one.replaceFirst("^(書庫)?(No\\.?)?", "")
                        .equals(number));
    }
}
