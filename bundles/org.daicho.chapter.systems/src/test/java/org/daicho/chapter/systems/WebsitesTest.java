package org.daicho.chapter.systems;

import static org.daicho.chapter.systems.Systems.broken;
import static org.daicho.chapter.systems.Systems.due;
import static org.daicho.chapter.systems.Systems.site;
import static org.daicho.chapter.systems.Systems.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebsitesTest extends LedgerOfSystems {

    private static final String HTTPS = "https://example.jp/koza";
    private static final Map<String, Object> WELL = new HashMap<>(Map.of("encrypted", true, "certificateExpiresOn",
            "2027-01-15"));

    @ParameterizedTest(name = "4-4 {0} is no address of a page")
    @ValueSource(strings = {"example.jp/koza", "ftp://example.jp/", "https://", "https:///koza", "講座の申込みページ"})
    void addressIsOne(String url) {
        assertEquals(Set.of("4-4 url"), broken(ledger, () -> enter(site(url))));
    }

    @Test
    @DisplayName("4-4 A form with personal information is checked at once and each year; its certificate expires")
    void checksAreDue() {
        Entry form = enter(site(HTTPS));
        assertEquals(List.of("4-4 2026-11-23"), due(ledger, Websites.LEDGER, "unchecked"));
        checked(form, WELL);
        assertEquals(List.of(), due(ledger, Websites.LEDGER, "unchecked"));
        assertEquals(List.of("4-4 2027-11-23"), due(ledger, Websites.LEDGER, "check"));
        assertEquals(List.of("4-4 2027-01-15"), due(ledger, Websites.LEDGER, "certificate"));
        assertEquals(List.of(), due(ledger, Websites.LEDGER, "plain"));
    }

    @Test
    @DisplayName("4-4 What is not encrypted is taken as it is and shown until it is mended or closed")
    void unencryptedIsShown() {
        Entry plain = enter(site("http://example.jp/koza"));
        assertEquals(List.of("4-4 2026-11-23"), due(ledger, Websites.LEDGER, "plain"));
        ledger.act(Role.STAFF, plain, "close", Map.of());
        assertEquals(List.of(), due(ledger, Websites.LEDGER, "plain"));
        Entry broken = enter(site(HTTPS));
        checked(broken, Map.of("encrypted", false));
        assertEquals(List.of("4-4 2026-11-23"), due(ledger, Websites.LEDGER, "plain"));
        checked(broken, WELL);
        assertEquals(List.of(), due(ledger, Websites.LEDGER, "plain"));
    }

    @Test
    @DisplayName("4-4 An http page is not encrypted, and an encrypted one has a certificate that is valid")
    void checkIsSound() {
        Entry plain = enter(site("HTTP://example.jp/koza"));
        assertEquals(Set.of("4-4 encrypted"), broken(ledger, () -> checked(plain, WELL)));
        Entry form = enter(site(HTTPS));
        assertEquals(Set.of("4-4 certificateExpiresOn"),
                broken(ledger, () -> checked(form, Map.of("encrypted", true))));
        assertEquals(Set.of("4-4 certificateExpiresOn"),
                broken(ledger, () -> checked(form, with(WELL, "certificateExpiresOn", "2026-11-22"))));
        assertEquals(Set.of("4-4 checkedOn"),
                broken(ledger, () -> checked(form, with(WELL, "checkedOn", "2026-11-24"))));
        checked(form, with(WELL, "certificateExpiresOn", "2026-11-23"));
    }

    @Test
    @DisplayName("4-4 A page without personal information asks for nothing")
    void otherPages() {
        enter(with(site("http://example.jp/news"), "collectsPersonalInformation", false));
        assertEquals(List.of(), ledger.dutiesOf("systems"));
    }

    private Entry enter(Map<String, Object> fields) {
        return ledger.enter(Role.STAFF, Websites.LEDGER, fields);
    }

    private Entry checked(Entry site, Map<String, Object> fields) {
        return ledger.act(Role.STAFF, site, "check", fields);
    }
}
