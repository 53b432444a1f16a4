package org.daicho.rest.internal.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.value.Text;

/**
 * The whole document, OpenAPI 3.1: its schemas are those of the definitions (JSON Schema 2020-12).
 */
final class OpenApiDocument {

    private static final String SHARED = "components.json";

    /** What lies below one ledger is described with the ledger's own types. */
    private static final String ANY_LEDGER = "/api/ledgers/{ledger}/";

    private OpenApiDocument() {
    }

    /**
     * Makes the document.
     *
     * @param version      the version of the system
     * @param ledgers      the ledgers that the reader may know of
     * @param applications what is published
     * @param sheetTypes   the media types of sheets
     * @return the document; its texts become one language when it is written
     */
    static Map<String, Object> of(String version, List<LedgerInfo> ledgers, List<LiveResources.Published> applications,
            List<String> sheetTypes) {
        Tags tags = new Tags(ledgers);
        Map<String, Object> components = new LinkedHashMap<>(Fragment.beside(OpenApiDocument.class, SHARED));
        Map<String, Object> schemas = new TreeMap<>(Node.child(components, "schemas"));
        Map<String, Object> paths = new TreeMap<>();
        for (LiveResources.Published application : applications) {
            ResourcePaths found = new ResourcePaths(application.base(), tags.application(application.base()));
            application.classes().forEach(resource -> found.addTo(paths, schemas, resource));
        }
        paths.keySet().removeIf(path -> path.startsWith(ANY_LEDGER));
        ledgers.forEach(ledger -> new LedgerPaths(ledger, sheetTypes).addTo(paths, schemas));
        tags.put(paths);
        components.put("schemas", schemas);
        components.put("securitySchemes", securitySchemes());
        paths.values().forEach(OpenApiDocument::guardChanges);
        Map<String, Object> document = Node.of("openapi", "3.1.0", "info", info(version),
                "servers", List.of(Node.of("url", "/", "description", Wording.of("server"))),
                "security", security(Node.of("session", List.of())),
                "tags", tags.used(), "paths", paths, "components", components);
        prune(document, components);
        return document;
    }

    private static Map<String, Object> securitySchemes() {
        return Node.of(
                "basic", Node.of("type", "http", "scheme", "basic", "description", Wording.of("basic")),
                "bearer", Node.of("type", "http", "scheme", "bearer", "description", Wording.of("bearer")),
                "session", Node.of("type", "apiKey", "in", "cookie", "name", "daicho-session", "description",
                        Wording.of("session")),
                "csrf", Node.of("type", "apiKey", "in", "header", "name", "Daicho-CSRF", "description",
                        Wording.of("csrf")));
    }

    private static List<Object> security(Map<String, Object> bySession) {
        return List.of(Node.of("basic", List.of()), Node.of("bearer", List.of()), bySession);
    }

    /** A cookie alone does not change anything. */
    private static void guardChanges(Object path) {
        ((Map<?, ?>) path).forEach((method, operation) -> {
            if (!method.equals("get")) {
                Tags.cast(operation).putIfAbsent("security",
                        security(Node.of("session", List.of(), "csrf", List.of())));
            }
        });
    }

    private static Map<String, Object> info(String version) {
        return Node.of("title", Wording.of("title"), "version", version, "description",
                Wording.of("description"), "contact", Node.of("name", Wording.of("contact")),
                "license", Node.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
    }

    /** Leaves out the shared components that nothing refers to. */
    private static void prune(Map<String, Object> document, Map<String, Object> components) {
        Set<String> used = new LinkedHashSet<>();
        collect(document.get("paths"), used);
        List<String> open = new ArrayList<>(used);
        for (int i = 0; i < open.size(); i++) {
            String[] name = open.get(i).split("/");
            Set<String> further = new LinkedHashSet<>();
            collect(Node.child(components, name[0]).get(name[1]), further);
            further.stream().filter(used::add).forEach(open::add);
        }
        components.forEach((kind, members) -> {
            if (!kind.equals("securitySchemes")) {
                ((Map<?, ?>) members).keySet().removeIf(name -> !used.contains(kind + "/" + name));
            }
        });
        components.values().removeIf(members -> ((Map<?, ?>) members).isEmpty());
    }

    private static void collect(Object node, Set<String> used) {
        if (node instanceof Map<?, ?> object) {
            if (object.get("$ref") instanceof String reference) {
                used.add(reference.substring("#/components/".length()));
            }
            object.values().forEach(member -> collect(member, used));
        } else if (node instanceof List<?> list) {
            list.forEach(member -> collect(member, used));
        }
    }

    /** The groups of operations: chapters by their titles, and the parts of the system. */
    private static final class Tags {

        /** The procedure's; a chapter after it is named by its module. */
        private static final int LAST_CHAPTER = 8;

        private final Map<String, Integer> chapters = new LinkedHashMap<>();
        private final Set<Object> used = new LinkedHashSet<>();

        Tags(List<LedgerInfo> ledgers) {
            ledgers.forEach(ledger -> chapters.put(ledger.definition().module(), ledger.definition().chapter()));
        }

        Text application(String base) {
            return of(base.replaceFirst("^/api/", "").replaceFirst("\\..*", ""));
        }

        /** Gives each operation that names a module the module's group. */
        void put(Map<String, Object> paths) {
            for (Object path : paths.values()) {
                for (Object operation : ((Map<?, ?>) path).values()) {
                    Object tag = ((List<?>) ((Map<?, ?>) operation).get("tags")).get(0);
                    Text text = tag instanceof Text given ? given : of((String) tag);
                    Node.merge(cast(operation), Node.of("tags", List.of(text)));
                    used.add(text);
                }
            }
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> cast(Object operation) {
            return (Map<String, Object>) operation;
        }

        private Text of(String module) {
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

        List<Object> used() {
            return used.stream().map(tag -> (Object) Node.of("name", tag)).toList();
        }
    }
}
