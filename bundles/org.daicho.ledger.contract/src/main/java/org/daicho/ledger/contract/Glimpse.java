package org.daicho.ledger.contract;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.view.LedgerView;

/**
 * A module that takes one look through the view that the ledger hands to modules. A test sees that way what a module
 * sees.
 *
 * @param <T> what it brings back
 */
final class Glimpse<T> implements LedgerModule {

    private static final String LEDGER = "glimpse.views";

    private final Function<LedgerView, T> look;
    private final CompletableFuture<T> seen = new CompletableFuture<>();

    Glimpse(Function<LedgerView, T> look) {
        this.look = look;
    }

    /** Returns what was seen; throws what the look threw. */
    T seen() {
        return seen.getNow(null);
    }

    @Override
    public List<String> definitions() {
        return List.of("""
                {"id": "glimpse.views", "module": "glimpse", "chapter": -1, "revision": 1, "period": "open",
                 "title": {"ja": "閲覧", "en": "Views"}, "read": ["manager"],
                 "columns": [], "states": [{"name": "seen", "label": {"ja": "閲覧済み", "en": "Seen"}}],
                 "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "seen"}]}
                """);
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    @Override
    public List<DutySource> duties() {
        return List.of(new DutySource("0-1", LEDGER, (from, to, view) -> {
            try {
                seen.complete(look.apply(view));
            } catch (RuntimeException | Error e) {
                seen.completeExceptionally(e);
            }
            return List.of();
        }));
    }
}
