package org.daicho.chapter.council.document;

/**
 * The spans that the procedure leaves to the council; less than 1 counts as 1.
 *
 * @param acknowledgmentDays   the days within which a policy is acknowledged, from joining or from its effective date
 * @param acknowledgmentMonths the months after which it is acknowledged again (2-1(1))
 * @param reviewMonths         the months between two reviews of a policy or rule (0-7(2)④)
 */
public record Intervals(int acknowledgmentDays, int acknowledgmentMonths, int reviewMonths) {

    public Intervals {
        acknowledgmentDays = Math.max(1, acknowledgmentDays);
        acknowledgmentMonths = Math.max(1, acknowledgmentMonths);
        reviewMonths = Math.max(1, reviewMonths);
    }
}
