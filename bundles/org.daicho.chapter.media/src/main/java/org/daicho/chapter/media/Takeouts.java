package org.daicho.chapter.media;

/**
 * The names of 様式2 that rules and duties speak of, as {@code definitions/media.takeouts.json} has them.
 */
interface Takeouts {

    /** The ledger's id. */
    String LEDGER = "media.takeouts";

    /** The states of the procedure's steps. */
    interface State {
        String REQUESTED = "requested";
        String OUT = "out";
        String RETURNED = "returned";
        String CONFIRMED = "confirmed";
        String LOST = "lost";
    }

    /** The steps. */
    interface Step {
        String WITHDRAW = "withdraw";
        String APPROVE = "approve";
        String REJECT = "reject";
        String TAKE_OUT = "take-out";
        String EXTEND = "extend";
        String RETURN = "return";
        String CONFIRM_RETURN = "confirm-return";
        String REPORT_LOST = "report-lost";
        String FIND = "find";
    }

    String TAKEN_ON = "takenOn";
    String ASSET = "asset";
    String TAKEN_BY = "takenBy";
    String RETURNED_ON = "returnedOn";
    String CONTENTS = "contents";
    String PERSONAL_INFORMATION = "personalInformation";
    String SPECIFIC_PERSONAL_INFORMATION = "specificPersonalInformation";
    String DUE_ON = "dueOn";
    String MEDIUM = "medium";
    String EXTENDED_TO = "extendedTo";
    String DESTINATION = "destination";
    String LOST_ON = "lostOn";
    String LOSS_DETAILS = "lossDetails";
    String INCIDENT_REPORT = "incidentReport";
}
