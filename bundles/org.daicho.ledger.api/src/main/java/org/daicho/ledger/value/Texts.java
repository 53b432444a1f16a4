package org.daicho.ledger.value;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A module's messages: a Japanese resource bundle and, beside it, the English one ({@code messages.properties} and
 * {@code messages_en.properties}, UTF-8), each message a {@link MessageFormat} pattern. Immutable.
 */
public final class Texts {

    private final ResourceBundle ja;
    private final ResourceBundle en;

    /**
     * Opens the messages that lie beside a class.
     *
     * @param owner a class of the module
     * @param name  the bundle's name, such as {@code messages}
     */
    public Texts(Class<?> owner, String name) {
        String base = owner.getPackageName() + "." + name;
        ResourceBundle.Control root = ResourceBundle.Control.getNoFallbackControl(
                ResourceBundle.Control.FORMAT_PROPERTIES);
        ja = ResourceBundle.getBundle(base, Locale.ROOT, owner.getClassLoader(), root);
        en = ResourceBundle.getBundle(base, Locale.ENGLISH, owner.getClassLoader(), root);
    }

    /**
     * Returns a message in both languages.
     *
     * @param key  the message's key, which both bundles have
     * @param args what goes into the pattern; of a {@link Text} what it says in the message's language
     * @return the message
     */
    public Text text(String key, Object... args) {
        return new Text(format(ja, key, Text::ja, args), format(en, key, Text::en, args));
    }

    /** Lists texts in one, as either language separates them. */
    public static Text list(List<Text> parts) {
        return new Text(parts.stream().map(Text::ja).collect(Collectors.joining("、")),
                parts.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    private static String format(ResourceBundle bundle, String key, Function<Text, String> language, Object... args) {
        Object[] told = Stream.of(args).map(arg -> arg instanceof Text text ? language.apply(text) : arg).toArray();
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(told);
    }
}
