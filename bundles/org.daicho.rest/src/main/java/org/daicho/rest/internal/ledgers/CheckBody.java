package org.daicho.rest.internal.ledgers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Improvement;
import org.daicho.rest.internal.problem.Problem;

/**
 * The body of a check.
 *
 * @param remarks      what was found, or {@code null}
 * @param explanations explanations by gap, or {@code null}
 * @param improvements what is to be improved, or {@code null}
 */
public record CheckBody(String remarks, Map<String, String> explanations, List<ImprovementBody> improvements) {

    /**
     * An improvement.
     *
     * @param text what; required
     * @param who  by whom, or {@code null}
     * @param due  by when, or {@code null}
     */
    public record ImprovementBody(String text, String who, LocalDate due) {
    }

    /** Makes what the ledger takes. */
    CheckSubmission submission() {
        List<Improvement> wanted = new ArrayList<>();
        List<ImprovementBody> given = improvements == null ? List.of() : improvements;
        for (int i = 0; i < given.size(); i++) {
            String path = "improvements[" + i + "]";
            if (given.get(i) == null) {
                throw Problem.invalid(path, "json.required", path);
            }
            wanted.add(new Improvement(Bodies.required(path + ".text", given.get(i).text()),
                    Bodies.text(path + ".who", given.get(i).who()), given.get(i).due()));
        }
        return new CheckSubmission(remarks == null ? "" : Bodies.text("remarks", remarks),
                Bodies.strings("explanations", explanations),
                wanted);
    }
}
