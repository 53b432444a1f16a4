package org.daicho.chapter.mynumber.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the law fixes, as dated data: the tasks that may use My Numbers (2-1(2)), the payments for which one is needed
 * (8-2(2)), to whom documents are filed (8-2(6)③) and the documents of the identity check (8-2(9)). Comes from
 * {@link LawFiles}; a choice whose law ends stays a choice of old entries and gets a last day. Immutable.
 *
 * @param tasks      the tasks
 * @param payments   the kinds of payment
 * @param addressees to whom documents are filed
 * @param number     the documents that show the number
 * @param identity   the documents that show the identity
 * @param authority  the documents that show an agent's authority
 */
public record LawData(List<Task> tasks, List<Payment> payments, List<Addressee> addressees, List<Document> number,
        List<Document> identity, List<Document> authority) {

    /**
     * A task that may use My Numbers, under each of its names.
     *
     * @param names     what the procedure calls it
     * @param keepYears how many years after the fiscal year its documents are kept, where no day is stated
     */
    public record Task(List<String> names, int keepYears, Span span) {
    }

    /**
     * A kind of payment.
     *
     * @param over the number is needed where a year's payments exceed this, in yen
     */
    public record Payment(String name, long over, Span span) {
    }

    /** To whom documents are filed. */
    public record Addressee(Pattern pattern, Span span) {
    }

    /**
     * A document that is shown.
     *
     * @param documents how many of its sort are needed
     * @param months    within how many months it has to have been issued, or {@code null}
     */
    public record Document(String name, int documents, Integer months, Span span) {
    }

    /** From a day to a day, both included; without an end where that is {@code null}. */
    public record Span(LocalDate from, LocalDate to) {

        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && !Days.isAfter(day, to);
        }
    }

    /**
     * Reads what files say.
     *
     * @throws IllegalArgumentException where one lacks something
     * @throws java.time.DateTimeException where a day is none
     */
    static LawData of(JsonNode tasks, JsonNode identity) {
        return new LawData(
                list(tasks, "tasks").map(
                        t -> new Task(texts(required(t, "names")), number(required(t, "keepYears")), span(t))).toList(),
                list(tasks, "payments").map(
                        p -> new Payment(required(p, "name").asText(), number(required(p, "over")), span(p))).toList(),
                list(tasks, "addressees").map(
                        a -> new Addressee(Pattern.compile(required(a, "pattern").asText()), span(a))).toList(),
                documents(identity, "number"), documents(identity, "identity"), documents(identity, "authority"));
    }

    static JsonNode required(JsonNode json, String member) {
        if (!json.hasNonNull(member)) {
            throw new IllegalArgumentException("member '" + member + "' is missing");
        }
        return json.get(member);
    }

    private static int number(JsonNode number) {
        if (!number.isInt() || number.asInt() < 0) {
            throw new IllegalArgumentException("'" + number + "' is no number");
        }
        return number.asInt();
    }

    private static List<Document> documents(JsonNode file, String member) {
        return list(file, member).map(d -> new Document(required(d, "name").asText(),
                d.path("documents").asInt(1), d.has("months") ? number(d.get("months")) : null, span(d))).toList();
    }

    private static Span span(JsonNode item) {
        return new Span(LocalDate.parse(required(item, "from").asText()),
                item.has("to") ? LocalDate.parse(item.get("to").asText()) : null);
    }

    private static Stream<JsonNode> list(JsonNode file, String member) {
        List<JsonNode> items = new ArrayList<>();
        required(file, member).forEach(items::add);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("'" + member + "' is empty");
        }
        return items.stream();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.asText()));
        return List.copyOf(texts);
    }

    public Optional<Task> task(String name) {
        return name == null
                ? Optional.empty()
                : tasks.stream().filter(t -> t.names().contains(name)).findFirst();
    }

    public Optional<Payment> payment(String name) {
        return payments.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public static Optional<Document> document(List<Document> table, String name) {
        return table.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** Tells whether the law has documents of the tasks filed with someone of that name. */
    public boolean isAddressee(String name, LocalDate day) {
        return addressees.stream()
                .anyMatch(a -> a.span().covers(day) && a.pattern().matcher(name.strip()).matches());
    }

    /**
     * Returns the choices of columns whose values a definition leaves to the law, such as {@code "@tasks"}.
     *
     * @param values what the definition has in place of its values
     * @return the names from the files, or {@code null} for what is no such place
     */
    List<String> choices(String values) {
        return switch (values) {
        case "@tasks" -> tasks.stream().flatMap(t -> t.names().stream()).toList();
        case "@payments" -> payments.stream().map(Payment::name).toList();
        case "@number" -> number.stream().map(Document::name).toList();
        case "@identity" -> identity.stream().map(Document::name).toList();
        case "@authority" -> authority.stream().map(Document::name).toList();
        default -> null;
        };
    }
}
