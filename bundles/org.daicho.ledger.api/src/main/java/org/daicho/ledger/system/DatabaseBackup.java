package org.daicho.ledger.system;

import java.io.IOException;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Copies a database while it is written to. A data source that can registers it beside its {@code DataSource}, with the
 * same {@code daicho.database}, before that one; where there is none, {@code ./daicho backup} refuses with a sentence
 * that says so. Called by one thread at a time.
 */
@ConsumerType
public interface DatabaseBackup {

    /**
     * Copies the database as it stands at one moment of the call. Takes as long as the database is large; writes go on.
     *
     * @param folder where to, a folder that is not there yet and whose parent is; what it holds needs the {@link #key}
     * @throws IOException where the target can't be written or has no room; the database itself goes on
     */
    void copy(Path folder) throws IOException;

    /** Returns how large a copy will be about, in bytes. */
    long size();

    /**
     * Returns what the key file of this database holds, which also opens its copies.
     *
     * @throws IOException where it can't be read
     */
    byte[] key() throws IOException;

    /**
     * Opens a copy for a look. It may write to the copy, such as to recover it.
     *
     * @param folder a copy
     * @return the open copy, to be closed by the caller
     * @throws IOException where it is damaged
     */
    Copy open(Path folder) throws IOException;

    /** An open copy. */
    @ConsumerType
    interface Copy extends AutoCloseable {

        /** Returns connections to the copy. */
        DataSource source();

        @Override
        void close() throws IOException;
    }
}
