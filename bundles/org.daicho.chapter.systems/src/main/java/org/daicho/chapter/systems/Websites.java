package org.daicho.chapter.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.daicho.ledger.rules.Days;
import org.daicho.ledger.rules.Dues;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;
import org.daicho.ledger.view.LedgerView;

/**
 * The pages on which people enter personal information, and whether their traffic is encrypted (4-4). A page that is
 * not is written down as it is, and stays due until it is mended.
 */
final class Websites {

    static final String LEDGER = "systems.websites";
    static final String ACTIVE = "active";
    static final String CHECK = "check";

    static final String NAME = "name";
    static final String URL = "url";
    static final String COLLECTS = "collectsPersonalInformation";
    static final String ENCRYPTED = "encrypted";
    static final String EXPIRES_ON = "certificateExpiresOn";
    static final String CHECKED_ON = "checkedOn";

    private static final String CLAUSE = "4-4";
    private static final Set<String> CHECKING = Set.of(CHECK);
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#]+\\S*", Pattern.CASE_INSENSITIVE);

    private final Rules rules;
    private final Dues dues;
    private final int months;

    /**
     * Makes the register.
     *
     * @param months the months between two checks of a page
     */
    Websites(Texts texts, int months) {
        rules = new Rules(LEDGER, texts);
        dues = new Dues(LEDGER, CLAUSE, texts);
        this.months = months;
    }

    List<Rule> rules() {
        return List.of(
                rules.content(CLAUSE, URL, "site.url", (change, view) -> change.fields().has(URL)
                        && !ADDRESS.matcher(change.fields().text(URL)).matches()),
                rules.rule(CLAUSE, CHECKING, ENCRYPTED, "site.plain",
                        (change, view) -> change.fields().isTrue(ENCRYPTED) && isPlain(change.fields())),
                rules.rule(CLAUSE, CHECKING, EXPIRES_ON, "site.expired",
                        (change, view) -> change.fields().isTrue(ENCRYPTED) && Days.isAfter(
                                change.fields().date(CHECKED_ON), change.fields().date(EXPIRES_ON))));
    }

    List<DutySource> sources() {
        return List.of(dues.source(this::checks), dues.source(this::unencrypted), dues.source(this::expiries));
    }

    private static boolean isPlain(Fields site) {
        return site.has(URL) && site.text(URL).toLowerCase(Locale.ROOT).startsWith("http://");
    }

    private Stream<Duty> checks(LedgerView view) {
        return collecting(view).map(e -> {
            LocalDate last = e.fields().date(CHECKED_ON);
            return last == null
                    ? dues.duty("unchecked:" + e.id(), e.day(), "duty.site.first", name(e))
                    : dues.duty("check:" + e.id() + ":" + last, last.plusMonths(months), "duty.site", name(e),
                            last.toString());
        });
    }

    private Stream<Duty> unencrypted(LedgerView view) {
        return collecting(view).filter(e -> e.fields().isFalse(ENCRYPTED) || isPlain(e.fields()))
                .map(e -> dues.duty("plain:" + e.id(), e.day(), "gap.site", name(e)));
    }

    private Stream<Duty> expiries(LedgerView view) {
        return collecting(view).filter(e -> e.fields().has(EXPIRES_ON))
                .map(e -> dues.duty("certificate:" + e.id() + ":" + e.fields().text(EXPIRES_ON),
                        e.fields().date(EXPIRES_ON), "duty.certificate", name(e), e.fields().text(EXPIRES_ON)));
    }

    /** Only pages with personal information are asked about. */
    private static Stream<Entry> collecting(LedgerView view) {
        return view.standing(LEDGER, ACTIVE).stream().filter(e -> e.fields().isTrue(COLLECTS));
    }

    private static String name(Entry site) {
        return site.fields().text(NAME);
    }
}
