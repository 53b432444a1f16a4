package org.daicho.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.daicho.cli.client.RestClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daicho user}: the accounts of a running system, and the roles of the persons behind them.
 */
@Command(name = "user", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help", subcommands = {
        UserCommand.ListUsers.class, UserCommand.Add.class, UserCommand.SetPassword.class, UserCommand.Roles.class})
final class UserCommand implements Runnable {

    private static final String USERS = "/api/access/users";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Usage.missingCommand(spec);
    }

    private static String path(String name) {
        return USERS + "/" + RestClient.segment(name);
    }

    /** {@code user list}. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListUsers implements Callable<Integer> {

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Table table = new Table("アカウント / account", "名前 / name", "役割 / roles", "状態 / state");
            for (JsonNode user : data.client().get(USERS)) {
                table.row(user.path("name").asText(), user.path("displayName").asText(), roles(user), state(user));
            }
            table.print(spec.commandLine().getOut());
            return 0;
        }

        private static String roles(JsonNode user) {
            List<String> roles = new ArrayList<>();
            user.path("roles").forEach(role -> roles.add(RoleOption.describe(role)));
            return String.join(" ", roles);
        }

        private static String state(JsonNode user) {
            if (user.path("disabled").asBoolean()) {
                return "停止中 / disabled";
            }
            return user.path("mustChange").asBoolean() ? "要パスワード変更 / must change its password" : "";
        }
    }

    /** {@code user add}. */
    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", descriptionKey = "daicho.user.name")
        private String name;

        @Option(names = "--display-name", paramLabel = "TEXT", descriptionKey = "daicho.user.display-name")
        private String displayName;

        @Option(names = "--person", paramLabel = "ID", descriptionKey = "daicho.user.person")
        private String person;

        @ArgGroup(exclusive = false, multiplicity = "0..*")
        private List<RoleOption> roles;

        @Mixin
        private PasswordOption password;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            RestClient client = data.client();
            ObjectNode user = JsonNodeFactory.instance.objectNode().put("name", name);
            if (displayName != null) {
                user.put("displayName", displayName);
            }
            if (person != null) {
                user.put("person", person);
            }
            if (roles != null) {
                user.set("roles", RoleOption.toJson(roles));
            }
            password.put(user, spec.commandLine());
            JsonNode made = client.post(USERS, user);
            spec.commandLine().getOut().println(made.path("name").asText() + " " + made.path("person").asText());
            tellRequested(made, spec);
            return 0;
        }
    }

    /** {@code user password}. */
    @Command(name = "password", mixinStandardHelpOptions = true)
    static final class SetPassword implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", descriptionKey = "daicho.user.name")
        private String name;

        @Mixin
        private PasswordOption password;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            RestClient client = data.client();
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            client.get(path(name)); // an unknown account is told before anybody types a password
            password.put(body, spec.commandLine());
            client.put(path(name) + "/password", body);
            return 0;
        }
    }

    /** {@code user roles}. */
    @Command(name = "roles", mixinStandardHelpOptions = true)
    static final class Roles implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", descriptionKey = "daicho.user.name")
        private String name;

        @ArgGroup(exclusive = false, multiplicity = "0..*")
        private List<RoleOption> roles;

        @Option(names = "--none", descriptionKey = "daicho.user.none")
        private boolean none;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (none == (roles != null)) {
                throw new ParameterException(spec.commandLine(),
                        "--role か --none のどちらかを指定してください / Give --role, or --none");
            }
            JsonNode user = data.client().put(path(name) + "/roles", RoleOption.toJson(none ? List.of() : roles));
            tellRequested(user, spec);
            return 0;
        }
    }

    /** A grant that somebody has to confirm gives nothing yet. */
    private static void tellRequested(JsonNode user, CommandSpec spec) {
        for (JsonNode role : user.path("roles")) {
            if (role.path("state").asText().equals("requested")) {
                spec.commandLine().getErr().println("daicho: " + role.path("role").asText()
                        + " は管理責任者の確認待ちです / waits for the responsible manager's confirmation");
            }
        }
    }
}
