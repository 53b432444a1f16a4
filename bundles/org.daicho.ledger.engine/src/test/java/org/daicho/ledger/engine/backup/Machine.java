package org.daicho.ledger.engine.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.derby.jdbc.EmbeddedDataSource;
import org.daicho.ledger.EntryQuery;
import org.daicho.ledger.Erasure;
import org.daicho.ledger.engine.LedgerEngine;
import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.keys.KeyArchive;
import org.daicho.ledger.engine.testing.Council;
import org.daicho.ledger.engine.testing.Disk;
import org.daicho.ledger.engine.testing.Loans;
import org.daicho.ledger.engine.testing.TestModule;
import org.daicho.ledger.log.Verification;
import org.daicho.ledger.operation.LedgerBackup;
import org.daicho.ledger.operation.LedgerBackup.Taken;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;

/** A machine with a council's ledgers on its disk, of which backups are taken and on which they are restored. */
final class Machine implements AutoCloseable {

    private static final String NOTES = "notes.all";
    private static final List<Caller> CALLERS = List.of(Council.MANAGER, Council.STAFF);

    final Path keys;
    final Path database;
    final EmbeddedDataSource source;
    final PlainDerbyBackup copies;
    LedgerEngine engine;

    private Machine(Path folder) {
        keys = folder.resolve("keys");
        database = folder.resolve("database");
        source = PlainDerbyBackup.opened(database);
        source.setCreateDatabase("create");
        copies = new PlainDerbyBackup(source);
    }

    static Machine started(Path folder) throws Exception {
        Files.createDirectories(folder);
        Machine machine = new Machine(folder);
        machine.start();
        return machine;
    }

    /** Lays out what the command does: the copied database, and the keys out of the target's one file. */
    static Machine laidOut(Path folder, Path backup, Path keyFile) throws IOException {
        Files.createDirectories(folder);
        Machine machine = new Machine(folder);
        Disk.copy(backup.resolve("database"), machine.database);
        Files.createDirectories(machine.keys);
        KeyArchive archive = KeyArchive.read(keyFile);
        for (Map.Entry<String, byte[]> file : archive.files().entrySet()) {
            if (!file.getKey().contains("/")) {
                Files.write(machine.keys.resolve(file.getKey()), file.getValue());
            }
        }
        Files.writeString(machine.keys.resolve("checkpoint"), (String) manifest(backup).get("checkpoint"));
        return machine;
    }

    static Map<String, Object> manifest(Path backup) throws IOException {
        return Json.object(Files.readAllBytes(backup.resolve("manifest.json")));
    }

    void start() throws Exception {
        engine = new LedgerEngine(new LedgerEngine.Settings(source, keys, "test", "試験協議会", java.time.Clock.systemUTC(),
                20_000, copies, () -> Map.of("test", "1.2.3")));
        engine.persons(id -> CALLERS.stream().filter(c -> c.person().id().equals(id)).map(Caller::person).findFirst()
                .or(Optional::empty));
        engine.add(new Loans(), 0, 1);
        engine.add(new TestModule(TestModule.definition(NOTES, 1, TestModule.column("text", "text", ""))), 0, 2);
    }

    /** Restores onto what was laid out, and starts. */
    Restored restore(List<String> outside, Path surviving) throws Exception {
        Restoration restoration = new Restoration(source, keys, surviving, LedgerEngine::settle);
        var plan = restoration.plan(outside, n -> {
        });
        Verification found = null;
        if (plan.possible()) {
            found = restoration.carryOut("復元した人", "機械の故障", n -> {
            });
            start();
        }
        return new Restored(plan, found);
    }

    record Restored(org.daicho.ledger.operation.LogRestore.Plan plan, Verification found) {
    }

    Taken backup(Path target) {
        return backup(target, false);
    }

    Taken backup(Path target, boolean closes) {
        return engine.backup().take(new LedgerBackup.Order(target, target.resolve("keys"), closes), p -> {
        });
    }

    Entry lend(String item) {
        Map<String, Object> fields = new HashMap<>(Map.of("lentOn", "2026-11-20", "item", item));
        return engine.ledger().enter(Council.STAFF, Loans.LEDGER,
                new org.daicho.ledger.Submission(fields, null, Map.of(), null));
    }

    Entry note(String text) {
        return engine.ledger().enter(Council.STAFF, NOTES,
                new org.daicho.ledger.Submission(Map.of("text", text), null, Map.of(), null));
    }

    List<String> foundNotes(String text) {
        return engine.ledger().list(Council.STAFF, NOTES, new EntryQuery(500, null, null, null, text, Map.of()))
                .items().stream().map(entry -> entry.fields().text("text")).toList();
    }

    void erase(Entry entry) {
        engine.ledger().erase(Council.MANAGER, Loans.LEDGER, entry.id(), new Erasure("期限", "裁断", "鈴木"));
    }

    Entry get(Entry entry) {
        return engine.ledger().get(Council.STAFF, Loans.LEDGER, entry.id());
    }

    List<String> found(String text) {
        return new ArrayList<>(engine.ledger()
                .list(Council.STAFF, Loans.LEDGER, new EntryQuery(500, null, null, null, text, Map.of())).items()
                .stream().map(entry -> entry.fields().text("item")).toList());
    }

    Verification verify() {
        return engine.log().verify(n -> {
        });
    }

    String kept() throws IOException {
        return Files.readString(keys.resolve("checkpoint"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        if (engine != null) {
            engine.close();
        }
        PlainDerbyBackup.stop(database);
    }
}
