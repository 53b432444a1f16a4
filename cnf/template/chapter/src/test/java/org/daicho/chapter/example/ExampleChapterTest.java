package org.daicho.chapter.example;

import java.util.Map;

import org.daicho.ledger.contract.ChapterContract;
import org.daicho.ledger.spi.LedgerModule;

/**
 * The chapter is a chapter like any other.
 */
class ExampleChapterTest extends ChapterContract {

    @Override
    protected LedgerModule module() {
        return new ExampleChapter();
    }

    @Override
    protected String id() {
        return "example";
    }

    @Override
    protected Map<String, Object> sample(String ledger) {
        return NotesTest.note("2026-11-20", null);
    }
}
