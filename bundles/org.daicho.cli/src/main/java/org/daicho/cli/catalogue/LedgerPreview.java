package org.daicho.cli.catalogue;

import java.io.IOException;
import java.util.Map;

import org.daicho.cli.refusal.Refusal;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.DefinitionReader;
import org.daicho.ledger.value.Text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A ledger as its definition in a jar tells it.
 *
 * @param id    the ledger's id
 * @param title its title
 */
public record LedgerPreview(String id, Text title) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
    };

    static LedgerPreview of(String module, String definition) {
        try {
            Definition read = DefinitionReader.read(JSON.readValue(definition, OBJECT));
            if (read.module().equals(module)) {
                return new LedgerPreview(read.id(), read.title());
            }
            throw new Refusal("台帳 " + read.id() + " の定義が、モジュール " + module + " のものになっていません",
                    "The definition of " + read.id() + " is not the module " + module + "'s");
        } catch (IOException | IllegalArgumentException unfit) {
            throw new Refusal("モジュール " + module + " の台帳の定義に誤りがあります(" + unfit.getMessage() + ")",
                    "A definition of the module " + module + " is not well-formed: " + unfit.getMessage());
        }
    }
}
