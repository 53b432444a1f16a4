package org.daicho.ledger.form;

import static org.daicho.ledger.form.Forms.action;
import static org.daicho.ledger.form.Forms.column;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An action")
class IntakeTest {

    private final Action enter = action("enter");
    private final Action correct = action("correct");
    private final Action leave = action("leave");

    @Test
    @DisplayName("that enters or corrects writes what no other action does")
    void enteringWritesWhatIsNoOthers() {
        Column asset = column("asset", ColumnType.TEXT, true);
        Column note = column("note", ColumnType.TEXT, false);
        assertEquals(Intake.REQUIRED, enter.intake(asset));
        assertEquals(Intake.REQUIRED, correct.intake(asset));
        assertEquals(Intake.OPTIONAL, enter.intake(note));
        assertEquals(Intake.NONE, leave.intake(asset));
    }

    @Test
    @DisplayName("writes what is set by it, and a correction repeats that")
    void stepsWriteTheirOwn() {
        Column leftAt = column("leftAt", ColumnType.TIME, true, "leave", Fill.NONE);
        assertEquals(Intake.REQUIRED, leave.intake(leftAt));
        assertEquals(Intake.NONE, enter.intake(leftAt));
        assertEquals(Intake.UNCHANGED, correct.intake(leftAt));
    }

    @Test
    @DisplayName("writes another action's column where it names it, also when it enters or corrects")
    void namedColumnsAreWritten() {
        Column leftAt = column("leftAt", ColumnType.TIME, true, "leave", Fill.NONE);
        assertEquals(Intake.REQUIRED, action("enter", "leftAt").intake(leftAt));
        assertEquals(Intake.REQUIRED, action("correct", "leftAt").intake(leftAt));
        assertEquals(Intake.REQUIRED, action("find", "leftAt").intake(leftAt));
    }

    @ParameterizedTest
    @EnumSource(names = {"NUMBER", "FISCAL_NUMBER", "LATE"})
    @DisplayName("never writes what the system alone does, whoever sets it or names it")
    void systemsColumnsAreNobodys(Fill fill) {
        Column given = column("given", ColumnType.TEXT, true, null, fill);
        assertEquals(Intake.NONE, action("enter", "given").intake(given));
        assertEquals(Intake.UNCHANGED, correct.intake(given));
        assertEquals(Intake.NONE, leave.intake(column("given", ColumnType.TEXT, true, "leave", fill)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CALLER", "DEFAULT_CALLER", "TODAY", "NOW"})
    @DisplayName("needs nothing that is filled where it is left out")
    void filledColumnsMayBeLeftOut(Fill fill) {
        assertEquals(Intake.OPTIONAL, enter.intake(column("filled", ColumnType.DATE, true, null, fill)));
    }

    @Test
    @DisplayName("needs nothing that is retired")
    void retiredColumnsMayBeLeftOut() {
        assertEquals(Intake.OPTIONAL, enter.intake(Forms.retired("old")));
    }

    @Test
    @DisplayName("takes a secret column from the module's own code only")
    void secretColumnsAreTheModules() {
        Column secret = Forms.secret("hash");
        assertEquals(Intake.NONE, enter.intake(secret));
        assertEquals(Intake.NONE, correct.intake(secret));
        assertEquals(Intake.REQUIRED, enter.ownIntake(secret));
    }
}
