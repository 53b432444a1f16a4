package org.daicho.chapter.mynumber.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.ledger.value.Fields;

/**
 * What a receipt has to say before it is complete: its ground (8-2(4)), the check of number and identity (8-2(9)), the
 * notice of the purpose (8-2(10)), what a copy was made from (8-2(6)①) and where it is kept (8-2(5)③). It may be entered
 * with less, as paper comes before everything about it is known; until then it is not checked, and nothing is done with it.
 */
public final class Acquisition {

    private static final Set<String> FROM_PERSON = Set.of(Receipts.Ground.PERSON, Receipts.Ground.AGENT);

    private final LawData law;

    public Acquisition(LawData law) {
        this.law = law;
    }

    /**
     * Something that is not there.
     *
     * @param field   the column
     * @param clause  the clause that asks for it
     * @param message the message's key
     */
    record Missing(String field, String clause, String message) {
    }

    /** Finds what a receipt still lacks. */
    List<Missing> missing(Fields fields) {
        List<Missing> missing = new ArrayList<>();
        String ground = fields.text(Receipts.GROUND);
        require(fields, missing, Receipts.GROUND, "8-2(4)", "lack.ground");
        if (ground == null || FROM_PERSON.contains(ground)) {
            identity(fields, missing);
            require(fields, missing, Receipts.NOTICE_VERSION, "8-2(10)", "lack.noticeVersion");
            require(fields, missing, Receipts.NOTICE_SHOWN_ON, "8-2(10)", "lack.noticeShownOn");
        }
        if (Receipts.Ground.AGENT.equals(ground)) {
            require(fields, missing, Receipts.AGENT, "8-2(10)", "lack.agent");
            require(fields, missing, Receipts.AGENT_AUTHORITY, "8-2(10)", "lack.agentAuthority");
        }
        if (Receipts.Ground.COPY.equals(ground)) {
            require(fields, missing, Receipts.COPIED_FROM, "8-2(6)①", "lack.copiedFrom");
        }
        if (!Receipts.SETTABLE.equals(fields.text(Receipts.ACCESS))) {
            require(fields, missing, Receipts.STORAGE, "8-2(5)③", "lack.storage");
        }
        return missing;
    }

    private void identity(Fields fields, List<Missing> missing) {
        require(fields, missing, Receipts.NUMBER_CHECK, "8-2(9)", "lack.numberCheck");
        require(fields, missing, Receipts.IDENTITY_CHECK, "8-2(9)", "lack.identityCheck");
        LawData.Document first = document(fields, Receipts.IDENTITY_CHECK);
        LawData.Document second = document(fields, Receipts.IDENTITY_CHECK_2);
        if (first != null && first.documents() > 1) {
            require(fields, missing, Receipts.IDENTITY_CHECK_2, "8-2(9)", "lack.identityCheck2");
        }
        if (first != null && first.months() != null) {
            require(fields, missing, Receipts.IDENTITY_ISSUED_ON, "8-2(9)", "lack.issuedOn");
        }
        if (second != null && second.months() != null) {
            require(fields, missing, Receipts.IDENTITY_ISSUED_ON_2, "8-2(9)", "lack.issuedOn");
        }
    }

    private LawData.Document document(Fields fields, String column) {
        return LawData.document(law.identity(), fields.text(column)).orElse(null);
    }

    private static void require(Fields fields, List<Missing> missing, String field, String clause, String message) {
        if (!fields.has(field)) {
            missing.add(new Missing(field, clause, message));
        }
    }
}
