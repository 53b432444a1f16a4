package org.daicho.disposal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue's words in definitions and in entries.
 */
public final class DisposalWords {

    private DisposalWords() {
    }

    /**
     * Writes the words into definitions that name them: {@code "@disposal.wiped"} becomes the label of
     * {@link DisposalMethod#WIPED}, {@code "@medium.optical"} that of {@link MediumKind#OPTICAL}.
     *
     * @param definitions JSON documents
     * @return the same with the words
     */
    public static List<String> in(List<String> definitions) {
        return definitions.stream().map(DisposalWords::in).toList();
    }

    private static String in(String definition) {
        String filled = definition;
        for (DisposalMethod method : DisposalMethod.values()) {
            filled = filled.replace("\"@disposal." + method.name().toLowerCase(Locale.ROOT) + "\"",
                    "\"" + method.label() + "\"");
        }
        for (MediumKind kind : MediumKind.values()) {
            filled = filled.replace("\"@medium." + kind.name().toLowerCase(Locale.ROOT) + "\"",
                    "\"" + kind.label() + "\"");
        }
        return filled;
    }

    /**
     * Finds what a method does not do for good (3-4): a category that it does not suit, or a kind of medium that it does
     * not erase.
     *
     * @param category one of the categories of 2-2, in the paper's words, or {@code null}
     * @param method   a column's words for the method, or {@code null}
     * @param kind     a column's words for the kind of medium, or {@code null}
     * @return what it leaves something of, in the paper's words; empty where all is well, or nothing can be told yet
     */
    public static Optional<String> unfit(String category, String method, String kind) {
        DisposalMethod by = DisposalMethod.of(method).orElse(null);
        if (category == null || by == null) {
            return Optional.empty();
        }
        return by.suits(category)
                ? MediumKind.of(kind).filter(k -> !k.isErasedBy(by)).map(MediumKind::label)
                : Optional.of(category);
    }
}
