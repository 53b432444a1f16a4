package org.daicho.chapter.council.board;

import java.util.List;
import java.util.Locale;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Text;

/**
 * A clause on the board.
 *
 * @param clause   its number
 * @param modules  the modules that see to it
 * @param absent   those of them that are not installed
 * @param heading  the heading it stands under, or {@code null} where no installed module carries it
 * @param text     its wording, or {@code null}
 * @param scan     its wording as it was scanned, where that differs; else {@code null}
 * @param system   what the system does about it, or {@code null}
 * @param ledgers  the live ledgers that serve it
 * @param state    how it stands
 * @param evidence the newest evidence, or {@code null}
 * @param gaps     what is overdue
 */
record Row(String clause, List<String> modules, List<String> absent, String heading, String text, String scan,
        Text system, List<String> ledgers, State state, Evidence evidence, List<Duty> gaps) {

    /** How a clause stands. */
    enum State {
        /** Something is overdue. */
        GAP("不備あり", "Gap"),
        /** There is evidence and no gap. */
        KEPT("記録あり", "Kept"),
        /** It has ledgers, and nothing was written that the caller may read. */
        EMPTY("記録なし", "No entry yet"),
        /** No ledger serves it: it is seen to in person. */
        ATTEST("現物確認", "Seen to in person"),
        /** Its module is not installed. */
        ABSENT("未導入 — 紙で確認", "Not installed (check on paper)");

        private final Text label;

        State(String ja, String en) {
            label = new Text(ja, en);
        }

        /** Returns the name for people. */
        Text label() {
            return label;
        }

        /** Returns the name in REST. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
