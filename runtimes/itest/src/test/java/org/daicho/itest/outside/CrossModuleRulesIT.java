package org.daicho.itest.outside;

import java.nio.file.Path;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/**
 * The seven rules that hold between chapters, each with both, with the one alone and with the other alone: no chapter knows
 * another, and each keeps its half of a rule where the other is not installed. One system runs; its chapters come and go.
 */
class CrossModuleRulesIT {

    @TempDir
    static Path folder;

    @AutoClose
    private static Chapters chapters;

    @BeforeAll
    static void start() throws Exception {
        chapters = new Chapters(folder);
    }

    @Nested
    @DisplayName("Rule 1 (2-4): who leaves returns what every chapter says they hold; an absent one is checked on paper")
    class Rule1 extends LeavingRule {
        Rule1() {
            super(CrossModuleRulesIT.chapters);
        }
    }

    @Nested
    @DisplayName("Rule 2 (3-5, 5-5, 8-3): one signature for each form and month; a checked month is closed")
    class Rule2 extends ChecksRule {
        Rule2() {
            super(CrossModuleRulesIT.chapters);
        }
    }

    @Nested
    @DisplayName("Rule 3 (3-4, 4-8, 8-2(7)): one catalogue of disposal; chapters 3 and 4 ask for more")
    class Rule3 extends DisposalRule {
        Rule3() {
            super(CrossModuleRulesIT.chapters);
        }
    }

    @Nested
    @DisplayName("Rule 4 (7-1(1)③, 7-1(3)③): incidents, reviews and assets ask for training")
    class Rule4 extends TrainingRule {
        Rule4() {
            super(CrossModuleRulesIT.chapters);
        }
    }

    @Nested
    @DisplayName("Rule 5 (8-2(6)③, 3-2(1)): 特定個人情報 is refused by 様式2")
    class Rule5 extends SpecificInformationRule {
        Rule5() {
            super(CrossModuleRulesIT.chapters);
        }
    }

    @Nested
    @DisplayName("Rule 6 (1-2, 3-1, 4-6, 5-1, 5-3, 8-2): places, cabinets and people are chapter 1's")
    class Rule6 extends PlacesRule {
        Rule6() {
            super(CrossModuleRulesIT.chapters);
        }
    }

    @Nested
    @DisplayName("Rule 7 (3-2(1), 8-1(2)②, 8-2(5)②, 8-2(12)): duties kept apart; the manager's exception is listed")
    class Rule7 extends SeparationRule {
        Rule7() {
            super(CrossModuleRulesIT.chapters);
        }
    }
}
