package org.daicho.chapter.media;

import java.util.Map;

import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.contract.ChapterContract;
import org.daicho.ledger.spi.LedgerModule;

/**
 * The media chapter is a chapter like any other.
 */
class MediaChapterTest extends ChapterContract {

    @Override
    protected LedgerModule module() {
        return new MediaChapter();
    }

    @Override
    protected String id() {
        return "media";
    }

    @Override
    protected Map<String, Object> sample(String ledger) {
        return switch (ledger) {
        case Takeouts.LEDGER -> Map.of("asset", "講座申込者名簿", "purpose", "会場での受付", "destination", "地域区民センター",
                "dueOn", "2026-11-25");
        case Transmissions.LEDGER -> Media.transmission();
        case Copies.LEDGER -> Media.copy();
        case Disposals.LEDGER -> Media.disposal(Disposals.Category.PAPER, DisposalMethod.DESTROYED.label());
        default -> Media.software();
        };
    }
}
