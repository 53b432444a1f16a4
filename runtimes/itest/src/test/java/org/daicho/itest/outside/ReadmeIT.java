package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What README tells its reader to type, as it stands there but for ports and folders.
 */
class ReadmeIT {

    private static final Path ROOT = Path.of(System.getProperty("daicho.root")).toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\n(.*?)^```$");
    private static final String PASSWORD = "operator pass 1";

    @TempDir
    Path folder;

    private final List<String> first = blocks("## A first quarter of an hour", "## For IT staff");
    private final List<String> staff = blocks("## For IT staff", "## Settings");
    private final List<String> own = blocks("## Write a chapter of your own", "## The clauses");
    private int port;

    private static List<String> blocks(String from, String to) {
        try {
            String readme = Files.readString(ROOT.resolve("README.md"));
            String part = readme.substring(readme.indexOf(from), readme.indexOf(to));
            return BLOCK.matcher(part).results().map(found -> found.group(1)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Finds the only block that has a text. */
    private static String block(List<String> blocks, String text) {
        List<String> found = blocks.stream().filter(block -> block.contains(text)).toList();
        assertEquals(1, found.size(), "README has blocks with " + text);
        return found.get(0);
    }

    /** Runs what README shows, in bash, in a folder where the checkout's command is at hand; it must end well. */
    private String type(String... blocks) throws Exception {
        Path here = Files.createDirectories(folder.resolve("here"));
        if (!Files.exists(here.resolve("daicho"))) {
            Files.createSymbolicLink(here.resolve("daicho"), ROOT.resolve("daicho"));
        }
        Path output = Files.createTempFile(folder, "typed", ".txt");
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", here(String.join("\n", blocks)))
                .directory(here.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        DaichoProcess.surround(bash, Map.of("LANG", "C.UTF-8"));
        Process process = bash.start();
        assertTrue(process.waitFor(4, TimeUnit.MINUTES), "it did not end");
        String typed = Files.readString(output);
        assertEquals(0, process.exitValue(), typed);
        return typed;
    }

    private String here(String block) {
        return block.replace("/tmp/", folder + "/").replace("/opt", folder + "/opt").replace("/mnt/", folder + "/mnt/")
                .replace("/var/lib/", folder + "/var/").replace("8181", Integer.toString(port));
    }

    private DaichoProcess start(Path distribution, Path data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("run", "--port", "0"));
        command.addAll(List.of(arguments));
        DaichoProcess system = DaichoProcess.startIn(distribution, folder,
                Map.of("DAICHO_ADMIN_PASSWORD", PASSWORD, "DAICHO_DATA", data.toString()),
                command.toArray(String[]::new));
        system.awaitReady();
        port = system.port();
        return system;
    }

    @Test
    void theFirstQuarterOfAnHourTheBackupAndTheMoveGoAsWritten() throws Exception {
        assertEquals("DAICHO_ADMIN_PASSWORD='" + PASSWORD + "' ./daicho run minimal --data /tmp/daicho-try\n",
                first.get(0));
        Path data = folder.resolve("daicho-try");
        Files.createDirectories(folder.resolve("mnt/elsewhere"));
        Files.createDirectories(folder.resolve("var"));
        Path minimal = ROOT.resolve("runtimes/minimal/target/dist");
        try (DaichoProcess system = start(minimal, data)) {
            String typed = type(first.subList(1, first.size()).toArray(String[]::new));
            assertTrue(typed.contains("紙媒体,講座参加者名簿,事務局執務室"), typed);
            assertEquals(1, count(typed, "\"status\":409"), typed);
            assertEquals(1, count(typed, "\"status\":422"), typed);
            assertTrue(typed.contains("\"state\":\"confirmed\""), typed);
            assertEquals(2, count(typed, "すべて合っています"), typed);

            String backedUp = type("export DAICHO_DATA=/tmp/daicho-try", block(staff, "./daicho backup "));
            assertTrue(backedUp.contains("すべて合っています"), backedUp);
            assertTrue(Files.readString(ROOT.resolve("README.md")).contains("`./daicho backup DIR --final`"));
            type("export DAICHO_DATA=/tmp/daicho-try", "./daicho backup /mnt/moved --final");
            Api sato = Api.at(system.port()).as("sato", "staff pass 1");
            sato.get(Office.ASSETS).expect(200);
            sato.post(Office.ASSETS, Office.body(Office.asset("紙媒体", "議事録", Office.ROOM))).expect(503);
            assertEquals(0, system.terminate());
        }
        try (DaichoProcess again = DaichoProcess.startIn(minimal, folder, Map.of(), "run", "--port", "0", "--data",
                data.toString())) {
            assertEquals(1, again.exitCode(), "a system that moved does not start again");
            String refused = again.errors().get(again.errors().size() - 1);
            assertTrue(refused.startsWith("daicho: この台帳は最後の控え"), refused);
        }
        String moved = type("./daicho restore /mnt/moved --data /var/lib/moved");
        assertTrue(moved.contains("The log goes on under its key"), moved);
        String restored = type(block(staff, "./daicho restore "));
        assertTrue(restored.contains("すべて合っています"), restored);
    }

    @Test
    void aDistributionIsAssembledCarriedAndStartedAsWritten() throws Exception {
        Files.createDirectories(folder.resolve("here"));
        Files.writeString(folder.resolve("here/takaido.json"), block(staff, "\"calendar\""));
        type(block(staff, "./daicho assemble "), "mkdir /opt", "cd /tmp/takaido",
                block(staff, "unzip ").replace("./daicho run\n", ""));
        Path unit = folder.resolve("opt/takaido");
        assertTrue(Files.isRegularFile(unit.resolve("sdk/chapter/pom.xml")), "it carries what a chapter is built with");
        assertTrue(block(staff, "[Service]").contains("ExecStart=/opt/takaido/daicho run"));
        try (DaichoProcess system = start(unit, folder.resolve("data"))) {
            assertEquals("takaido", system.name());
            assertEquals(200, system.get("/system/health").statusCode());
        }
    }

    /** The longest of them: Maven builds a chapter and its tests open some twenty ledgers. */
    @Test
    @Tag("all")
    void aChapterOfOnesOwnIsBuiltAddedAndTakenOutAsWritten() throws Exception {
        assertEquals(2, own.size(), own::toString);
        MavenHome.lay(folder.resolve("home"));
        String built = type("export MAVEN_OPTS='-Duser.home=/tmp/home -XX:TieredStopAtLevel=1 -XX:+UseSerialGC'",
                own.get(0));
        assertTrue(built.stripTrailing().contains("./daicho catalogue add "), built);
        Path distribution = folder.resolve("minimal");
        Files.createSymbolicLink(folder.resolve("here/dist"), ROOT.resolve("runtimes/minimal/target/dist"));
        type("cp -r dist/. /tmp/minimal");
        try (DaichoProcess system = start(distribution, folder.resolve("daicho-try"))) {
            String typed = type(first.get(1), first.get(2), own.get(1));
            String digest = digest(folder.resolve("lending/target/org.daicho.chapter.lending-1.0.0.jar"));
            assertEquals(2, count(typed, digest), "checked and added with its SHA-256: " + typed);
            assertEquals(2, count(typed, "書庫の鍵が固い"), "entered, and read from the chapter's own address: " + typed);
            Api sato = Api.at(system.port()).as("sato", "staff pass 1");
            assertEquals("available", sato.get("/api/ledgers/lending.notes").expect(200).json().path("state").asText());
            assertEquals(1, sato.get("/api/ledgers/lending.notes/entries").expect(200).json().path("items").size());
            sato.get("/api/lending/open").expect(404);
            assertEquals(0, system.terminate());
        }
        type("./daicho module check /tmp/lending/target/org.daicho.chapter.lending-1.0.0.jar --data /tmp/daicho-try");
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void everyBlockForItStaffIsTried() {
        List<String> tried = List.of("./daicho assemble ", "\"calendar\"", "unzip ", "[Service]", "./daicho backup ",
                "./daicho restore ");
        for (String block : staff) {
            assertTrue(tried.stream().anyMatch(block::contains), block);
        }
        assertFalse(staff.isEmpty());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
