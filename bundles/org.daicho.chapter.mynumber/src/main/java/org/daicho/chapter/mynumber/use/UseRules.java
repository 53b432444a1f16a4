package org.daicho.chapter.mynumber.use;

import java.time.OffsetDateTime;
import java.util.List;

import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Texts;

/**
 * What a row of 様式9 must fulfil: a handler used what stands open in 様式8 (8-2(5)①, 8-2(5)④).
 */
public final class UseRules {

    private final DeedRules deeds;

    public UseRules(Texts texts) {
        deeds = new DeedRules(new Rules(Uses.LEDGER, texts), Uses.USED_AT, Uses.USED_BY, "8-2(5)①");
    }

    public List<Rule> rules() {
        return deeds.rules();
    }

    public static OffsetDateTime at(Fields use) {
        return use.dateTime(Uses.USED_AT);
    }
}
