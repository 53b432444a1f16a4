package org.daicho.chapter.mynumber.request;

/**
 * The names of the requests for a My Number, as {@code definitions/mynumber.requests.json} has them.
 */
public interface Requests {

    /** The ledger's id. */
    String LEDGER = "mynumber.requests";

    String REQUESTED = "requested";
    String WITHDRAWN = "withdrawn";

    String NUMBER = "requestNumber";
    String REQUESTED_ON = "requestedOn";
    String PAYEE = "payee";
    String TASK = "task";
    String PAYMENT = "payment";
    String EXPECTED_AMOUNT = "expectedAmount";
    String REQUESTED_BY = "requestedBy";
}
