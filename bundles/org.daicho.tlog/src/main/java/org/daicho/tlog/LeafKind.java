package org.daicho.tlog;

/** What a leaf of the log is; its first byte tells. */
public enum LeafKind {

    /** A version of an entry: {@link EntryLeaf}. */
    ENTRY(0x01),

    /** A ledger's definition: {@link DefinitionLeaf}. */
    DEFINITION(0x02),

    /** The beginning of a log that takes over from another: {@link SuccessionLeaf}. */
    SUCCESSION(0x03);

    private final byte code;

    LeafKind(int code) {
        this.code = (byte) code;
    }

    /** The leaf's first byte. */
    public byte code() {
        return code;
    }

    /**
     * The kind of a leaf.
     *
     * @param leaf its bytes
     * @throws MalformedException where it is empty or of no known kind
     */
    public static LeafKind of(byte[] leaf) throws MalformedException {
        for (LeafKind kind : values()) {
            if (leaf.length > 0 && leaf[0] == kind.code) {
                return kind;
            }
        }
        throw new MalformedException(leaf.length == 0 ? "the leaf is empty" : "no kind of leaf begins with " + leaf[0]);
    }

    void check(byte[] leaf) throws MalformedException {
        LeafKind found = of(leaf);
        if (found != this) {
            throw new MalformedException("the leaf is of the kind " + found + " and not " + this);
        }
    }
}
