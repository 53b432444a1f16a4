package org.daicho.ledger.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the council's procedure itself fixes: the ids of its clauses and the ten paper forms. The lists are the kit's own
 * copies, so that a chapter can't prove itself against its own slip.
 */
final class Procedure {

    private static final List<String> CLAUSES = Resources.text(Procedure.class, "clauses.txt").lines().toList();

    /** The procedure's last chapter; the chapters after it stand in other documents. */
    static final int LAST_CHAPTER = 8;

    /** What the number of a clause goes on with below that of its section. */
    private static final String BELOW = "(①②③④⑤⑥⑦⑧⑨※";

    private static final List<PaperForm> FORMS = forms(Resources.json(Resources.text(Procedure.class, "forms.json")));

    private Procedure() {
    }

    /**
     * A paper form.
     *
     * @param number       1 to 10
     * @param title        the title on the paper
     * @param chapter      the chapter that asks for it
     * @param period       how a sheet is bounded
     * @param monthlyCheck the clause of its monthly check, or {@code null}
     * @param sections     the columns by section; one section for all forms but 様式6
     */
    record PaperForm(int number, String title, int chapter, String period, String monthlyCheck,
            List<List<Heading>> sections) {
    }

    /**
     * A column of a paper form.
     *
     * @param field   the field's name in REST
     * @param heading the heading on the paper
     * @param values  the values that the paper fixes; empty for most
     */
    record Heading(String field, String heading, List<String> values) {
    }

    /** Tells whether the procedure has a clause, or a section of clauses, of that number. */
    static boolean hasClause(String id) {
        return isOrHolds(id, CLAUSES);
    }

    /** Tells whether an id is that of one of some clauses, or of a section of them: {@code 3-2} holds {@code 3-2(1)}. */
    static boolean isOrHolds(String id, List<String> clauses) {
        return clauses.stream().anyMatch(c -> c.equals(id)
                || c.startsWith(id) && BELOW.indexOf(c.charAt(id.length())) >= 0);
    }

    static Optional<PaperForm> form(int number) {
        return FORMS.stream().filter(f -> f.number() == number).findFirst();
    }

    private static List<PaperForm> forms(JsonNode json) {
        return list(json).map(f -> new PaperForm(f.get("form").asInt(), f.get("title").asText(),
                f.get("chapter").asInt(), f.get("period").asText(),
                f.get("monthlyCheck").isNull() ? null : f.get("monthlyCheck").asText(),
                list(f.get("sections")).map(s -> list(s).map(c -> heading(c, f.get("fixedValues"))).toList()).toList()))
                .toList();
    }

    private static Heading heading(JsonNode column, JsonNode fixed) {
        String heading = column.get("heading").asText();
        List<String> values = fixed.has(heading)
                ? list(fixed.get(heading)).map(JsonNode::asText).toList()
                : List.of();
        return new Heading(column.get("field").asText(), heading, values);
    }

    private static java.util.stream.Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
