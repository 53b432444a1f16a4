package org.daicho.ledger.contract;

import java.util.Set;

import org.daicho.ledger.form.DefinitionReader;

import com.networknt.schema.JsonSchema;

/**
 * The schema of definitions, as the API has it for whoever writes one.
 */
final class DefinitionSchema {

    private static final JsonSchema SCHEMA = JsonSchemas
            .schema(Resources.json(Resources.text(DefinitionReader.class, "definition.schema.json")));

    private DefinitionSchema() {
    }

    /** Returns what is wrong with a definition, as an editor would show it; nothing where it fits. */
    static Set<String> faults(Object definition) {
        return JsonSchemas.faults(SCHEMA, definition);
    }
}
