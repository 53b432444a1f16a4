package org.daicho.chapter.council.board;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The clauses of the modules that are there: each bundle carries its own at {@code clauses/<module>.json}. The modules
 * themselves are never called. Safe for use by many threads.
 */
@Component(service = ClauseBooks.class)
public final class ClauseBooks {

    private static final Logger LOG = LoggerFactory.getLogger(ClauseBooks.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Book> books = new ConcurrentSkipListMap<>();

    private record Book(List<Clause> clauses, List<Correction> corrections) {
    }

    /** Opens the book of a module that comes. */
    @Reference(service = LedgerModule.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void addModule(ServiceReference<LedgerModule> module) {
        Bundle bundle = module.getBundle();
        if (module.getProperty("daicho.module") instanceof String id && bundle != null) {
            URL book = bundle.getEntry("clauses/" + id + ".json");
            if (book != null) {
                add(id, book);
            }
        }
    }

    /** Closes the book of a module that goes. */
    void removeModule(ServiceReference<LedgerModule> module) {
        if (module.getProperty("daicho.module") instanceof String id) {
            books.remove(id);
        }
    }

    /** A book that can't be read leaves its clauses without wording; the module serves all the same. */
    void add(String module, URL address) {
        try (InputStream in = address.openStream()) {
            JsonNode book = JSON.readTree(in);
            books.put(module, new Book(clauses(module, book), corrections(book)));
        } catch (IOException e) {
            LOG.error("The clauses of {} can't be read.", module, e);
        }
    }

    private static List<Clause> clauses(String module, JsonNode book) {
        List<Clause> clauses = new ArrayList<>();
        book.path("clauses").forEach(c -> clauses.add(new Clause(c.path("id").asText(), module,
                c.path("heading").asText(), c.path("text").asText(), c.path("scan").textValue(),
                new Text(c.path("system").path("ja").asText(), c.path("system").path("en").asText()))));
        return clauses;
    }

    private static List<Correction> corrections(JsonNode book) {
        List<Correction> found = new ArrayList<>();
        book.path("clauses").forEach(
                c -> c.path("mended").forEach(m -> found.add(correction(c.path("id").asText(), m))));
        book.path("corrections").forEach(c -> found.add(correction(c.path("where").asText(), c)));
        return found;
    }

    private static Correction correction(String where, JsonNode json) {
        return new Correction(where, json.path("scan").asText(), json.path("use").asText(), json.path("kind").asText());
    }

    /** Returns the correction list of the books that are open, first those of the clauses in their order, each once. */
    List<Correction> corrections() {
        List<String> order = List.copyOf(Procedure.modulesByClause().keySet());
        Comparator<Correction> byClause = Comparator.comparingInt(c -> order.stream()
                .filter(id -> id.startsWith(c.where())).findFirst().map(order::indexOf).orElse(order.size()));
        return books.values().stream().flatMap(book -> book.corrections().stream()).distinct()
                .sorted(byClause.thenComparing(Correction::where)).toList();
    }

    /** Returns all clauses of the books that are open, by module, each book in its order. */
    List<Clause> clauses() {
        return books.values().stream().flatMap(book -> book.clauses().stream()).toList();
    }

    /** Returns the modules that carry clauses now. */
    List<String> modules() {
        return List.copyOf(books.keySet());
    }

    /**
     * Finds a clause in the books that are open.
     *
     * @param id the clause's number
     * @return each book's, by module
     */
    List<Clause> find(String id) {
        return clauses().stream().filter(c -> c.id().equals(id)).toList();
    }
}
