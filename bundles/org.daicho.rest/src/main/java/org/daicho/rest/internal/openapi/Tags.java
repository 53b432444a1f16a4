package org.daicho.rest.internal.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.value.Text;

/**
 * The groups of operations: one for each module, which is a chapter or a part of the system. They are named by the
 * module's id, out of which generators make the names of classes; people read the title beside it.
 */
final class Tags {

    /** The procedure's; a chapter after it is named by its module. */
    private static final int LAST_CHAPTER = 8;

    private final Map<String, Integer> chapters = new LinkedHashMap<>();

    Tags(List<LedgerInfo> ledgers) {
        ledgers.forEach(ledger -> chapters.put(ledger.definition().module(), ledger.definition().chapter()));
    }

    /** Returns the group of what lies below an address such as {@code /api/duties.ics}. */
    static String of(String base) {
        return base.replaceFirst("^/api/", "").replaceFirst("\\..*", "");
    }

    /** Returns the groups that the operations are in. */
    List<Object> used(Map<String, Object> paths) {
        Set<String> used = new TreeSet<>();
        paths.values().forEach(path -> Node.cast(path).values()
                .forEach(operation -> ((List<?>) Node.cast(operation).get("tags"))
                        .forEach(tag -> used.add((String) tag))));
        return used.stream().map(tag -> (Object) Node.of("name", tag, "x-displayName", title(tag), "description",
                title(tag))).toList();
    }

    private Text title(String module) {
        int chapter = chapters.getOrDefault(module, -1);
        if (chapter > LAST_CHAPTER) {
            return Wording.of("chapter.own", chapter, module);
        }
        return chapter >= 0
                ? Wording.of("chapter." + chapter)
                : switch (module) {
                case "access", "log", "duties", "modules", "ledgers", "openapi" -> Wording.of("tag." + module);
                default -> new Text(module, module);
                };
    }
}
