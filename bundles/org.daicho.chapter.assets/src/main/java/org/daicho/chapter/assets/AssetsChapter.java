package org.daicho.chapter.assets;

import java.util.List;
import java.util.stream.Stream;

import org.daicho.disposal.DisposalWords;
import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.spi.DaichoModule;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Reliance;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;
import org.daicho.ledger.view.OpenItem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Chapter 2: the register of information assets (様式1).
 * <p>
 * Who may do what stands in the definition. It lets the manager and the deputy enter too, where the table of roles names
 * the staff only: 2-3(2) has the manager add and delete.
 */
@Component(name = AssetsChapter.PID, service = LedgerModule.class)
@DaichoModule(module = "assets", chapter = 2, forms = 1)
@Designate(ocd = AssetsChapter.Config.class)
public final class AssetsChapter implements LedgerModule {

    /** The PID of the configuration. */
    static final String PID = "org.daicho.chapter.assets";

    private final Texts texts = new Texts(AssetsChapter.class, "messages");
    private final int inspectionMonths;

    /** What a council configures. */
    @ObjectClassDefinition(name = "情報資産目録 / Information asset inventory")
    @interface Config {

        /** How many months may pass between two inspections (2-3(2)); the procedure says 随時, no number. */
        @AttributeDefinition(name = "点検の間隔（月） / Months between inspections", min = "1")
        int inspectionMonths() default 6;
    }

    /**
     * Makes the chapter.
     *
     * @param config the council's choices
     */
    @Activate
    public AssetsChapter(Config config) {
        this(config.inspectionMonths());
    }

    /**
     * Makes the chapter.
     *
     * @param inspectionMonths the months between two inspections; less than 1 counts as 1
     */
    AssetsChapter(int inspectionMonths) {
        this.inspectionMonths = Math.max(1, inspectionMonths);
    }

    @Override
    public List<String> definitions() {
        return DisposalWords.in(Definitions.of(AssetsChapter.class, Inventory.LEDGER));
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(new AssetRules(texts).rules(), new SoftwareApproval(texts).rules(),
                new RemovalRules(texts).rules()).flatMap(List::stream).toList();
    }

    @Override
    public List<DutySource> duties() {
        return Stream.of(new AssetGaps(texts).sources(), new SoftwareApproval(texts).sources(),
                new RemovalGaps(texts).sources(),
                List.of(new Inspection(texts, inspectionMonths).source())).flatMap(List::stream).toList();
    }

    @Override
    public List<Reliance> reliances() {
        return Reliances.ALL;
    }

    @Override
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        return view.find(Inventory.LEDGER, Inventory.IN_USE_BY, leaving.id(), Inventory.ACTIVE).stream()
                .map(e -> new OpenItem(Inventory.LEDGER, e.id(),
                        texts.text("open.inUse", e.fields().text(Inventory.NAME), AssetGaps.number(e))))
                .toList();
    }
}
