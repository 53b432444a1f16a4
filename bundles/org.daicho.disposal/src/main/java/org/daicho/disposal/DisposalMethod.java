package org.daicho.disposal;

import java.util.Arrays;
import java.util.Optional;

/**
 * The one catalogue of methods after which nothing can be restored (3-4, 4-8, 8-2(7)). Every chapter that disposes of
 * something takes it from here, whether chapter 3 is there or not.
 */
public enum DisposalMethod {

    /** Paper shredded, media crushed (3-4(1), 3-4(2)). */
    DESTROYED("物理的消去（シュレッダー・破砕・粉砕）"),

    /** Media degaussed (3-4(2)). */
    DEGAUSSED("物理的消去（磁気消去）"),

    /** Media overwritten with software that was approved for it (3-4(2)). */
    WIPED("論理的消去（許可を得たデータ消去ソフトウェア）"),

    /** Data deleted where the medium stays with the council (3-4(3)). */
    DELETED("データの削除");

    private final String label;

    DisposalMethod(String label) {
        this.label = label;
    }

    /** Returns the words of the ledgers' columns. */
    public String label() {
        return label;
    }

    /** Finds the method that a column's words mean; empty for {@code null} and other words. */
    public static Optional<DisposalMethod> of(String label) {
        return Arrays.stream(values()).filter(m -> m.label.equals(label)).findFirst();
    }

    /**
     * Tells whether it leaves nothing to be restored of an asset.
     *
     * @param category one of the categories of 2-2, in the paper's words
     */
    public boolean suits(String category) {
        return switch (category) {
        case "紙媒体" -> this == DESTROYED;
        case "記録媒体", "ハードウェア" -> this != DELETED;
        default -> true;
        };
    }
}
