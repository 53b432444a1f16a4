package org.daicho.ledger.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.daicho.ledger.Duties;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.engine.backup.BackupService;
import org.daicho.ledger.engine.backup.RestoredEntries;
import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.entry.Commits;
import org.daicho.ledger.engine.entry.EntryWriting;
import org.daicho.ledger.engine.entry.Erasing;
import org.daicho.ledger.engine.entry.LedgerService;
import org.daicho.ledger.engine.entry.Views;
import org.daicho.ledger.engine.figures.CountedLedger;
import org.daicho.ledger.engine.keys.ErasureHold;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.log.LogOpening;
import org.daicho.ledger.engine.log.LogService;
import org.daicho.ledger.engine.module.Faults;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.RuleRunner;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.month.DutyService;
import org.daicho.ledger.engine.month.SheetService;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.search.TermIndex;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.store.DefinitionRow;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.EntryRow;
import org.daicho.ledger.engine.store.Guarded;
import org.daicho.ledger.engine.store.Schema;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.VersionRow;
import org.daicho.ledger.engine.write.LogState;
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
import org.daicho.tlog.DefinitionLeaf;
import org.daicho.tlog.NoteSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider without OSGi: one council's ledgers on a database and a key folder. Opening it makes what a first start
 * lacks, and refuses a database whose log does not fit its signed checkpoint or is older than the one kept beside the
 * keys.
 */
