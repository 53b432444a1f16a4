package org.daicho.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The one catalogue of methods of disposal.
 */
class DisposalMethodTest {

    @ParameterizedTest(name = "3-4 4-8 {0}: {1}")
    @CsvSource({"紙媒体, DESTROYED", "記録媒体, DESTROYED DEGAUSSED WIPED", "ハードウェア, DESTROYED DEGAUSSED WIPED",
            "電子データ, DESTROYED DEGAUSSED WIPED DELETED"})
    void suits(String category, String methods) {
        for (DisposalMethod method : DisposalMethod.values()) {
            assertEquals((" " + methods + " ").contains(" " + method + " "), method.suits(category), method.name());
        }
    }

    @ParameterizedTest(name = "3-4(2) {0}: {1}")
    @CsvSource({"MAGNETIC, DESTROYED DEGAUSSED WIPED DELETED", "OPTICAL, DESTROYED DELETED",
            "SEMICONDUCTOR, DESTROYED WIPED DELETED"})
    void erases(MediumKind kind, String methods) {
        for (DisposalMethod method : DisposalMethod.values()) {
            assertEquals((" " + methods + " ").contains(" " + method + " "), kind.isErasedBy(method), method.name());
        }
    }

    @Test
    void findsByTheWordsOnly() {
        for (DisposalMethod method : DisposalMethod.values()) {
            assertEquals(Optional.of(method), DisposalMethod.of(method.label()));
        }
        for (MediumKind kind : MediumKind.values()) {
            assertEquals(Optional.of(kind), MediumKind.of(kind.label()));
        }
        assertEquals(Optional.empty(), DisposalMethod.of(null));
        assertEquals(Optional.empty(), MediumKind.of("紙"));
    }
}
