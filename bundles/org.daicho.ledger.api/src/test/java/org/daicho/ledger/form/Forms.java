package org.daicho.ledger.form;

import java.util.List;
import java.util.Set;

import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;

/**
 * A ledger to try things on.
 */
final class Forms {

    static final Text LABEL = new Text("欄", "Column");

    private Forms() {
    }

    static Column column(String name, ColumnType type, boolean required, String setBy, Fill fill) {
        return new Column(name, LABEL, null, type, required, true,
                type == ColumnType.CHOICE ? List.of("紙媒体", "記録媒体") : List.of(), setBy, fill, false, true, false, 20,
                false, null);
    }

    static Column column(String name, ColumnType type, boolean required) {
        return column(name, type, required, null, Fill.NONE);
    }

    static Column secret(String name) {
        return new Column(name, LABEL, null, ColumnType.TEXT, true, false, List.of(), null, Fill.NONE, false, false,
                true, 20, false, null);
    }

    static Column retired(String name) {
        return new Column(name, LABEL, new Text("説明", "help"), ColumnType.TEXT, true, false, List.of(), null, Fill.NONE,
                false, false, false, 20, true, null);
    }

    static Action action(String name, String... fields) {
        return new Action(name, new Text("手続", "Step"), Set.of("out"), "out", Set.of(Role.STAFF), Set.of(),
                List.of(fields), List.of());
    }

    static Definition definition(List<Action> actions, Column... columns) {
        return new Definition("media.takeouts", "media", 3, 2, new Text("情報資産持ち出し管理簿", "Take-outs"), 4, Period.MONTH,
                null, "3-5", null, false, Set.of(Role.STAFF), Set.of(), Set.of(), Set.of(), List.of("3-2(1)"),
                List.of(columns), List.of(new State("out", new Text("持出中", "Out"))), actions);
    }
}
