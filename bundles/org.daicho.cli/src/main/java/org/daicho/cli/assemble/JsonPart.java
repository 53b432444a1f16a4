package org.daicho.cli.assemble;

import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.daicho.cli.refusal.Refusal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A part of a JSON file that knows where it stands.
 *
 * @param file  the file
 * @param line  the line on which it begins
 * @param value a map or a list of parts, a text, a {@link Long}, a {@link Double}, a {@link Boolean} or {@code null}
 */
record JsonPart(Path file, int line, Object value) {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Reads a file whole; comments are allowed, a key that stands twice is refused. */
    static JsonPart read(Path file) {
        try (JsonParser parser = MAPPER.createParser(Files.readAllBytes(file))) {
            if (parser.nextToken() == null) {
                throw refusal(file, 1, "何も書かれていません", "it is empty");
            }
            JsonPart all = part(file, parser);
            if (parser.nextToken() != null) {
                throw refusal(file, parser.currentTokenLocation().getLineNr(), "終わりのあとに続きがあります",
                        "something follows the end");
            }
            return all;
        } catch (JsonProcessingException failure) {
            int line = failure.getLocation() == null ? 1 : failure.getLocation().getLineNr();
            throw syntax(file, Math.max(line, 1), failure.getOriginalMessage());
        } catch (CharConversionException failure) {
            throw syntax(file, 1, "Invalid UTF-8");
        } catch (IOException failure) {
            throw new Refusal("ファイルを読めません: " + file, "Cannot read the file " + file);
        }
    }

    private static Refusal syntax(Path file, int line, String reason) {
        if (reason.contains("UTF-8")) {
            return refusal(file, line, "文字コードが UTF-8 ではありません。UTF-8 で保存してください",
                    "the text is not UTF-8; save it as UTF-8");
        }
        if (reason.startsWith("Duplicate field")) {
            return refusal(file, line, "同じ項目が二度あります: " + reason.replaceAll("[^']*'([^']*)'.*", "$1"),
                    "the same key stands twice");
        }
        return refusal(file, line, "JSON の書式が正しくありません(カンマ、引用符、かっこを確かめてください)",
                "this is not valid JSON: " + reason);
    }

    private static JsonPart part(Path file, JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        return new JsonPart(file, line, switch (parser.currentToken()) {
        case START_OBJECT -> {
            Map<String, JsonPart> parts = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int keyLine = parser.currentTokenLocation().getLineNr();
                parser.nextToken();
                parts.put(key, new JsonPart(file, keyLine, part(file, parser).value()));
            }
            yield parts;
        }
        case START_ARRAY -> {
            List<JsonPart> parts = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parts.add(part(file, parser));
            }
            yield parts;
        }
        case VALUE_STRING -> parser.getText();
        case VALUE_NUMBER_INT -> parser.getBigIntegerValue().bitLength() < Long.SIZE
                ? (Object) parser.getLongValue()
                : (Object) parser.getDoubleValue();
        case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
        case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
        default -> null;
        });
    }

    /** Makes a refusal that names this part's file and line. */
    Refusal refusal(String ja, String en) {
        return refusal(file, line, ja, en);
    }

    private static Refusal refusal(Path file, int line, String ja, String en) {
        return new Refusal(file + " の " + line + " 行目: " + ja, file + " line " + line + ": " + en);
    }
}
