package org.daicho.disposal;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of medium that decide what a method of disposal does to them (3-4(2)).
 */
public enum MediumKind {

    /** Hard disks and tapes. */
    MAGNETIC("磁気ディスク・磁気テープ（HDD等）"),

    /** CDs and DVDs. */
    OPTICAL("光ディスク（CD・DVD等）"),

    /** USB memories and SSDs. */
    SEMICONDUCTOR("半導体メモリ（USBメモリ・SSD等）");

    private final String label;

    MediumKind(String label) {
        this.label = label;
    }

    /** Returns the words of the ledgers' columns. */
    public String label() {
        return label;
    }

    /** Finds the kind that a column's words mean; empty for {@code null} and other words. */
    public static Optional<MediumKind> of(String label) {
        return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
    }

    /** Tells whether a method leaves nothing: a magnet leaves light and silicon, a written disc takes no overwriting. */
    public boolean isErasedBy(DisposalMethod method) {
        return switch (method) {
        case DEGAUSSED -> this == MAGNETIC;
        case WIPED -> this != OPTICAL;
        default -> true;
        };
    }
}
