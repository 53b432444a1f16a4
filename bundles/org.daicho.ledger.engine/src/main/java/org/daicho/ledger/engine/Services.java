package org.daicho.ledger.engine;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.Duties;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.Sheets;
import org.daicho.ledger.engine.backup.BackupCopying;
import org.daicho.ledger.engine.backup.BackupKeys;
import org.daicho.ledger.engine.backup.BackupManifest;
import org.daicho.ledger.engine.backup.BackupService;
import org.daicho.ledger.engine.backup.RestoredEntries;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.entry.Choosing;
import org.daicho.ledger.engine.entry.EntrySearch;
import org.daicho.ledger.engine.entry.EntryWriting;
import org.daicho.ledger.engine.entry.Erasing;
import org.daicho.ledger.engine.entry.Judging;
import org.daicho.ledger.engine.entry.LedgerService;
import org.daicho.ledger.engine.entry.Repeats;
import org.daicho.ledger.engine.figures.CountedLedger;
import org.daicho.ledger.engine.keys.ErasureHold;
import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.engine.log.LogService;
import org.daicho.ledger.engine.log.OpenLog;
import org.daicho.ledger.engine.log.Openings;
import org.daicho.ledger.engine.module.Faults;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.module.Neighbours;
import org.daicho.ledger.engine.module.RuleRunner;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.month.CheckSigning;
import org.daicho.ledger.engine.month.ClosedMonths;
import org.daicho.ledger.engine.month.DutyService;
import org.daicho.ledger.engine.month.Gaps;
import org.daicho.ledger.engine.month.Improvements;
import org.daicho.ledger.engine.month.LedgerDuties;
import org.daicho.ledger.engine.month.SheetChanges;
import org.daicho.ledger.engine.month.SheetIndex;
import org.daicho.ledger.engine.month.SheetMaking;
import org.daicho.ledger.engine.month.SheetRows;
import org.daicho.ledger.engine.month.SheetService;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.read.LedgerViews;
import org.daicho.ledger.engine.right.ReadingRecorder;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.engine.search.TermIndex;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.store.DefinitionRow;
import org.daicho.ledger.engine.store.EntryCodec;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.write.Commits;
import org.daicho.ledger.engine.write.Publishing;
import org.daicho.ledger.engine.write.Writer;
import org.daicho.ledger.log.LedgerLog;
import org.daicho.ledger.operation.LedgerBackup;
import org.daicho.ledger.operation.LedgerStatus;
import org.daicho.tlog.DefinitionLeaf;
import org.daicho.tlog.NoteVerifier;

/**
 * Puts the services of an engine together, on a log that is open and written to.
 */
final class Services implements AutoCloseable {

    final Ledger ledger;
    final Sheets sheets;
    final Duties duties;
    final LedgerLog log;
    final LedgerBackup backup;
    final LedgerStatus status;
    final Faults faults;
    final ModuleRegistry modules;
    private final RuleRunner runner;
    private final RestoredEntries restored;

    Services(LedgerEngine.Settings settings, OpenLog open, EntryCodec codec, Terms terms, Writer writer,
            Publishing publishing, Outside outside) {
        Store store = open.store();
        KeyFolder keys = open.keys();
        NoteVerifier verifier = open.signer().verifier();
        LedgerClock clock = new LedgerClock(settings.clock());
        faults = new Faults(settings.clock());
        runner = new RuleRunner(settings.deadline(), faults);
        modules = new ModuleRegistry(store.definitions(), (known, json, before) -> writer.define(
                new DefinitionRow(known.digest(), known.definition().id(), known.definition().revision(), -1, json),
                leaf(json), before != null && TermIndex.differs(before.definition(), known.definition())
                        ? known.definition()
                        : null),
                runner, faults);
        EntryReader reader = new EntryReader(store, codec, modules, terms, runner);
        LedgerViews views = new LedgerViews(reader, new Neighbours(modules, runner), terms, outside::person, writer,
                clock);
        Rights rights = new Rights(modules, reader, terms, writer, clock);
        Commits commits = new Commits(writer, modules, outside::tell);
        ReadingRecorder readings = new ReadingRecorder(commits, clock);
        ErasureHold hold = new ErasureHold();

        Judging judging = new Judging(runner, views, rights, new ClosedMonths(clock), outside::person,
                commits::newId, clock);
        CountedLedger counted = new CountedLedger(Guarded.service(Ledger.class, new LedgerService(modules, rights,
                new EntrySearch(reader, terms, outside::person), new Choosing(rights, views), readings,
                new EntryWriting(modules, reader, rights, outside::hasTerminals,
                        new Repeats(store, reader, keys, clock), views, runner, judging, commits),
                new Erasing(modules, reader, rights, outside::hasTerminals, judging, commits, keys.entries(),
                        hold))));
        ledger = counted;
        status = new Status(store, keys, verifier, writer, runner, counted);

        LedgerDuties due = new LedgerDuties(store, runner, clock);
        duties = Guarded.service(Duties.class, new DutyService(modules, reader, views, rights, due));
        SheetRows rows = new SheetRows(store, reader);
        sheets = Guarded.service(Sheets.class, new SheetService(rights, new SheetIndex(store, views, clock),
                new SheetMaking(store, reader, views, rows, new SheetChanges(rows, reader, modules, rights, clock),
                        readings, settings.council()),
                new CheckSigning(new Gaps(modules, due, clock), rows, commits, views, store, clock),
                new Improvements(commits, views)));

        log = Guarded.service(LedgerLog.class, new LogService(store, keys, modules, publishing, verifier,
                new Openings(modules, reader, keys.entries(), rights, readings)));
        BackupKeys archive = new BackupKeys(store, reader, keys, publishing, verifier, settings.backup());
        backup = Guarded.service(LedgerBackup.class, new BackupService(settings.backup(), keys, archive,
                new BackupCopying(settings.backup(), archive,
                        new BackupManifest(settings.council(), verifier, settings.versions()), keys, publishing,
                        verifier, writer, clock),
                hold));
        restored = new RestoredEntries(settings.source(), store, modules, new TermIndex(store, codec, terms), writer,
                commits);
    }

    @SuppressWarnings("unchecked")
    private static byte[] leaf(String json) {
        return DefinitionLeaf.of((Map<String, Object>) Json.stored(json.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Takes the system's own ledgers in.
     *
     * @throws IllegalStateException where one of them does not serve
     */
    void begin() {
        modules.add(new SystemLedgers(), Integer.MAX_VALUE, -1);
        if (SystemLedgers.IDS.stream().anyMatch(id -> modules.live(id).isEmpty())) {
            throw new IllegalStateException("台帳を始められませんでした。もう一度起動してください / The ledgers could not be"
                    + " begun: start again.");
        }
    }

    /** Makes a restored database whole; see {@link RestoredEntries}. */
    void settle(List<RestoredEntries.Lost> lost) throws SQLException {
        restored.settle(lost);
    }

    @Override
    public void close() {
        runner.close();
    }
}
