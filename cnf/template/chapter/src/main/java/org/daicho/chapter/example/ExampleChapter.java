package org.daicho.chapter.example;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.Change;
import org.daicho.ledger.spi.DaichoModule;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;
import org.daicho.ledger.spi.Rule;
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
    static final String OPEN = "open";

    /** Chapter 2's; read only, and not there where that chapter is not. */
    private static final String INVENTORY = "assets.inventory";
    private static final String NAME = "name";
    private static final String ACTIVE = "active";

    private final Texts texts = new Texts(ExampleChapter.class, "messages");
    private final Rules rules = new Rules(NOTES, texts);
    private final Dues dues = new Dues(NOTES, "9-2", texts);

    @Override
    public List<String> definitions() {
        return Definitions.of(ExampleChapter.class, NOTES);
    }

    @Override
    public List<Reliance> reliances() {
        return List.of(new Reliance(INVENTORY, Set.of(NAME), Set.of(ACTIVE)));
    }

    @Override
    public List<Rule> rules() {
        return List.of(rules.check("9-1", Rules.CONTENT, this::unknownAsset));
    }

    @Override
    public List<DutySource> duties() {
        return List.of(dues.source(this::followUps));
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

    /** Where chapter 2 keeps the inventory, an asset is one of it; where it does not, that is looked up on paper. */
    private List<Violation> unknownAsset(Change change, LedgerView view) {
        String asset = change.fields().text("asset");
        return asset != null && view.isActive(INVENTORY) && view.find(INVENTORY, NAME, asset, ACTIVE).isEmpty()
                ? List.of(rules.violation("asset", "9-1", "rule.unknown-asset", asset))
                : List.of();
    }

    private Stream<Duty> followUps(LedgerView view) {
        return view.standing(NOTES, OPEN).stream().map(note -> dues.duty(note.id(), note.fields().date("followUpOn"),
                "duty.follow-up", note.fields().text("note")));
    }
}
