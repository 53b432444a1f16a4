package org.daicho.chapter.example;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Ledger;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DaichoModule;
import org.daicho.ledger.spi.Definitions;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.value.Violation;
import org.daicho.ledger.view.LedgerView;
import org.osgi.service.component.annotations.Component;

/**
 * Chapter 9: notes that somebody has to follow up.
 */
@Component(service = LedgerModule.class)
@DaichoModule(module = "example", chapter = 9)
public final class ExampleChapter implements LedgerModule {

    static final String NOTES = "example.notes";

    /** Chapter 2's; read only, and not there where that chapter is not. */
    private static final String INVENTORY = "assets.inventory";

    private static final Set<String> CONTENT = Set.of(Ledger.ENTER, Ledger.CORRECT);

    private final Texts texts = new Texts(ExampleChapter.class, "messages");

    @Override
    public List<String> definitions() {
        return List.of(Definitions.of(ExampleChapter.class, NOTES));
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("9-1", NOTES, CONTENT, this::inFuture),
                new Rule("9-1", NOTES, CONTENT, this::unknownAsset));
    }

    @Override
    public List<DutySource> duties() {
        return List.of(new DutySource("9-2", NOTES, this::followUps));
    }

    /** Revision 1 said with yes or no what {@code priority} says now; what was written then is read so. */
    @Override
    public Fields upcast(String ledger, int revision, Fields fields) {
        if (revision > 1 || fields.has("priority")) {
            return fields;
        }
        Map<String, Object> values = new HashMap<>(fields.values());
        values.put("priority", fields.isTrue("urgent") ? "至急" : "通常");
        return new Fields(values);
    }

    /** What was noticed lies behind. */
    private List<Violation> inFuture(Change change, LedgerView view) {
        LocalDate noticed = change.fields().date("noticedOn");
        return noticed != null && noticed.isAfter(change.today())
                ? List.of(new Violation("noticedOn", "9-1", texts.text("rule.future")))
                : List.of();
    }

    /** Where chapter 2 keeps the inventory, an asset is one of it; where it does not, that is looked up on paper. */
    private List<Violation> unknownAsset(Change change, LedgerView view) {
        String asset = change.fields().text("asset");
        return asset != null && view.isActive(INVENTORY)
                && view.find(INVENTORY, "name", asset).stream().noneMatch(ExampleChapter::isKept)
                        ? List.of(new Violation("asset", "9-1", texts.text("rule.unknown-asset", asset)))
                        : List.of();
    }

    private static boolean isKept(Entry asset) {
        return asset.state().equals("active") && asset.erased() == null;
    }

    private List<Duty> followUps(LocalDate from, LocalDate to, LedgerView view) {
        return view.all(NOTES).stream().filter(note -> note.state().equals("open") && note.erased() == null)
                .map(note -> new Duty(note.id(), NOTES, "9-2",
                        texts.text("duty.follow-up", note.fields().text("note")), note.fields().date("followUpOn"),
                        null))
                .filter(duty -> !duty.due().isBefore(from) && !duty.due().isAfter(to)).toList();
    }
}
