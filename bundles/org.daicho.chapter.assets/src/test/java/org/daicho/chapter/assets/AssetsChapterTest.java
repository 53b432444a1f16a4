package org.daicho.chapter.assets;

import java.util.Map;

import org.daicho.ledger.contract.ChapterContract;
import org.daicho.ledger.spi.LedgerModule;

/**
 * The assets chapter is a chapter like any other.
 */
class AssetsChapterTest extends ChapterContract {

    @Override
    protected LedgerModule module() {
        return new AssetsChapter(6);
    }

    @Override
    protected String id() {
        return "assets";
    }

    @Override
    protected Map<String, Object> sample(String ledger) {
        return Assets.plain("紙媒体");
    }

    @Override
    protected Map<String, String> beyondRoleTable() {
        return Map.of("assets.inventory enter manager", "2-3(2)", "assets.inventory enter deputy", "1-3");
    }
}
