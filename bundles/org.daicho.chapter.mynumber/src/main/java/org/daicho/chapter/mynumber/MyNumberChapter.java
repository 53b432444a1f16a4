package org.daicho.chapter.mynumber;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.chapter.mynumber.check.Corrections;
import org.daicho.chapter.mynumber.check.CrossCheck;
import org.daicho.chapter.mynumber.check.HandlerDuties;
import org.daicho.chapter.mynumber.check.SecondPerson;
import org.daicho.chapter.mynumber.check.TaskRules;
import org.daicho.chapter.mynumber.check.TerminalChecks;
import org.daicho.chapter.mynumber.check.ViewCheck;
import org.daicho.chapter.mynumber.copy.Copies;
import org.daicho.chapter.mynumber.copy.CopyRules;
import org.daicho.chapter.mynumber.copy.TransportRules;
import org.daicho.chapter.mynumber.ending.DisposalRules;
import org.daicho.chapter.mynumber.ending.Files;
import org.daicho.chapter.mynumber.ending.ProvisionRules;
import org.daicho.chapter.mynumber.handler.HandlerRules;
import org.daicho.chapter.mynumber.handler.Handlers;
import org.daicho.chapter.mynumber.law.LawData;
import org.daicho.chapter.mynumber.law.LawFiles;
import org.daicho.chapter.mynumber.neighbour.Reliances;
import org.daicho.chapter.mynumber.place.Zones;
import org.daicho.chapter.mynumber.receipt.Access;
import org.daicho.chapter.mynumber.receipt.Acquisition;
import org.daicho.chapter.mynumber.receipt.IdentityRules;
import org.daicho.chapter.mynumber.receipt.Notices;
import org.daicho.chapter.mynumber.receipt.ReceiptDuties;
import org.daicho.chapter.mynumber.receipt.ReceiptRules;
import org.daicho.chapter.mynumber.receipt.Receipts;
import org.daicho.chapter.mynumber.receipt.RequestDuties;
import org.daicho.chapter.mynumber.receipt.StorageGaps;
import org.daicho.chapter.mynumber.receipt.StorageRules;
import org.daicho.chapter.mynumber.request.RequestRules;
import org.daicho.chapter.mynumber.request.Requests;
import org.daicho.chapter.mynumber.use.UseRules;
import org.daicho.chapter.mynumber.use.Uses;
import org.daicho.disposal.DisposalWords;
import org.daicho.ledger.rules.Definitions;
import org.daicho.ledger.rules.Dues;
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
 * Chapter 8: who handles My Number information (様式7), its receipts (様式8), uses (様式9), copies and transport (様式10),
 * and what these rest on. My Numbers themselves are never stored.
 * <p>
 * Who may do what stands in the definitions; what the law fixes stands in files ({@link LawFiles}). The register of
 * members, places and cabinets, 様式4, the erasure software of chapter 3 and the reports of chapter 6 are met through the
 * ledger's view only; where one is absent, the gaps say so.
 */
@Component(name = MyNumberChapter.PID, service = LedgerModule.class)
@DaichoModule(module = "mynumber", chapter = 8, forms = {7, 8, 9, 10})
@Designate(ocd = MyNumberChapter.Config.class)
public final class MyNumberChapter implements LedgerModule {

    /** The PID of the configuration. */
    static final String PID = "org.daicho.chapter.mynumber";

    private static final List<String> LEDGERS = List.of(Handlers.LEDGER, Receipts.LEDGER, Uses.LEDGER, Copies.LEDGER,
            Zones.LEDGER, Files.LEDGER, Access.LEDGER, Requests.LEDGER, Notices.LEDGER, TerminalChecks.LEDGER);

    private final Texts texts = new Texts(MyNumberChapter.class, "messages");
    private final LawFiles files;
    private final Choices choices;
    private final LawData law;
    private final Acquisition acquisition;

    /** What a council configures. */
    @ObjectClassDefinition(name = "特定個人情報 / My Numbers")
    @interface Config {

        /** A folder with a council's own tasks.json or identity.json, in place of the bundle's; empty for none (2-1(2)). */
        @AttributeDefinition(name = "法令データのフォルダー / Folder of what the law fixes")
        String lawFolder() default "";

        /** Whether only who was at a training is designated as a handler (7-1(3)②). */
        @AttributeDefinition(name = "研修を受けた人だけを事務取扱担当者に指定 / Designate trained handlers only")
        boolean trainedHandlers() default false;

        /** After how many months the screen lock of a terminal is looked at again (8-2(13)②). */
        @AttributeDefinition(name = "入力端末の点検の間隔（月） / Months between looks at a terminal", min = "1")
        int terminalCheckMonths() default 12;
    }

    /**
     * The council's choices but for the law's data.
     *
     * @param trained whether only who was at a training is designated
     * @param months  the months between two looks at a terminal
     */
    record Choices(boolean trained, int months) {
    }

    /**
     * Makes the chapter.
     *
     * @param config the council's choices
     */
    @Activate
    public MyNumberChapter(Config config) {
        this(LawFiles.open(config.lawFolder().isBlank() ? null : Path.of(config.lawFolder())),
                new Choices(config.trainedHandlers(), config.terminalCheckMonths()));
    }

    MyNumberChapter(LawFiles files, Choices choices) {
        this.files = files;
        this.choices = choices;
        law = files.data();
        acquisition = new Acquisition(law);
    }

    @Override
    public List<String> definitions() {
        return files.fill(DisposalWords.in(Definitions.of(MyNumberChapter.class, LEDGERS)));
    }

    @Override
    public List<Reliance> reliances() {
        return Reliances.ALL;
    }

    @Override
    public List<Rule> rules() {
        return Stream.of(new HandlerRules(texts, choices.trained()).rules(), new TaskRules(texts, law).rules(),
                new ReceiptRules(texts, acquisition).rules(), new IdentityRules(texts, law).rules(),
                new StorageRules(texts).rules(), new UseRules(texts).rules(), new CopyRules(texts).rules(),
                new TransportRules(texts, law).rules(), new ProvisionRules(texts, law).rules(),
                new DisposalRules(texts).rules(), new SecondPerson(texts).rules(), new Zones(texts).rules(),
                new Access(texts).rules(), new RequestRules(texts, law).rules()).flatMap(List::stream).toList();
    }

    @Override
    public List<DutySource> duties() {
        return Stream.of(new HandlerDuties(texts).sources(),
                new ReceiptDuties(texts, law, acquisition).sources(), new StorageGaps(texts).sources(),
                new CrossCheck(texts).sources(), new ViewCheck(texts).sources(),
                new Corrections(texts).sources(),
                new RequestDuties(texts, law).sources(),
                new TerminalChecks(texts, choices.months()).sources(),
                List.of(files.source(new Dues(Receipts.LEDGER, "2-1(2)", texts)))).flatMap(List::stream).toList();
    }

    @Override
    public List<OpenItem> openItems(Person leaving, LedgerView view) {
        return new HandlerDuties(texts).openItems(leaving, view);
    }
}
