package org.daicho.ledger.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.daicho.ledger.Duties;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.engine.backup.RestoredEntries;
import org.daicho.ledger.engine.entry.CutOffErasures;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.log.OpenLog;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.write.Publishing;
import org.daicho.ledger.engine.write.Writer;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.operation.LedgerBackup;
import org.daicho.ledger.operation.LedgerClaims;
import org.daicho.ledger.operation.LedgerStatus;
import org.daicho.ledger.operation.ModuleFaults;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.system.DatabaseBackup;
import org.daicho.ledger.system.PersonDirectory;
import org.daicho.ledger.system.TerminalDirectory;
import org.daicho.ledger.value.Entry;

/**
 * The provider without OSGi: one council's ledgers on a database and a key folder. Opening it makes what a first start
 * lacks, and refuses a database whose log does not fit its signed checkpoint or is older than the one kept beside the
 * keys.
 */
public final class LedgerEngine implements AutoCloseable {

    /** How long a module may take while a restored database is settled, in milliseconds. */
    private static final long DEADLINE = 5_000;

    private final KeyFolder keys;
    private final Writer writer;
    private final Services services;
    private final Upkeep upkeep;
    private final Outside outside = new Outside();

    /**
     * What an engine is made of.
     *
     * @param source   the database
     * @param keys     the key folder
     * @param id       the council's id, ASCII, part of the log's origin at the first start
     * @param council  協議会名, as sheets print it
     * @param clock    tells the time
     * @param deadline how long a module may take, in milliseconds
     * @param backup   copies the database, or {@code null} where the data source can't
     * @param versions the modules that are there, with their versions
     */
    public record Settings(DataSource source, Path keys, String id, String council, Clock clock, long deadline,
            DatabaseBackup backup, Supplier<Map<String, String>> versions) {

        /** Settings of ledgers whose database can't be copied by itself. */
        public Settings(DataSource source, Path keys, String id, String council, Clock clock, long deadline) {
            this(source, keys, id, council, clock, deadline, null, Map::of);
        }
    }

    /**
     * Opens the ledgers.
     *
     * @throws IOException           where a key file can't be read or written
     * @throws SQLException          where the database fails
     * @throws IllegalStateException where the database can't be trusted, or is newer than this code; the message is for
     *                               people, in Japanese and English
     */
    public LedgerEngine(Settings settings) throws IOException, SQLException {
        OpenLog log = OpenLog.open(settings.source(), settings.keys(), settings.id());
        keys = log.keys();
        Writer started = null;
        try {
            EntryCodec codec = new EntryCodec(keys.entries(), log.store()::newest);
            Terms terms = new Terms(keys);
            writer = new Writer(new Writer.Parts(settings.source(), log.store(), codec, keys.entries(), terms,
                    log.signer(), settings.clock()), log.state());
            Publishing publishing = new Publishing(keys, writer::state, keys.keptCheckpoint().orElse(null));
            CutOffErasures.complete(log.store(), codec, keys.entries());
            writer.start();
            started = writer;
            services = new Services(settings, log, codec, terms, writer, publishing, outside);
            services.begin();
            upkeep = new Upkeep(publishing, keys.entries());
        } catch (IOException | RuntimeException e) {
            if (started != null) {
                started.close();
            }
            keys.close();
            throw e;
        }
        upkeep.start();
    }

    /**
     * Opens the ledgers of a restored database once, and makes them whole; see {@link RestoredEntries}.
     *
     * @param source the database
     * @param keys   the key folder
     * @param lost   the entries that were erased after the backup
     * @throws IOException  where a key file can't be read or written
     * @throws SQLException where the database fails
     */
    public static void settle(DataSource source, Path keys, List<RestoredEntries.Lost> lost)
            throws IOException, SQLException {
        try (LedgerEngine engine = new LedgerEngine(
                new Settings(source, keys, "", "", Clock.systemUTC(), DEADLINE))) {
            engine.services.settle(lost);
        }
    }

    /** Returns the ledger service. */
    public Ledger ledger() {
        return services.ledger;
    }

    /** Returns the sheets service. */
    public Sheets sheets() {
        return services.sheets;
    }

    /** Returns the duties service. */
    public Duties duties() {
        return services.duties;
    }

    /** Returns the log service. */
    public LedgerLog log() {
        return services.log;
    }

    /** Returns the service that tells what became of the modules' ledgers. */
    public LedgerClaims claims() {
        return services.modules::claims;
    }

    /** Returns what tells how the ledger is doing. */
    public LedgerStatus status() {
        return services.status;
    }

    /** Returns what tells of the modules' faults. */
    public ModuleFaults faults() {
        return services.faults;
    }

    /** Returns the backup service. */
    public LedgerBackup backup() {
        return services.backup;
    }

    /** Takes a module in; see {@link ModuleRegistry#add}. */
    public void add(LedgerModule module, int ranking, long serviceId) {
        services.modules.add(module, ranking, serviceId);
    }

    /** Lets a module go. */
    public void remove(LedgerModule module) {
        services.modules.remove(module);
    }

    /** Uses a directory of persons; {@code null} for none. */
    public void persons(PersonDirectory directory) {
        outside.persons(directory);
    }

    /** Uses a directory of terminals; {@code null} for none. */
    public void terminals(TerminalDirectory directory) {
        outside.terminals(directory);
    }

    /** Adds who hears of each version written. */
    public void listener(Consumer<Entry> listener) {
        outside.listener(listener);
    }

    /** Returns the ids of the ledgers whose modules are there, by module. */
    Map<String, Set<String>> live() {
        return services.modules.live().stream().map(LiveLedger::definition)
                .collect(Collectors.groupingBy(Definition::module, Collectors.mapping(Definition::id,
                        Collectors.toSet())));
    }

    @Override
    public void close() throws IOException {
        upkeep.stop();
        writer.close();
        services.close();
        upkeep.close();
        keys.close();
    }
}
