package org.daicho.itest.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./daicho user}, {@code token} and {@code verify} on a running system.
 */
class CommandsIT {

    private static final String PASSWORD = "荻窪の朝はとても早い";

    @TempDir
    static Path folder;

    private static Path data;
    @AutoClose
    private static DaichoProcess system;

    @BeforeAll
    static void start() throws IOException {
        data = folder.resolve("data");
        system = DaichoProcess.run("minimal", data);
    }

    private static Command daicho(String input, String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return Command.run(folder, input, all);
    }

    private static String done(Command command) {
        assertEquals(0, command.code(), command.errors()::toString);
        return command.output();
    }

    private static void assertRefused(Command command, String part) {
        assertEquals(1, command.code(), command.errors()::toString);
        assertEquals(1, command.errors().size(), command.errors()::toString);
        assertTrue(command.errors().get(0).startsWith("daicho: "), command.errors()::toString);
        assertTrue(command.errors().get(0).contains(part), command.errors()::toString);
    }

    private static HttpResponse<String> me(String authorization) throws Exception {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + system.port() + "/api/access/me"))
                .header("Authorization", authorization).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static int login(String account, String password) throws Exception {
        return me("Basic " + Base64.getEncoder()
                .encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8))).statusCode();
    }

    private static String tokenIn(Path file) throws IOException {
        Matcher token = Pattern.compile("\"token\" : \"([^\"]+)\"").matcher(Files.readString(file));
        assertTrue(token.find());
        return token.group(1);
    }

    @Test
    void theRunFileIsForItsOwnerOnlyAndTellsThePort() throws Exception {
        Path file = data.resolve("run.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(Files.readString(file).contains("\"port\" : " + system.port()));
        assertTrue(me("Bearer " + tokenIn(file)).body().contains("\"operator\""));
    }

    @Test
    void anAccountThatWasAddedLogsInWithItsRolesAndItsNewPassword() throws Exception {
        done(daicho(PASSWORD + "\n", "user", "add", "hanako", "--display-name", "荻窪花子", "--role", "staff",
                "--password-stdin"));
        assertEquals(200, login("hanako", PASSWORD));
        assertTrue(done(daicho("", "user", "list")).lines().anyMatch(line -> line.matches("hanako +荻窪花子 +staff")));

        done(daicho("", "user", "roles", "hanako", "--role", "deputy", "--from", "2026-04-01", "--to", "2099-03-31",
                "--scope", "assets"));
        assertTrue(done(daicho("", "user", "list")).contains("deputy(2026-04-01..2099-03-31,assets)"));
        done(daicho("", "user", "roles", "hanako", "--none"));
        assertTrue(done(daicho("", "user", "list")).lines().anyMatch(line -> line.matches("hanako +荻窪花子")));

        done(daicho(PASSWORD + "2\n", "user", "password", "hanako", "--password-stdin"));
        assertEquals(401, login("hanako", PASSWORD));
        assertEquals(200, login("hanako", PASSWORD + "2"));
    }

    @Test
    void aTokenIsShownOnceAndDeadOnceRevoked() throws Exception {
        done(daicho(PASSWORD, "user", "add", "taro", "--password-stdin"));
        String token = done(daicho("", "token", "add", "taro", "--label", "夜間の写し")).strip();
        assertEquals(200, me("Bearer " + token).statusCode());
        String list = done(daicho("", "token", "list"));
        assertTrue(list.contains("夜間の写し"));
        assertFalse(list.contains(token));
        String id = list.lines().filter(line -> line.contains("夜間の写し")).findFirst().orElseThrow().split(" ")[0];
        done(daicho("", "token", "revoke", id));
        assertEquals(401, me("Bearer " + token).statusCode());
        assertRefused(daicho("", "token", "revoke", "nowhere"), "トークン");
    }

    @Test
    void whatTheSystemRefusesIsOneLineInTheLanguageOfTheLocale() throws Exception {
        assertRefused(daicho("short\n", "user", "add", "jiro", "--password-stdin"), "password: パスワードは");
        assertRefused(daicho("", "user", "roles", "nobody", "--role", "staff"), "nobody");
        assertRefused(daicho(PASSWORD, "user", "add", "admin", "--password-stdin"), "admin");
    }

    @Test
    void withoutATerminalAPasswordNeedsTheOption() throws Exception {
        assertEquals(2, daicho("", "user", "password", "admin").code());
    }

    @Test
    void theLogVerifiesFromInsideAndFromOutside() throws Exception {
        String checkpoint = system.get("/api/log/checkpoint").body();
        Path kept = Files.writeString(folder.resolve("kept"), checkpoint);
        done(daicho(PASSWORD, "user", "add", "saburo", "--password-stdin"));
        String key = system.get("/api/log/key").body().strip();

        String inside = done(daicho("", "verify", "--checkpoint", kept.toString(), "--key", key));
        assertTrue(inside.contains("erased leaves: 0"), inside);
        String url = "http://127.0.0.1:" + system.port() + "/";
        String outside = done(Command.run(folder, "", "verify", "--url", url, "--checkpoint", kept.toString(), "--key",
                key));
        assertTrue(outside.contains("root: "), outside);
        assertFalse(outside.contains("erased leaves: 0"), outside);

        String other = key.substring(0, key.lastIndexOf('/') + 1) + "x";
        assertRefused(Command.run(folder, "", "verify", "--url", url, "--key", other), "検証鍵");
        assertRefused(Command.run(folder, "", "verify", "--url", url, "--checkpoint",
                Files.writeString(folder.resolve("none"), "hello").toString()), "none");
    }

    @Test
    void onlyAnOperatorMayHaveTheStoredEntriesVerified() throws Exception {
        assertEquals(401, system.get("/api/log/verification").statusCode());
    }
}
