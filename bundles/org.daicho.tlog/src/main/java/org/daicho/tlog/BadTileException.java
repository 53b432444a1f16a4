package org.daicho.tlog;

import java.io.IOException;

/** A source answered with a tile of a wrong length. */
final class BadTileException extends IOException {

    private static final long serialVersionUID = 1L;

    BadTileException(TilePath path, int bytes) {
        super(path + " has " + bytes + " bytes and not " + path.width() * TreeHash.BYTES);
    }
}
