package org.daicho.rest.internal.ledgers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.form.Action;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Fill;
import org.daicho.ledger.form.Period;
import org.daicho.ledger.form.State;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * A ledger and its entries to try views on.
 */
final class Samples {

    static final Person SATO = new Person("p1", "佐藤");
    static final Person SUZUKI = new Person("p2", "鈴木");
    static final Instant NINE = Instant.parse("2026-11-23T00:00:00Z");

    private Samples() {
    }

    static Column column(String name, ColumnType type, boolean required, List<String> values, String setBy, Fill fill,
            boolean secret) {
        return new Column(name, new Text("欄" + name, "column " + name), null, type, required, true, values, setBy, fill,
                false, true, secret, 20, false, null);
    }

    static Column column(String name, ColumnType type, boolean required) {
        return column(name, type, required, List.of(), null, Fill.NONE, false);
    }

    static Definition definition(Column... columns) {
        return new Definition("media.takeouts", "media", 3, 2, new Text("情報資産持ち出し管理簿", "Take-outs"), 4, Period.MONTH,
                "takenOn", "3-5", null, false, Set.of(Role.STAFF, Role.MANAGER), Set.of(Role.MEMBER),
                Set.of(Role.MANAGER), Set.of("out"), List.of("3-2(1)", "3-5"), List.of(columns),
                List.of(new State("requested", new Text("申請中", "Requested")),
                        new State("approved", new Text("承認済", "Approved")), new State("out", new Text("持出中", "Out"))),
                List.of(new Action("enter", new Text("申請", "Request"), Set.of(), "requested", Set.of(Role.STAFF),
                        Set.of(),
                        List.of(), List.of()),
                        new Action("approve", new Text("承認", "Approve"), Set.of("out", "requested"), "approved",
                                Set.of(Role.DEPUTY, Role.MANAGER), Set.of(), List.of("approvedBy"), List.of("asset"))));
    }

    static Entry entry(int version, Map<String, Object> fields, String reason, Map<String, String> confirmations,
            Entry.Erased erased) {
        return new Entry("e1", "media.takeouts", version, "requested", version == 1 ? "enter" : "correct",
                new Fields(fields), Map.of(), SUZUKI, Role.STAFF, NINE.plusSeconds(60), SATO, NINE,
                LocalDate.parse("2026-11-23"),
                41, reason, confirmations, "00", erased);
    }
}
