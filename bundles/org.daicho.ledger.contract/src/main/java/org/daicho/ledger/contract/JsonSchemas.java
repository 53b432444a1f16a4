package org.daicho.ledger.contract;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.daicho.ledger.value.Text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/**
 * A JSON Schema to hold values against, as a client's validator does: formats are asserted.
 */
final class JsonSchemas {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new SimpleModule().addSerializer(Text.class, new JapaneseText()));
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true)
            .locale(Locale.ENGLISH).build();

    private JsonSchemas() {
    }

    /** Reads a schema of plain values, as the API makes it. */
    static JsonSchema schema(Object schema) {
        return FACTORY.getSchema(tree(schema), CONFIG);
    }

    /** Returns what is wrong with a value, each fault naming where; none where it fits. */
    static Set<String> faults(JsonSchema schema, Object value) {
        return schema.validate(tree(value)).stream().map(ValidationMessage::getMessage)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static final class JapaneseText extends JsonSerializer<Text> {

        @Override
        public void serialize(Text text, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.ja());
        }
    }
}
