package org.daicho.chapter.incidents;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.daicho.ledger.contract.ChapterContract;
import org.daicho.ledger.spi.LedgerModule;

/**
 * The incidents chapter is a chapter like any other.
 */
class IncidentsChapterTest extends ChapterContract {

    private final AtomicLong order = new AtomicLong();

    @Override
    protected LedgerModule module() {
        return new Incidents(null).chapter();
    }

    @Override
    protected String id() {
        return "incidents";
    }

    /** No order is there twice. */
    @Override
    protected Map<String, Object> sample(String ledger) {
        return switch (ledger) {
        case Contacts.LEDGER -> Incidents.internal(order.incrementAndGet(), "会長 一郎", "manager");
        case Contacts.REVIEWS -> Map.of("kind", "見直し", "result", "変更なし");
        default -> Incidents.first();
        };
    }
}
