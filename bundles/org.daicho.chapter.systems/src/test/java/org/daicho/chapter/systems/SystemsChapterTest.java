package org.daicho.chapter.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.daicho.chapter.systems.Licences.Seat;
import org.daicho.disposal.DisposalMethod;
import org.daicho.ledger.contract.ChapterContract;
import org.daicho.ledger.contract.TestLedger;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The systems chapter is a chapter like any other.
 */
class SystemsChapterTest extends ChapterContract {

    private Entry licence;

    @Override
    protected LedgerModule module() {
        return new SystemsChapter(12, 30);
    }

    @Override
    protected String id() {
        return "systems";
    }

    @Override
    protected void prepare(TestLedger opened) {
        licence = opened.enter(Role.STAFF, Licences.LEDGER, Systems.licence(10));
    }

    @Override
    protected Map<String, Object> sample(String ledger) {
        return switch (ledger) {
        case Permits.LEDGER -> Systems.permit();
        case Sightings.LEDGER -> Systems.sighting();
        case Devices.LEDGER -> Systems.device(Devices.Kind.DESKTOP);
        case Websites.LEDGER -> Systems.site("https://example.jp/koza");
        case Licences.LEDGER -> Systems.licence(2);
        case Seat.LEDGER -> Systems.seat(licence, "受付PC");
        case Installs.LEDGER -> Systems.install();
        default -> Systems.with(Systems.erasure(DisposalMethod.DESTROYED.label()), "asset", "外付けHDD");
        };
    }

    @Test
    @DisplayName("4-2(2) No ledger has a column of text for a password or a licence key")
    void noColumnTakesSecrets() throws IOException {
        Pattern column = Pattern.compile("\"name\": \"(\\w+)\", \"type\": \"(?:long)?text\"");
        Pattern secret = Pattern.compile("(?i)password|key|secret|code|\\bpin\\b");
        for (String definition : module().definitions()) {
            List<String> names = column.matcher(definition).results().map(MatchResult::group).toList();
            assertEquals(List.of(), names.stream().filter(n -> secret.matcher(n).find()).toList());
        }
        try (InputStream in = SystemsChapter.class.getResourceAsStream("/definitions/systems.devices.json")) {
            String devices = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(2, Pattern.compile("\"name\": \"[^\"]*(?i:password)[^\"]*\", \"type\": \"boolean\"")
                    .matcher(devices).results().count());
        }
    }
}
