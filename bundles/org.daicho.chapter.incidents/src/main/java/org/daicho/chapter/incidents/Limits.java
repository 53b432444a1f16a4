package org.daicho.chapter.incidents;

/**
 * The spans that a council sets.
 *
 * @param reviewMonths  months between two reviews, and two call tests, of the contact list
 * @param reportMinutes minutes from discovery to report before a reason is asked for
 * @param answerMinutes minutes without an answer before the next contact is called
 */
record Limits(int reviewMonths, int reportMinutes, int answerMinutes) {
}
