package org.daicho.ledger.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

import org.daicho.ledger.system.PersonDirectory;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens ledgers where there is no framework: in the tests of chapters and of data sources. A ledger provider names its
 * own for {@link java.util.ServiceLoader}; in a framework the ledgers are services, and nobody asks for this one.
 */
@ProviderType
public interface LedgerProvider {

    /**
     * What ledgers are opened on.
     *
     * @param database the database, empty or with the ledgers of an earlier run
     * @param keys     the folder of the key files; made where it is missing
     * @param id       the council's id, ASCII, part of the log's origin at the first start
     * @param council  協議会名, as sheets print it
     * @param clock    tells the time
     * @param deadline how long a module may take
     * @param persons  knows the persons whom entries name
     */
    record Settings(DataSource database, Path keys, String id, String council, Clock clock, Duration deadline,
            PersonDirectory persons) {
    }

    /**
     * Opens the ledgers, with no module yet. Nobody else may use the database and the key folder until they are closed.
     *
     * @param settings what to open them on
     * @return the ledgers, serving
     * @throws IOException           where a key file can't be read or written
     * @throws SQLException          where the database fails
     * @throws IllegalStateException where the database can't be trusted; the message is for people, in Japanese and
     *                               English
     */
    OpenLedgers open(Settings settings) throws IOException, SQLException;
}
