package org.daicho.itest.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;

/**
 * The code of every sample module. Each jar has a copy of this class of its own, and the definition that it reads.
 */
public final class SampleModule implements LedgerModule {

    private final String ledger;

    /** Takes its ledger's id from its component's properties. */
    public SampleModule(Map<String, Object> properties) {
        ledger = (String) properties.get("sample.ledger");
    }

    @Override
    public List<String> definitions() {
        try (InputStream in = SampleModule.class.getResourceAsStream("/definitions/" + ledger + ".json")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }
}
