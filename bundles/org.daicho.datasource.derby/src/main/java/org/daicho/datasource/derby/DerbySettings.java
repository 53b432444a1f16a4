package org.daicho.datasource.derby;

import java.nio.file.Path;

/**
 * Where the database lies and how much it may take.
 *
 * @param data the data folder, made when it is absent
 * @param keys the folder of the key files, made when it is absent
 * @param maximumPoolSize connections at the same time, at least 1; who asks for one more waits up to 30 seconds
 * @param pageCachePages pages kept in memory, at least 40 (Derby's minimum); a page has 4 KiB, in tables with long
 *        columns 32 KiB
 */
record DerbySettings(Path data, Path keys, int maximumPoolSize, int pageCachePages) {
    static final int DEFAULT_POOL_SIZE = 10;
    /** Between 16 and 128 MiB; Derby's own default is 1000 pages. */
    static final int DEFAULT_PAGE_CACHE_PAGES = 4000;

    DerbySettings {
        data = data.toAbsolutePath().normalize();
        keys = keys.toAbsolutePath().normalize();
        // Derby reads its connection URL up to the first semicolon as the folder and the rest as settings.
        if (data.toString().contains(";")) {
            throw new DatabaseRefusedException("データの置き場所 " + data + " の名前に「;」は使えません。別の名前にしてください。",
                    "The name of the data folder " + data + " must not contain a semicolon; choose another name.",
                    null);
        }
        if (maximumPoolSize < 1 || pageCachePages < 40) {
            throw new DatabaseRefusedException("maximumPoolSize は 1 以上、pageCachePages は 40 以上にしてください。",
                    "Set maximumPoolSize to 1 or more and pageCachePages to 40 or more.", null);
        }
    }

    /**
     * The settings with the usual sizes.
     *
     * @param data the data folder
     * @param keys the folder of the key files
     * @return the settings
     */
    static DerbySettings of(Path data, Path keys) {
        return new DerbySettings(data, keys, DEFAULT_POOL_SIZE, DEFAULT_PAGE_CACHE_PAGES);
    }

    Path database() {
        return data.resolve("database");
    }

    Path creating() {
        return data.resolve("database.creating");
    }

    Path lock() {
        return data.resolve("database.lock");
    }

    Path log() {
        return data.resolve("log");
    }
}
