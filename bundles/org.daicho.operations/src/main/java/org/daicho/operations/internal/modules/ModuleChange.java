package org.daicho.operations.internal.modules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.value.Fields;

/**
 * One change of the set of modules, as the log keeps it.
 *
 * @param kind    what was done
 * @param module  the module's id, or {@code null} for a jar that has none
 * @param title   the module's title in Japanese, or {@code null}
 * @param version the module's version afterwards; of one removed, the version that went
 * @param before  the version before an update or its rollback, or {@code null}
 * @param source  where the jar came from
 * @param file    the jar's file name
 * @param digest  the SHA-256 of the jar, or {@code null} where it can't be read
 * @param base    the SHA-256 of the distribution's own jar of the module at that time, or {@code null}
 * @param parts   the bundles that came along for it
 * @param reason  why a jar was refused, or a module went without anybody asking for it; else {@code null}
 */
record ModuleChange(Kind kind, String module, String title, String version, String before, Source source, String file,
        String digest, String base, List<Part> parts, String reason) {

    ModuleChange {
        parts = List.copyOf(parts);
    }

    /** What was done, by the value that the ledger has. */
    enum Kind {
        ADDED("追加"), REMOVED("削除"), UPDATED("更新"), ROLLED_BACK("前の版に戻す"), REFUSED("拒否");

        final String value;

        Kind(String value) {
            this.value = value;
        }
    }

    /** Where a jar came from, by the value that the ledger has. */
    enum Source {
        CATALOGUE("カタログ"), LOAD("loadフォルダー"), BASE("配布物"), KEPT("控え");

        final String value;

        Source(String value) {
            this.value = value;
        }

        /** Returns the name that REST uses. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A bundle that came along.
     *
     * @param digest the SHA-256 of its jar
     * @param name   its symbolic name
     */
    record Part(String digest, String name) {
    }

    ModuleChange because(String why) {
        return new ModuleChange(kind, module, title, version, before, source, file, digest, base, parts, why);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", kind.value);
        fields.put("module", module);
        fields.put("title", title);
        fields.put("version", version);
        fields.put("before", before);
        fields.put("source", source.value);
        fields.put("file", file);
        fields.put("digest", digest);
        fields.put("base", base);
        fields.put("parts", parts.isEmpty()
                ? null
                : parts.stream().map(part -> part.digest() + " " + part.name()).collect(Collectors.joining("\n")));
        fields.put("reason", reason);
        return fields;
    }

    static ModuleChange of(Fields fields) {
        Kind kind = Stream.of(Kind.values()).filter(each -> each.value.equals(fields.text("kind"))).findFirst()
                .orElseThrow();
        Source source = Stream.of(Source.values()).filter(each -> each.value.equals(fields.text("source")))
                .findFirst().orElseThrow();
        List<Part> parts = fields.has("parts")
                ? fields.text("parts").lines().map(line -> line.split(" ", 2)).map(p -> new Part(p[0], p[1])).toList()
                : List.of();
        return new ModuleChange(kind, fields.text("module"), fields.text("title"), fields.text("version"),
                fields.text("before"), source, fields.text("file"), fields.text("digest"), fields.text("base"), parts,
                fields.text("reason"));
    }
}
