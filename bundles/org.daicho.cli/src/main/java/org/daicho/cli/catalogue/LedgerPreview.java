package org.daicho.cli.catalogue;

import java.io.IOException;

import org.daicho.cli.refusal.Refusal;
import org.daicho.ledger.value.Text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A ledger as its definition in a jar tells it.
 *
 * @param id    the ledger's id
 * @param title its title
 */
public record LedgerPreview(String id, Text title) {

    private static final JsonMapper JSON = new JsonMapper();

    static LedgerPreview of(String module, String definition) {
        try {
            JsonNode json = JSON.readTree(definition);
            String id = json.path("id").asText();
            if (id.startsWith(module + ".") && json.path("module").asText().equals(module)) {
                return new LedgerPreview(id,
                        new Text(json.path("title").path("ja").asText(), json.path("title").path("en").asText()));
            }
            throw new Refusal("台帳 " + id + " の定義が、モジュール " + module + " のものになっていません。id は " + module
                    + ". で始め、module は " + module + " にしてください",
                    "The definition of " + id + " is not the module " + module + "'s: its id begins with " + module
                            + ". and its module is " + module);
        } catch (IOException e) {
            throw new Refusal("モジュール " + module + " に、JSON として読めない台帳の定義があります",
                    "The module " + module + " has a definition that is no JSON: " + e.getMessage());
        }
    }
}
