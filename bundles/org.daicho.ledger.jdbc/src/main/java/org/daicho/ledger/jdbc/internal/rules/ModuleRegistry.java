package org.daicho.ledger.jdbc.internal.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.daicho.ledger.form.Definition;
import org.daicho.ledger.jdbc.internal.store.DefinitionRow;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.tlog.CanonicalJson;
import org.daicho.tlog.DefinitionLeaf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modules that are there, and the definitions of all ledgers that ever were. Safe for use by many threads; modules
 * come and go one at a time.
 */
public final class ModuleRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleRegistry.class);

    private record Claim(LiveLedger ledger, int ranking, long serviceId) {
    }

    private final Map<String, KnownDefinition> byDigest = new ConcurrentHashMap<>();
    private final Map<String, KnownDefinition> newest = new ConcurrentHashMap<>();
    private final Map<String, List<Claim>> claims = new HashMap<>();
    private final BiConsumer<KnownDefinition, String> recorder;
    private volatile Map<String, LiveLedger> live = Map.of();

    /**
     * Makes a registry.
     *
     * @param stored   the definitions that the log holds, oldest first
     * @param recorder writes a new definition and its canonical JSON into the log; returns once that is durable
     */
    public ModuleRegistry(List<DefinitionRow> stored, BiConsumer<KnownDefinition, String> recorder) {
        this.recorder = recorder;
        stored.forEach(row -> remember(new KnownDefinition(DefinitionParser.parse(row.json()), row.digest())));
    }

    /**
     * Takes a module in. A ledger whose definition is not well-formed, or doesn't follow from the stored one, is left
     * out and logged; the module's other ledgers serve.
     */
    public synchronized void add(LedgerModule module, int ranking, long serviceId) {
        for (String json : module.definitions()) {
            try {
                KnownDefinition known = record(json);
                String id = known.definition().id();
                LiveLedger ledger = new LiveLedger(known.definition(), known.digest(), module,
                        module.rules().stream().filter(r -> r.ledger().equals(id)).toList(),
                        module.duties().stream().filter(d -> d.ledger().equals(id)).toList());
                claims.computeIfAbsent(id, k -> new ArrayList<>()).add(new Claim(ledger, ranking, serviceId));
            } catch (RuntimeException e) {
                LOG.error("A ledger of {} can't serve: {}", module.getClass().getName(), e.getMessage(), e);
            }
        }
        choose();
    }

    /** Lets a module go. Its definitions stay, so that what it recorded is still read. */
    public synchronized void remove(LedgerModule module) {
        claims.values().forEach(list -> list.removeIf(claim -> claim.ledger().module() == module));
        choose();
    }

    /** Finds a ledger whose module is there. */
    public Optional<LiveLedger> live(String ledger) {
        return Optional.ofNullable(live.get(ledger));
    }

    /** Returns all ledgers whose modules are there. */
    public Collection<LiveLedger> live() {
        return live.values();
    }

    /** Returns the modules that are there, each once. */
    public List<LedgerModule> modules() {
        return live.values().stream().map(LiveLedger::module).distinct().toList();
    }

    /** Finds the definition under which a ledger is read now: its module's, else the newest stored one. */
    public Optional<KnownDefinition> known(String ledger) {
        return live(ledger).map(l -> new KnownDefinition(l.definition(), l.digest()))
                .or(() -> Optional.ofNullable(newest.get(ledger)));
    }

    /** Finds a definition by its digest. */
    public Optional<KnownDefinition> definition(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    /** Returns the ids of all ledgers that ever were. */
    public Collection<String> ledgers() {
        return newest.keySet();
    }

    @SuppressWarnings("unchecked")
    private KnownDefinition record(String json) {
        Definition definition = DefinitionParser.parse(json);
        Map<String, Object> document = (Map<String, Object>) Json.parse(json);
        String digest = java.util.HexFormat.of().formatHex(DefinitionLeaf.digest(document));
        KnownDefinition known = byDigest.get(digest);
        if (known != null) {
            return known;
        }
        KnownDefinition before = newest.get(definition.id());
        String obstacle = before == null ? null : DefinitionParser.obstacle(before.definition(), definition);
        if (obstacle != null) {
            throw new IllegalArgumentException(definition.id() + ": " + obstacle);
        }
        known = new KnownDefinition(definition, digest);
        recorder.accept(known, CanonicalJson.string(document));
        remember(known);
        return known;
    }

    private void remember(KnownDefinition known) {
        byDigest.put(known.digest(), known);
        newest.merge(known.definition().id(), known,
                (a, b) -> a.definition().revision() > b.definition().revision() ? a : b);
    }

    private void choose() {
        Map<String, LiveLedger> chosen = new LinkedHashMap<>();
        claims.forEach((id, list) -> {
            list.sort(Comparator.comparingInt(Claim::ranking).reversed().thenComparingLong(Claim::serviceId));
            if (!list.isEmpty()) {
                chosen.put(id, list.get(0).ledger());
            }
            list.stream().skip(1).forEach(loser -> LOG.warn("{} claims the ledger {}, which {} keeps.",
                    loser.ledger().module().getClass().getName(), id, list.get(0).ledger().module().getClass()
                            .getName()));
        });
        live = Map.copyOf(chosen);
    }
}
