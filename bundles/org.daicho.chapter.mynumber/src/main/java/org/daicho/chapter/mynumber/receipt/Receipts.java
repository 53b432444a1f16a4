package org.daicho.chapter.mynumber.receipt;

/**
 * The names of 様式8, as {@code definitions/mynumber.receipts.json} has them.
 */
public interface Receipts {

    /** The ledger's id. */
    String LEDGER = "mynumber.receipts";

    /** The states. */
    interface State {
        String RECEIVED = "received";
        String SUBMITTED = "submitted";
        String DISPOSED = "disposed";
    }

    /** The steps. */
    interface Step {
        String COMPLETE = "complete";
        String CHECK = "check";
        String END_GROUND = "end-ground";
        String SUBMIT = "submit";
        String DISPOSE = "dispose";
        String ACKNOWLEDGE = "acknowledge";
    }

    /** On which ground, and from whom, something was received (8-2(4)). */
    interface Ground {
        String PERSON = "番号法第19条第3号（本人からの提供）";
        String AGENT = "番号法第19条第3号（代理人からの提供）";
        String COPY = "受払簿にあるものの複製又は作成";
    }

    /** What is received whose access rights can be set (8-2(5)②). */
    String SETTABLE = "設定できる";

    String NUMBER = "receiptNumber";
    String RECEIVED_ON = "receivedOn";
    String RECEIVED_BY = "receivedBy";
    String DOCUMENT = "document";
    String PURPOSE = "purpose";
    String ENDED_ON = "disposedOn";
    String ENDED_BY = "disposedBy";
    String GROUND = "ground";
    String REQUEST = "request";
    String COPIED_FROM = "copiedFrom";
    String NUMBER_CHECK = "numberCheck";
    String IDENTITY_CHECK = "identityCheck";
    String IDENTITY_CHECK_2 = "identityCheck2";
    String IDENTITY_ISSUED_ON = "identityIssuedOn";
    String IDENTITY_ISSUED_ON_2 = "identityIssuedOn2";
    String IDENTITY_VALID_UNTIL = "identityValidUntil";
    String IDENTITY_CHECKED_ON = "identityCheckedOn";
    String IDENTITY_CHECKED_BY = "identityCheckedBy";
    String NOTICE_VERSION = "noticeVersion";
    String NOTICE_SHOWN_ON = "noticeShownOn";
    String AGENT = "agent";
    String AGENT_AUTHORITY = "agentAuthority";
    String ACCESS = "access";
    String STORAGE = "storage";
    String LOCKED_STORAGE = "lockedStorage";
    String KEEP_UNTIL = "keepUntil";
    String GROUND_ENDED_ON = "groundEndedOn";
    String ADDRESSEE = "addressee";
    String CITATION = "provisionCitation";
    String DISPOSAL_CATEGORY = "disposalCategory";
    String DISPOSAL_METHOD = "disposalMethod";
    String MEDIUM_KIND = "mediumKind";
    String SOFTWARE = "erasureSoftware";
}
