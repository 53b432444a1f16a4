package org.daicho.rest.internal.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.daicho.ledger.LedgerInfo;
import org.daicho.ledger.value.Role;

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
     * @param reader       the roles of who reads it, today
     * @param ledgers      the ledgers that the reader may know of
     * @param applications what is published
     * @param sheetTypes   the media types of sheets
     * @return the document; its texts become one language when it is written
     */
    static Map<String, Object> of(String version, Set<Role> reader, List<LedgerInfo> ledgers,
            List<LiveResources.Published> applications, List<String> sheetTypes) {
        Map<String, Object> components = new LinkedHashMap<>(Fragment.beside(OpenApiDocument.class, SHARED));
        Map<String, Object> schemas = new TreeMap<>(Node.child(components, "schemas"));
        Map<String, Object> paths = new TreeMap<>();
        for (LiveResources.Published application : applications) {
            ResourcePaths found = new ResourcePaths(application.base(), Tags.of(application.base()), reader);
            application.classes().forEach(resource -> found.addTo(paths, schemas, resource));
        }
        paths.keySet().removeIf(path -> path.startsWith(ANY_LEDGER));
        ledgers.forEach(ledger -> new LedgerPaths(ledger, sheetTypes, paths).add(schemas));
        components.put("schemas", schemas);
        components.put("securitySchemes", securitySchemes());
        paths.values().forEach(OpenApiDocument::guardChanges);
        Choices.name(List.of(paths, components));
        Map<String, Object> document = Node.of("openapi", "3.1.0", "info", info(version),
                "servers", List.of(Node.of("url", "/", "description", Wording.of("server"))),
                "security", security(Node.of("session", List.of())),
                "tags", new Tags(ledgers).used(paths), "paths", paths, "components", components);
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
                Node.cast(operation).putIfAbsent("security",
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
}
