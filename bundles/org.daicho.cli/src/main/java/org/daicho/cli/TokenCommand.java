package org.daicho.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

import org.daicho.cli.client.RestClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daicho token}: the tokens by which scripts log in to a running system.
 */
@Command(name = "token", mixinStandardHelpOptions = true, resourceBundle = "org.daicho.cli.Help", subcommands = {
        TokenCommand.Add.class, TokenCommand.ListTokens.class, TokenCommand.Revoke.class})
final class TokenCommand implements Runnable {

    private static final String TOKENS = "/api/access/tokens";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Usage.missingCommand(spec);
    }

    /** {@code token add}: the token goes to standard output, this once. */
    @Command(name = "add", mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        @Parameters(paramLabel = "ACCOUNT", descriptionKey = "daicho.token.account")
        private String account;

        @Option(names = "--label", paramLabel = "TEXT", required = true, descriptionKey = "daicho.token.label")
        private String label;

        @Option(names = "--expires", paramLabel = "DATE", descriptionKey = "daicho.token.expires")
        private LocalDate expires;

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("account", account).put("label", label);
            if (expires != null) {
                body.put("expires", expires.plusDays(1).atStartOfDay(TOKYO).toOffsetDateTime()
                        .minus(1, ChronoUnit.SECONDS).toString());
            }
            JsonNode made = data.client().post(TOKENS, body);
            spec.commandLine().getOut().println(made.path("token").asText());
            spec.commandLine().getErr().println("daicho: トークン " + made.path("id").asText()
                    + " を発行しました。上の値は二度と表示されません / issued; its value above is shown only once");
            return 0;
        }
    }

    /** {@code token list}. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListTokens implements Callable<Integer> {

        @Mixin
        private DataOption data;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Table table = new Table("ID", "アカウント / account", "名前 / label", "作成 / created", "期限 / expires");
            for (JsonNode token : data.client().get(TOKENS)) {
                table.row(token.path("id").asText(), token.path("account").asText(), token.path("label").asText(),
                        token.path("created").asText(), token.path("expires").asText(""));
            }
            table.print(spec.commandLine().getOut());
            return 0;
        }
    }

    /** {@code token revoke}. */
    @Command(name = "revoke", mixinStandardHelpOptions = true)
    static final class Revoke implements Callable<Integer> {

        @Parameters(paramLabel = "ID", descriptionKey = "daicho.token.id")
        private String id;

        @Mixin
        private DataOption data;

        @Override
        public Integer call() {
            data.client().delete(TOKENS + "/" + RestClient.segment(id));
            return 0;
        }
    }
}
