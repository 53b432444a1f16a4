package org.daicho.ledger.engine.entry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.daicho.ledger.engine.definition.References;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Reference;
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.view.LedgerView;

/**
 * Finds the entry that somebody means by an id, or by a name or number as it is printed. What nobody knows, or the caller
 * may not choose, stays a text: the rules of its ledger say whether that is enough. For one call.
 */
final class Linking implements References {

    /** What an id looks like: 16 bytes in base64url. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int MOST_CHOICES = 20;

    private final LedgerView view;
    private final Function<Definition, Permissions> rights;

    /**
     * Finds entries for a caller.
     *
     * @param view   what the ledgers hold
     * @param rights what the caller may do in them
     */
    Linking(LedgerView view, Function<Definition, Permissions> rights) {
        this.view = view;
        this.rights = rights;
    }

    /** Returns what a column offers; empty where its ledger never was there. */
    Optional<Offer> offer(Reference reference) {
        return view.definition(reference.ledger()).map(target -> new Offer(reference, rights.apply(target), view));
    }

    @Override
    public Found find(Column column, Object value) {
        return offer(column.refersTo()).map(offer -> find(offer, value)).orElseGet(() -> NONE.find(column, value));
    }

    private static Found find(Offer offer, Object value) {
        String text = Terms.value(value);
        Optional<Entry> meant = ID.matcher(text).matches() ? offer.withId(text) : Optional.empty();
        List<Entry> named = meant.map(List::of).orElseGet(() -> offer.named(text));
        if (named.size() > 1) {
            return new Found(null, value, named.stream().limit(MOST_CHOICES).map(offer::choice).toList());
        }
        return named.stream().findFirst()
                .map(entry -> new Found(Offer.link(entry), printed(offer, entry, value), List.<Choice>of()))
                .orElseGet(() -> new Found(null, value, List.of()));
    }

    /** A name stays as it was written; an id or another number becomes the name, as paper has it. */
    private static Object printed(Offer offer, Entry entry, Object value) {
        return offer.printed(entry).filter(name -> name.getClass() == value.getClass()
                && !Terms.key(Terms.value(name)).equals(Terms.key(Terms.value(value)))).orElse(value);
    }
}
