package org.daicho.ledger.engine.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.engine.keys.KeyFolder;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.ColumnType;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Link;

/**
 * Search terms: HMACs of whole values and of the bigrams of texts, so that the database finds entries without knowing
 * what they say. A text's search key is NFKC, lower case, katakana for hiragana, without white space, and with 髙 and 﨑
 * as 高 and 崎. The procedure writes both 持ち出し and 持出し: a search for the one finds the other too. Safe for use by many
 * threads.
 */
public final class Terms {

    private static final int TERM_BYTES = 16;
    private static final String LONG_FORM = "持チ出";
    private static final String SHORT_FORM = "持出";

    private final KeyFolder keys;

    /** Makes terms under the search key of a folder. */
    public Terms(KeyFolder keys) {
        this.keys = keys;
    }

    /** Returns the terms of an entry. */
    public Set<String> of(Definition definition, Entry entry) {
        return of(definition, entry.fields(), entry.links());
    }

    /** Returns the terms of an entry: of what its columns hold, and of the entries that they refer to. */
    public Set<String> of(Definition definition, Fields fields, Map<String, Link> links) {
        Set<String> terms = new LinkedHashSet<>();
        for (Column column : definition.columns()) {
            Object value = fields.values().get(column.name());
            if (value == null || !column.searchable()) {
                continue;
            }
            String text = value(value);
            terms.add(whole(definition.id(), column.name(), text));
            if (links.containsKey(column.name())) {
                terms.add(whole(definition.id(), column.name(), links.get(column.name()).id()));
            }
            if (value instanceof Map<?, ?> person) {
                text = String.valueOf(person.get("name"));
            }
            if (column.type() == ColumnType.TEXT || column.type() == ColumnType.LONGTEXT
                    || column.type() == ColumnType.PERSON || column.type() == ColumnType.CHOICE) {
                terms.addAll(bigrams(definition.id(), text));
            }
        }
        return terms;
    }

    /** Returns the term of a column's whole value. */
    public String whole(String ledger, String column, String value) {
        return term(ledger + '\0' + column + '\0' + key(value));
    }

    /** Returns the terms of all bigrams of a text; of a single character, that character's. */
    public List<String> bigrams(String ledger, String text) {
        int[] points = key(text).codePoints().toArray();
        Set<String> terms = new LinkedHashSet<>();
        for (int i = 0; i < points.length; i++) {
            // Single characters are terms too, so that a search for one finds something.
            terms.add(term(ledger + '\0' + '\0' + new String(points, i, 1)));
            if (i + 1 < points.length) {
                terms.add(term(ledger + '\0' + '\0' + new String(points, i, 2)));
            }
        }
        return List.copyOf(terms);
    }

    /** Returns the terms that an entry must have for a text to be found in it, in either spelling. */
    public List<String> needed(String ledger, String text) {
        String sought = shortened(key(text));
        Set<String> parts = pairs(sought);
        parts.retainAll(pairs(sought.replace(SHORT_FORM, LONG_FORM)));
        if (parts.isEmpty()) {
            sought.codePoints().mapToObj(Character::toString).forEach(parts::add);
        }
        return parts.stream().limit(8).map(part -> term(ledger + '\0' + '\0' + part)).toList();
    }

    private static Set<String> pairs(String key) {
        int[] points = key.codePoints().toArray();
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs;
    }

    /** Tells whether a text is found in another, whatever the width, the kana and the spelling of 持ち出し. */
    public static boolean isIn(String sought, String text) {
        return key(text).contains(key(sought)) || shortened(key(text)).contains(shortened(key(sought)));
    }

    private static String shortened(String key) {
        return key.replace(LONG_FORM, SHORT_FORM);
    }

    /** Returns a value as text; of a person the id. */
    public static String value(Object value) {
        return value instanceof Map<?, ?> person ? String.valueOf(person.get("id")) : String.valueOf(value);
    }

    /** Returns the search key of a text. */
    public static String key(String text) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().map(Terms::fold)
                .filter(c -> !Character.isWhitespace(c)).forEach(key::appendCodePoint);
        return key.toString();
    }

    private static int fold(int c) {
        if (c >= 'ぁ' && c <= 'ゖ') {
            return c + ('ァ' - 'ぁ');
        }
        return switch (c) {
        case '髙' -> '高';
        case '﨑' -> '崎';
        default -> c;
        };
    }

    private String term(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(keys.hmac(text), TERM_BYTES));
    }
}
