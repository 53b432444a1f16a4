package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine is lost in the middle of a backup, and the council goes on on another one.
 */
class RestoreDrillIT {

    private static final String PASSWORD = "荻窪の朝はとても早い";
    private static final String ENTRIES = "/api/ledgers/assets.inventory/entries";
    private static final String SECRET = "消えるはずの名簿";
    private static final Pattern ID = Pattern.compile("\"id\":\"([A-Za-z0-9_-]{22})\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Path target;
    /** The backup that was taken before the erasure, while others wrote. */
    private static Path older;
    private static Path newest;
    /** The checkpoint that somebody fetched after the newest backup; nothing was written in between. */
    private static Path kept;
    private static String oldKey;
    private static String erased;
    private static final List<String> written = new ArrayList<>();

    @BeforeAll
    static void loseTheMachine() throws Exception {
        target = folder.resolve("target");
        Path data = folder.resolve("machine");
        try (DaichoProcess machine = DaichoProcess.run("minimal", data)) {
            for (String who : List.of("manager", "staff")) {
                done(Command.run(folder, PASSWORD + "\n", "user", "add", who, "--role", who, "--password-stdin",
                        "--data", data.toString()));
            }
            erased = enter(machine, SECRET);
            older = backupWhileOthersWrite(machine, data);
            assertEquals(200, send(machine, "manager", "POST", ENTRIES + "/" + erased + "/erasure",
                    "{\"reason\":\"保存期間の満了\",\"method\":\"裁断\",\"witness\":\"荻窪 花子\"}").statusCode());
            newest = backup(data);
            kept = Files.writeString(folder.resolve("kept"), machine.get("/api/log/checkpoint").body());
            oldKey = machine.get("/api/log/key").body().strip();
            killInMidBackup(machine, data);
        }
    }

    private static Path backupWhileOthersWrite(DaichoProcess machine, Path data) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<List<String>>> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int writer = i;
            writers.add(threads.submit(() -> {
                List<String> ids = new ArrayList<>();
                for (int n = 0; !over.get(); n++) {
                    ids.add(enter(machine, "事業報告書" + writer + "-" + n));
                }
                return ids;
            }));
        }
        Path taken = backup(data);
        over.set(true);
        for (Future<List<String>> each : writers) {
            written.addAll(each.get());
        }
        threads.shutdown();
        assertTrue(written.size() >= 3, written::toString);
        return taken;
    }

    private static Path backup(Path data) throws Exception {
        String output = done(Command.run(folder, "", "backup", target.toString(), "--data", data.toString()));
        Matcher taken = Pattern.compile("backup: (.*)").matcher(output);
        assertTrue(taken.find(), output);
        return Path.of(taken.group(1));
    }

    private static void killInMidBackup(DaichoProcess machine, Path data) throws Exception {
        String token = Files.readString(data.resolve("run.json")).replaceAll("(?s).*\"token\" : \"([^\"]+)\".*", "$1");
        HttpRequest start = request(machine, "/api/log/backup").header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"folder\":\"" + target + "\"}")).build();
        assertEquals(202, CLIENT.send(start, BodyHandlers.ofString()).statusCode());
        assertEquals(409, CLIENT.send(start, BodyHandlers.ofString()).statusCode(), "a second one at the same time");
        machine.kill();
    }

    private static HttpRequest.Builder request(DaichoProcess system, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + system.port() + path));
    }

    private static HttpResponse<String> send(DaichoProcess system, String account, String method, String path,
            String body) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(request(system, path).header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private static String enter(DaichoProcess system, String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(system, "staff", "POST", ENTRIES, """
                {"fields":{"category":"紙媒体","name":"%s","location":"書庫1","specificPersonalInformation":false,
                "personalInformation":false}}""".formatted(name));
        assertEquals(201, answer.statusCode(), answer.body());
        Matcher id = ID.matcher(answer.body());
        assertTrue(id.find(), answer.body());
        return id.group(1);
    }

    private static String done(Command command) {
        assertEquals(0, command.code(), command.errors()::toString);
        return command.output();
    }

    private static Command verify(String... arguments) throws Exception {
        return Command.run(folder, "",
                Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static Command restore(Path from, String name, String... more) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("restore", from.toString(), "--data", folder.resolve(name).toString()));
        command.addAll(List.of(more));
        return Command.run(folder, "", command.toArray(String[]::new));
    }

    private static void assertRefused(Command command, String part) {
        assertEquals(1, command.code(), command.output());
        String last = command.errors().get(command.errors().size() - 1);
        assertTrue(last.startsWith("daicho: ") && last.contains(part), command.errors()::toString);
    }

    private static void assertNothingIsThere(String name) {
        assertFalse(Files.exists(folder.resolve(name)));
    }

    private static Path copyOfTarget(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> all = Files.walk(target)) {
            for (Path file : all.toList()) {
                Files.copy(file, copy.resolve(target.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static Path inCopy(Path copy, Path backup) {
        return copy.resolve(target.relativize(backup).toString());
    }

    /** The largest file of a database. */
    private static Path segment(Path backup) throws IOException {
        try (Stream<Path> files = Files.list(backup.resolve("database/seg0"))) {
            return files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
        }
    }

    private static boolean isIn(Path file, byte[] needle) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(needle, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertInNoFile(Path tree, String text) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(isIn(file, text.getBytes(StandardCharsets.UTF_8))
                        || isIn(file, text.getBytes(StandardCharsets.UTF_16BE)), file::toString);
            }
        }
    }

    @Test
    @DisplayName("With the newest checkpoint at hand the same log goes on, and no acknowledged entry is missing")
    void theLogGoesOn() throws Exception {
        String told = done(restore(target, "on", "--checkpoint", kept.toString()));
        assertTrue(told.contains("The log goes on under its key"), told);
        assertTrue(told.contains(oldKey), told);
        try (DaichoProcess system = DaichoProcess.run("minimal", folder.resolve("on"))) {
            for (String id : written) {
                assertEquals(200, send(system, "staff", "GET", ENTRIES + "/" + id, null).statusCode());
            }
            String found = send(system, "staff", "GET", ENTRIES + "?q=%E4%BA%8B%E6%A5%AD%E5%A0%B1%E5%91%8A", null)
                    .body();
            assertTrue(found.contains("事業報告書"), "the search terms are made anew: " + found);
            enter(system, "新しい報告書");
            done(verify("--data", folder.resolve("on").toString(), "--checkpoint", kept.toString(), "--key", oldKey));
            assertTrue(send(system, "staff", "GET", ENTRIES + "/" + erased, null).body().contains("\"erased\":{"));
        }
    }

    @Test
    @DisplayName("8-2(7): of an older backup, what was erased after it stays erased, and a successor log begins")
    void anOlderBackupWithTheNewestKeys() throws Exception {
        Command restored = restore(older, "older", "--by", "IT担当", "--reason", "機械の故障");
        String told = done(restored);
        assertTrue(told.contains("A new log has begun"), told);
        assertTrue(told.contains("entries erased after the backup: 1"), told);
        assertTrue(restored.errors().stream().anyMatch(line -> line.contains("fewer than the newest checkpoint")),
                restored.errors()::toString);
        Path data = folder.resolve("older");
        assertInNoFile(data, SECRET);
        String stored = done(verify("--data", data.toString(), "--key", oldKey));
        assertTrue(stored.contains("took over from") && stored.contains("leaves after that were lost"), stored);
        Path again = folder.resolve("target2");
        try (DaichoProcess system = withoutAssets(data)) {
            String entry = send(system, "staff", "GET", ENTRIES + "/" + erased, null).body();
            assertTrue(entry.contains("\"fields\":{}") && entry.contains("保存期間の満了"), entry);
            HttpResponse<String> ledger = send(system, "staff", "GET", "/api/ledgers/assets.inventory", null);
            assertTrue(ledger.body().contains("\"state\":\"available\""), ledger.body());
            assertTrue(send(system, "staff", "GET", ENTRIES, null).body().contains("事業報告書"));
            assertEquals(409, send(system, "staff", "POST", ENTRIES, "{\"fields\":{}}").statusCode());

            String chain = done(verify("--url", "http://127.0.0.1:" + system.port(), "--key", oldKey));
            assertTrue(chain.contains("The earlier log was verified too"), chain);
            assertTrue(chain.contains("lost at the restore"), chain);
            assertEquals(404, system.get("/api/log/3/checkpoint").statusCode());
            assertEquals(200, system.get("/api/log/1/checkpoint").statusCode());
            done(Command.run(folder, "", "backup", again.toString(), "--data", data.toString()));
        }
        String backedUp = done(verify("--backup", again.toString(), "--key", oldKey));
        assertTrue(backedUp.contains("took over from"), backedUp);
    }

    /** Starts the runtime {@code minimal} as it would be assembled without chapter 2. */
    private static DaichoProcess withoutAssets(Path data) throws IOException {
        Path from = Path.of(System.getProperty("daicho.root"), "runtimes", "minimal", "target", "dist");
        Path distribution = folder.resolve("without-assets");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(each -> !each.toString().contains("org.daicho.chapter.assets-")).toList()) {
                Files.copy(file, distribution.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        DaichoProcess system = DaichoProcess.startIn(distribution, folder,
                Map.of("DAICHO_ADMIN_PASSWORD", "itest-Admin-2026"), "run", "--port", "0", "--data", data.toString());
        system.awaitReady();
        return system;
    }

    @Test
    void everyBackupVerifiesAlsoAfterAKillInMidBackup() throws Exception {
        done(verify("--backup", target.toString(), "--checkpoint", kept.toString()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("keys"))));
    }

    @Test
    void whatWasDamagedIsRefusedByName() throws Exception {
        Path copy = copyOfTarget("damaged");
        Path segment = segment(inCopy(copy, newest));
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        assertRefused(restore(inCopy(copy, newest), "no1"), segment.getFileName().toString());
        assertRefused(verify("--backup", inCopy(copy, newest).toString()), "damaged or was tampered with");
        Files.writeString(copy.resolve("keys"), "PK");
        assertRefused(restore(copy, "no1"), "damaged");
        assertNothingIsThere("no1");
    }

    @Test
    void whatWasTamperedWithIsRefusedEvenWithSumsThatFit() throws Exception {
        Path copy = copyOfTarget("tampered");
        Path backup = inCopy(copy, newest);
        Path keys = Files.createDirectory(backup.resolve("keys"));
        Files.copy(folder.resolve("machine/keys/database.key"), keys.resolve("database.key"));
        assertEquals(1, StoredTables.change(backup, "UPDATE ledger_version SET state_name = 'removed' WHERE entry = '"
                + written.get(0) + "'"));
        Files.delete(keys.resolve("database.key"));
        Files.delete(keys);
        Path manifest = backup.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("(?s)\"files\" : \\{.*?\\}",
                Matcher.quoteReplacement("\"files\" : {" + sums(backup.resolve("database")) + "}")));
        assertRefused(restore(backup, "no2", "--checkpoint", kept.toString()), "is not what was written");
        assertNothingIsThere("no2");
    }

    private static String sums(Path database) throws Exception {
        List<String> sums = new ArrayList<>();
        try (Stream<Path> files = Files.walk(database)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                sums.add("\"" + database.relativize(file) + "\" : \"" + HexFormat.of().formatHex(sum) + "\"");
            }
        }
        return String.join(",", sums);
    }

    @Test
    void aDataFolderThatIsNotEmptyIsLeftAsItIs() throws Exception {
        Path full = Files.createDirectory(folder.resolve("full"));
        byte[] content = "大事な物".getBytes(StandardCharsets.UTF_8);
        Files.write(full.resolve("letter.txt"), content);
        assertRefused(restore(target, "full"), "letter.txt");
        assertArrayEquals(content, Files.readAllBytes(full.resolve("letter.txt")));
    }
}