public final class LedgerEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerEngine.class);

    private final DataSource source;
    private final KeyFolder keys;
    private final EntryCodec codec;
    private final Writer writer;
    private final Publishing publishing;
    private final RuleRunner runner;
    private final Faults faults;
    private final Core core;
    private final Erasing erasing;
    private final ModuleRegistry modules;
    private final Ledger ledger;
    private final Sheets sheets;
    private final Duties duties;
    private final LedgerLog log;
    private final LedgerStatus status;
    private final LedgerBackup backup;
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "daicho-ledger-checkpoint");
        thread.setDaemon(true);
        return thread;
    });
    private volatile PersonDirectory persons = accountOrId -> Optional.empty();
    private volatile TerminalDirectory terminals = () -> false;

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
        Schema.migrate(settings.source());
        Store store = new Store(settings.source());
        keys = new KeyFolder(settings.keys(), store.log().checkpoint().isPresent());
        Writer started = null;
        try {
            NoteSigner signer = keys.signer(LogOpening.origin(store.log(), settings.id()));
            LogState state = LogOpening.trusted(store, keys, signer.verifier());
            source = settings.source();
            EntryCodec[] self = new EntryCodec[1];
            codec = new EntryCodec(keys.entries(), record -> erased(store, self[0], record));
            self[0] = codec;
            Terms terms = new Terms(keys);
            faults = new Faults(settings.clock());
            runner = new RuleRunner(settings.deadline(), faults);
            writer = new Writer(new Writer.Parts(settings.source(), store, codec, keys.entries(), terms, signer,
                    settings.clock()), state);
            publishing = new Publishing(keys, writer::state, keys.keptCheckpoint().orElse(null));
            finishErasures(store, codec);
            writer.start();
            started = writer;
            modules = new ModuleRegistry(store.definitions(), (known, json, before) -> writer.define(
                    new DefinitionRow(known.digest(), known.definition().id(), known.definition().revision(), -1,
                            json),
                    leaf(json), before != null && TermIndex.differs(before.definition(), known.definition())
                            ? known.definition()
                            : null),
                    runner, faults);
            EntryReader reader = new EntryReader(store, codec, modules, terms, runner);
            core = new Core(store, keys, terms, modules, reader, runner, writer, settings.clock(),
                    id -> persons.find(id), entry -> listeners.forEach(listener -> listener.accept(entry)),
                    settings.council(), new ErasureHold(), () -> terminals.isRequired());
            backup = Guarded.service(LedgerBackup.class,
                    new BackupService(core, publishing, signer.verifier(), settings.backup(), settings.versions()));
            Commits commits = new Commits(core);
            erasing = new Erasing(core, commits);
            DutyService dutyService = new DutyService(core);
            Views views = new Views(core, commits);
            CountedLedger counted = new CountedLedger(
                    Guarded.service(Ledger.class, new LedgerService(core,
                            new EntryWriting(core, commits), erasing, views)));
            ledger = counted;
            status = new Status(store, keys, signer.verifier(), writer, runner, counted);
            duties = Guarded.service(Duties.class, dutyService);
            sheets = Guarded.service(Sheets.class, new SheetService(core, dutyService, commits, views));
            log = Guarded.service(LedgerLog.class, new LogService(core, publishing, signer.verifier(), views));
            modules.add(new SystemLedgers(), Integer.MAX_VALUE, -1);
            if (SystemLedgers.IDS.stream().anyMatch(id -> modules.live(id).isEmpty())) {
                throw new IllegalStateException("台帳を始められませんでした。もう一度起動してください / The ledgers could not be"
                        + " begun: start again.");
            }
        } catch (IOException | RuntimeException e) {
            if (started != null) {
                started.close();
            }
            keys.close();
            throw e;
        }
        keep();
        keeper.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.SECONDS);
    }

    /** What a crash cut off between an erasure's record and its key is completed; a mark without a record is not. */
    private void finishErasures(Store store, EntryCodec codec) throws IOException {
        List<String> left = store.erased().stream()
                .filter(row -> keys.entries().find(row.entry()).isPresent()
                        && store.newest(row.erasure()).map(codec::open)
                                .filter(record -> record.ledger().equals(SystemLedgers.ERASURES)
                                        && row.entry().equals(record.fields().text("entry")))
                                .isPresent())
                .map(EntryRow::entry).toList();
        keys.entries().destroy(left);
    }

    @SuppressWarnings("unchecked")
    private static byte[] leaf(String json) {
        return DefinitionLeaf.of((Map<String, Object>) Json.stored(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Entry.Erased> erased(Store store, EntryCodec codec, String record) {
        return store.newest(record).map((VersionRow row) -> codec.open(row))
                .map(entry -> new Entry.Erased(entry.by(), entry.at(), entry.fields().text("reason")));
    }

    private void keep() {
        publishing.keep();
        try {
            keys.entries().finish();
        } catch (IOException e) {
            LOG.error("The key of an erased entry is not destroyed yet.", e);
        }
    }

    /** Returns the ledger service. */
    public Ledger ledger() {
        return ledger;
    }

    /** Returns the sheets service. */
    public Sheets sheets() {
        return sheets;
    }

    /** Returns the duties service. */
    public Duties duties() {
        return duties;
    }

    /** Returns the log service. */
    public LedgerLog log() {
        return log;
    }

    /** Returns the service that tells what became of the modules' ledgers. */
    public LedgerClaims claims() {
        return modules::claims;
    }

    /** Returns what tells how the ledger is doing. */
    public LedgerStatus status() {
        return status;
    }

    /** Returns what tells of the modules' faults. */
    public ModuleFaults faults() {
        return faults;
    }

    /**
     * Makes a restored database whole; see {@link RestoredEntries}.
     *
     * @param lost the entries that were erased after the backup
     * @throws SQLException where the database fails
     */
    public void restored(List<RestoredEntries.Lost> lost) throws SQLException {
        new RestoredEntries(source, core, codec, erasing).settle(lost);
    }

    /** Returns the backup service. */
    public LedgerBackup backup() {
        return backup;
    }

    /** Takes a module in; see {@link ModuleRegistry#add}. */
    public void add(LedgerModule module, int ranking, long serviceId) {
        modules.add(module, ranking, serviceId);
    }

    /** Lets a module go. */
    public void remove(LedgerModule module) {
        modules.remove(module);
    }

    /** Uses a directory of persons; {@code null} for none. */
    public void persons(PersonDirectory directory) {
        persons = directory == null ? accountOrId -> Optional.empty() : directory;
    }

    /** Uses a directory of terminals; {@code null} for none. */
    public void terminals(TerminalDirectory directory) {
        terminals = directory == null ? () -> false : directory;
    }

    /** Adds who hears of each version written. */
    public void listener(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    /** Returns the ids of the ledgers whose modules are there, by module. */
    Map<String, Set<String>> live() {
        return modules.live().stream().map(LiveLedger::definition)
                .collect(Collectors.groupingBy(Definition::module, Collectors.mapping(Definition::id,
                        Collectors.toSet())));
    }

    @Override
    public void close() throws IOException {
        keeper.shutdown();
        writer.close();
        runner.close();
        keep();
        keys.close();
    }
}
