package org.daicho.chapter.incidents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Text;

/**
 * What a law, not the procedure, asks for after an incident.
 *
 * @param id            its id, by which a file replaces another
 * @param kind          {@code prompt}, {@code final} or {@code notice}
 * @param law           the law's name
 * @param article       the article
 * @param effectiveFrom the first day on which it applies
 * @param when          the cases, of which one must hold
 * @param days          by which day it is due; the day of knowledge is the first
 * @param daysWhen      other days where a flag of the report is set
 * @param title         what is to be done
 * @param source        where the law can be read
 */
record LegalDuty(String id, String kind, Text law, String article, LocalDate effectiveFrom, List<Case> when, int days,
        Map<String, Integer> daysWhen, Text title, String source) {

    private static final String SPECIFIC = "specificPersonalInformation";

    /**
     * A case in which it applies.
     *
     * @param flags       columns of the report that must all be answered with yes
     * @param personsOver more persons than this must be concerned, {@code null} for any number
     */
    record Case(List<String> flags, Long personsOver) {

        /** As long as the number is not known, it counts as a large one. */
        boolean holds(Fields report) {
            Long persons = report.integer(Report.PERSONS_AFFECTED);
            return flags.stream().allMatch(report::isTrue)
                    && (personsOver == null || persons == null || persons > personsOver);
        }
    }

    /** Tells whether it applies to a report; nothing does where there is no personal information. */
    boolean appliesTo(Fields report) {
        boolean none = report.isFalse("personalInformation") && !report.isTrue(SPECIFIC);
        return !none && when.stream().anyMatch(c -> c.holds(report));
    }

    /** Returns the day by which it is due. */
    LocalDate due(Fields report, LocalDate known) {
        int within = daysWhen.entrySet().stream().filter(e -> report.isTrue(e.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse(days);
        return known.plusDays(within - 1L);
    }
}
