package org.daicho.chapter.facilities;

/**
 * The visits that are expected, such as a contractor's, as {@code definitions/facilities.appointments.json} has them.
 */
interface Appointments {

    String LEDGER = "facilities.appointments";
    String EXPECTED = "expected";

    String AFFILIATION = "affiliation";
}
