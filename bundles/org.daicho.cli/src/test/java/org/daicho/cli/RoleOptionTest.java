package org.daicho.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.json.JsonMapper;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;

class RoleOptionTest {

    static final class Holder {
        @ArgGroup(exclusive = false, multiplicity = "0..*")
        List<RoleOption> roles;
    }

    private static String json(String... args) {
        return RoleOption.toJson(CommandLine.populateCommand(new Holder(), args).roles).toString();
    }

    @Test
    void eachRoleTakesWhatStandsBehindIt() {
        assertEquals("[\"staff\"]", json("--role", "staff"));
        assertEquals(
                "[\"staff\",{\"role\":\"deputy\",\"from\":\"2026-04-01\",\"to\":\"2026-09-30\","
                        + "\"scope\":[\"media\",\"assets.inventory\"]}]",
                json("--role", "staff", "--role", "deputy", "--from", "2026-04-01", "--to", "2026-09-30", "--scope",
                        "media,assets.inventory"));
    }

    @Test
    void aRoleIsShownWithItsDaysItsScopeAndThatItWaits() throws Exception {
        JsonMapper mapper = new JsonMapper();
        assertEquals("staff",
                RoleOption.describe(mapper.readTree("{\"role\":\"staff\",\"from\":null,\"scope\":null}")));
        assertEquals("deputy(2026-04-01..2026-09-30,media,確認待ち / requested)", RoleOption.describe(mapper.readTree(
                "{\"role\":\"deputy\",\"from\":\"2026-04-01\",\"to\":\"2026-09-30\",\"scope\":[\"media\"],"
                        + "\"state\":\"requested\"}")));
    }

    @Test
    void wrongUsageOfTheAccountCommandsEndsWithTwo() {
        for (String[] wrong : new String[][]{{"user"}, {"token"}, {"user", "add"}, {"user", "roles", "a"},
                {"user", "roles", "a", "--none", "--role", "staff"}, {"user", "add", "a", "--from", "2026-04-01"},
                {"user", "add", "a", "--password", "secret"}, {"token", "add", "a"},
                {"token", "add", "a", "--label", "l", "--expires", "soon"}, {"verify", "--url", "nix"},
                {"verify", "--url", "http://a/", "--data", "b"}}) {
            CommandLine line = Daicho.commandLine().setErr(new PrintWriter(new StringWriter()));
            assertEquals(2, line.execute(wrong), String.join(" ", wrong));
        }
    }
}
