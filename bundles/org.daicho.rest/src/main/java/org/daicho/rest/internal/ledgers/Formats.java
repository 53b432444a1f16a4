package org.daicho.rest.internal.ledgers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.daicho.ledger.system.SheetRenderer;
import org.daicho.rest.internal.problem.Problem;
import org.daicho.rest.internal.problem.ProblemException;
import org.daicho.rest.internal.problem.ProblemType;

/**
 * Chooses the format of a sheet: JSON, or what a renderer that is there just now makes. JAX-RS' own
 * {@code Request.selectVariant} is not used: the runtime's (CXF 3.6) also gives what is refused with {@code q=0}, and
 * fails where the header is no list of types.
 */
final class Formats {

    /** The endings that name a format, whether it can be had now or not. */
    private static final List<String> ENDINGS = List.of("json", "csv", "pdf", "xlsx");

    private static final String JSON = "json";
    private static final String JSON_TYPE = "application/json";

    private final Supplier<List<SheetRenderer>> renderers;

    /**
     * Makes the choice over renderers.
     *
     * @param renderers those that are there, the one to be preferred last
     */
    Formats(Supplier<List<SheetRenderer>> renderers) {
        this.renderers = renderers;
    }

    /**
     * A sheet's address, taken apart.
     *
     * @param period the period
     * @param ending the ending without the dot, or {@code null}
     */
    record Name(String period, String ending) {

        /** Takes an address apart. */
        static Name of(String name) {
            int dot = name.lastIndexOf('.');
            String ending = dot < 0 ? "" : name.substring(dot + 1);
            return ENDINGS.contains(ending) ? new Name(name.substring(0, dot), ending) : new Name(name, null);
        }
    }

    /**
     * Chooses a format.
     *
     * @param ending the ending of the address, which decides; or {@code null}
     * @param accept the {@code Accept} header, or {@code null}
     * @return the renderer, or empty for JSON; refused (406) where none fits
     */
    Optional<SheetRenderer> choose(String ending, String accept) {
        List<SheetRenderer> there = new ArrayList<>(renderers.get());
        if (ending != null) {
            return ending.equals(JSON) ? Optional.empty() : Optional.of(byEnding(there, ending));
        }
        String best = JSON_TYPE;
        List<Range> ranges = Range.parse(accept);
        double quality = Range.quality(ranges, JSON_TYPE);
        SheetRenderer chosen = null;
        for (SheetRenderer renderer : there) {
            double its = Range.quality(ranges, renderer.mediaType());
            if (its > quality || its == quality && chosen != null && renderer.mediaType().equals(best)) {
                chosen = renderer;
                best = renderer.mediaType();
                quality = its;
            }
        }
        if (quality <= 0) {
            throw refusal(there);
        }
        return Optional.ofNullable(chosen);
    }

    private static SheetRenderer byEnding(List<SheetRenderer> there, String ending) {
        return there.stream().filter(renderer -> renderer.extension().equals(ending)).reduce((a, b) -> b)
                .orElseThrow(() -> refusal(there));
    }

    private static ProblemException refusal(List<SheetRenderer> there) {
        List<String> known = new ArrayList<>(List.of(JSON_TYPE));
        there.stream().map(SheetRenderer::mediaType).distinct().sorted().forEach(known::add);
        return new ProblemException(Problem.of(ProblemType.NOT_ACCEPTABLE,
                Problem.text("not-acceptable.sheet", String.join(", ", known))));
    }

    /** A media range of an {@code Accept} header (RFC 9110, 12.5.1). */
    private record Range(String type, double quality) {

        static List<Range> parse(String accept) {
            List<Range> ranges = new ArrayList<>();
            for (String part : accept == null ? new String[0] : accept.split(",")) {
                String[] pieces = part.split(";");
                String type = pieces[0].trim().toLowerCase(Locale.ROOT);
                if (!type.isEmpty()) {
                    ranges.add(new Range(type.equals("*") ? "*/*" : type, weight(pieces)));
                }
            }
            return ranges.isEmpty() ? List.of(new Range("*/*", 1)) : ranges;
        }

        /** The most exact range that fits decides. */
        static double quality(List<Range> ranges, String type) {
            return ranges.stream().filter(range -> range.fits(type))
                    .max(Comparator.comparingInt(Range::exactness).thenComparingDouble(Range::quality))
                    .map(Range::quality).orElse(0.0);
        }

        private boolean fits(String other) {
            return type.equals("*/*") || type.equals(other)
                    || type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1));
        }

        private int exactness() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }

        private static double weight(String[] pieces) {
            for (int i = 1; i < pieces.length; i++) {
                String piece = pieces[i].trim().toLowerCase(Locale.ROOT);
                if (piece.matches("q=[01](\\.[0-9]{0,3})?")) {
                    return Math.min(1, Double.parseDouble(piece.substring(2)));
                }
            }
            return 1;
        }
    }
}
