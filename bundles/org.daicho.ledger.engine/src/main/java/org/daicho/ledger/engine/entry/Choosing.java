package org.daicho.ledger.engine.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.read.LedgerViews;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.right.Rights;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.form.Column;
import org.daicho.ledger.value.Choice;
import org.daicho.ledger.value.Entry;

/**
 * Tells what the columns that refer to another ledger may be filled with. Safe for use by many threads.
 */
public final class Choosing {

    private static final int MOST = 100;

    private final Rights rights;
    private final LedgerViews views;

    /** Offers what {@code rights} allow. */
    public Choosing(Rights rights, LedgerViews views) {
        this.rights = rights;
        this.views = views;
    }

    /**
     * What is offered.
     *
     * @param permissions what the caller may do in the ledger whose entries are offered
     * @param entries     the entries
     * @param choices     what is told of them, in the same order
     */
    record Offered(Permissions permissions, List<Entry> entries, List<Choice> choices) {
    }

    /**
     * Finds what a column may be filled with, by what it is called.
     *
     * @param permissions what the caller may do in the column's ledger
     * @param name        the column
     * @param sought      a part of what tells an entry from others, or {@code null} for all
     * @return at most a hundred; empty where the ledger that is meant never was there
     */
    Optional<Offered> offered(Permissions permissions, String name, String sought) {
        Column column = permissions.definition().column(name).filter(c -> !c.secret() && c.refersTo() != null)
                .orElseThrow(() -> Messages.refusal(Kind.NOT_FOUND, "choices.unknown", name));
        permissions.requireUnlocked();
        if (permissions.definition().actions().stream()
                .noneMatch(action -> action.intake(column).isWritten() && permissions.isConcerned(action.name()))) {
            throw Messages.refusal(Kind.FORBIDDEN, "forbidden.read");
        }
        Linking linking = new Linking(views.view(), definition -> rights.of(permissions.caller(), definition));
        return linking.offer(column.refersTo()).map(offer -> {
            List<Named> found = offer.all().stream().map(entry -> new Named(entry, offer.choice(entry)))
                    .filter(named -> sought == null || named.has(sought))
                    .sorted(Comparator.comparing(named -> Terms.key(named.choice().label()))).limit(MOST).toList();
            return new Offered(offer.permissions(), found.stream().map(Named::entry).toList(),
                    found.stream().map(Named::choice).toList());
        });
    }

    private record Named(Entry entry, Choice choice) {

        boolean has(String sought) {
            return Stream.concat(Stream.of(choice.label()),
                    Stream.ofNullable(choice.detail()).flatMap(detail -> Stream.of(detail.ja(), detail.en())))
                    .anyMatch(words -> Terms.isIn(sought, words));
        }
    }
}
