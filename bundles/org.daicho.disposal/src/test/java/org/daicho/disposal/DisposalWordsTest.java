package org.daicho.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DisposalWordsTest {

    @Test
    @DisplayName("3-4 a definition names what it offers, and the catalogue has the words")
    void wordsAreFilledIn() {
        assertEquals(List.of("[\"データの削除\", \"物理的消去（磁気消去）\", \"光ディスク（CD・DVD等）\", \"@other\"]"),
                DisposalWords.in(
                        List.of("[\"@disposal.deleted\", \"@disposal.degaussed\", \"@medium.optical\", \"@other\"]")));
    }

    @Test
    @DisplayName("3-4(2) what a method leaves something of is named, the category before the kind of medium")
    void whatIsLeftIsNamed() {
        String deleted = DisposalMethod.DELETED.label();
        String degaussed = DisposalMethod.DEGAUSSED.label();
        assertEquals(Optional.of("記録媒体"), DisposalWords.unfit("記録媒体", deleted, MediumKind.OPTICAL.label()));
        assertEquals(Optional.of(MediumKind.OPTICAL.label()),
                DisposalWords.unfit("記録媒体", degaussed, MediumKind.OPTICAL.label()));
        assertEquals(Optional.empty(), DisposalWords.unfit("記録媒体", degaussed, MediumKind.MAGNETIC.label()));
        assertEquals(Optional.empty(), DisposalWords.unfit("記録媒体", degaussed, null));
    }

    @Test
    void nothingIsToldOfWhatIsNotSaidYet() {
        assertEquals(Optional.empty(), DisposalWords.unfit(null, DisposalMethod.DELETED.label(), null));
        assertEquals(Optional.empty(), DisposalWords.unfit("記録媒体", null, MediumKind.OPTICAL.label()));
    }
}
