package org.daicho.ledger.engine.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.definition.Json;
import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.store.DefinitionRow;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.DefinitionReader;
import org.daicho.ledger.operation.LedgerClaims;
import org.daicho.ledger.spi.Consequence;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Text;
import org.daicho.tlog.CanonicalJson;
import org.daicho.tlog.DefinitionLeaf;

/**
 * The modules that are there, and the definitions of all ledgers that ever were. Safe for use by many threads. No lock is
 * held while a module is asked what it contributes: one that never answers keeps no other from coming or going.
 */
public final class ModuleRegistry {

    /** What a module told when it came. */
    private record Contribution(List<String> definitions, List<Rule> rules, List<DutySource> duties,
            List<Consequence> consequences) {

        static Contribution of(LedgerModule module) {
            return new Contribution(List.copyOf(module.definitions()), List.copyOf(module.rules()),
                    List.copyOf(module.duties()), List.copyOf(module.consequences()));
        }
    }

    /** A module's claim to a ledger; the definition is written to the log once the claim is granted. */
    private record Claim(LiveLedger ledger, String json, int ranking, long serviceId) {
    }

    /** A ledger that can't serve, by its id where that can be read. */
    private record LeftOut(LedgerModule module, long serviceId, String ledger, Text why) {

        boolean isOf(Claim claim) {
            return module == claim.ledger().module() && claim.ledger().definition().id().equals(ledger);
        }
    }

    /** Writes a definition into the log. */
    public interface Recorder {

        /**
         * Writes a new definition; returns once that is durable.
         *
         * @param known  the definition
         * @param json   its canonical JSON
         * @param before the newest of its ledger so far, or {@code null}
         */
        void record(KnownDefinition known, String json, KnownDefinition before);
    }

    private final Map<String, KnownDefinition> byDigest = new ConcurrentHashMap<>();
    private final Map<String, KnownDefinition> newest = new ConcurrentHashMap<>();
    private final Map<String, List<Claim>> claims = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<LedgerModule> coming = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Recorder recorder;
    private final RuleRunner runner;
    private final Faults faults;
    private volatile Map<String, LiveLedger> live = Map.of();

    /**
     * Makes a registry.
     *
     * @param stored   the definitions that the log holds, oldest first
     * @param recorder writes new definitions
     * @param runner   calls the modules
     * @param faults   is told what is wrong with them
     */
    public ModuleRegistry(List<DefinitionRow> stored, Recorder recorder, RuleRunner runner, Faults faults) {
        this.recorder = recorder;
        this.runner = runner;
        this.faults = faults;
        stored.forEach(
                row -> remember(new KnownDefinition(DefinitionReader.read(Json.object(row.json())), row.digest())));
    }

    /**
     * Takes a module in. One that doesn't tell within the deadline what it contributes is left out; a ledger whose
     * definition is not well-formed, or doesn't follow from the stored one, is left out, and the module's other ledgers
     * serve. Returns within the deadline, whatever the module does.
     */
    public void add(LedgerModule module, int ranking, long serviceId) {
        synchronized (this) {
            coming.add(module);
        }
        runner.welcome(module);
        String name = module.getClass().getName();
        Contribution contribution;
        try {
            // The ledger's own have no deadline: they are no guest, and without them nothing begins.
            contribution = module instanceof SystemLedgers
                    ? Contribution.of(module)
                    : runner.call(module, name, "0-1", () -> Contribution.of(module));
        } catch (LedgerException e) {
            synchronized (this) {
                if (coming.remove(module)) {
                    faults.forget(module);
                    Text why = Messages.text("fault.come", name);
                    faults.add(module, name, null, "come", why, null);
                    leftOut.add(new LeftOut(module, serviceId, null, why));
                }
            }
            return;
        }
        synchronized (this) {
            // It may have gone again while it was asked.
            if (coming.remove(module)) {
                contribution.definitions().forEach(json -> claim(module, json, contribution, ranking, serviceId));
                choose();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void claim(LedgerModule module, String json, Contribution contribution, int ranking, long serviceId) {
        String name = module.getClass().getName();
        try {
            Definition definition = DefinitionReader.read(Json.object(json));
            Map<String, Object> document = (Map<String, Object>) Json.parse(json);
            String id = definition.id();
            LiveLedger ledger = new LiveLedger(definition, HexFormat.of().formatHex(DefinitionLeaf.digest(document)),
                    module, contribution.rules().stream().filter(r -> r.ledger().equals(id)).toList(),
                    contribution.duties().stream().filter(d -> d.ledger().equals(id)).toList(),
                    contribution.consequences().stream().filter(c -> c.ledger().equals(id)).toList());
            claims.computeIfAbsent(id, k -> new ArrayList<>())
                    .add(new Claim(ledger, CanonicalJson.string(document), ranking, serviceId));
        } catch (RuntimeException e) {
            Text why = Messages.text("fault.definition", name, String.valueOf(e.getMessage()));
            faults.add(module, name, null, "definition/" + json.hashCode(), why, e);
            leftOut.add(new LeftOut(module, serviceId, null, why));
        }
    }

    /** Lets a module go. Its definitions stay, so that what it recorded is still read. */
    public synchronized void remove(LedgerModule module) {
        coming.remove(module);
        claims.values().forEach(list -> list.removeIf(claim -> claim.ledger().module() == module));
        leftOut.removeIf(out -> out.module() == module);
        choose();
        runner.forget(module);
        faults.forget(module);
    }

    /** Tells what became of the ledgers that a module brought; see {@link LedgerClaims#of}. */
    public synchronized List<LedgerClaims.Claim> claims(long serviceId) {
        List<LedgerClaims.Claim> found = new ArrayList<>();
        leftOut.stream().filter(out -> out.serviceId() == serviceId)
                .forEach(out -> found.add(new LedgerClaims.Claim(out.ledger(), -1, out.why())));
        claims.forEach((id, list) -> list.stream().filter(claim -> claim.serviceId() == serviceId)
                .filter(claim -> leftOut.stream().noneMatch(out -> out.isOf(claim)))
                .forEach(claim -> found.add(new LedgerClaims.Claim(id, list.stream()
                        .filter(other -> other.ledger() == live.get(id)).mapToLong(Claim::serviceId).findFirst()
                        .orElse(-1), null))));
        return found;
    }

    /** Finds a ledger whose module is there. */
    public Optional<LiveLedger> live(String ledger) {
        return Optional.ofNullable(live.get(ledger));
    }

    /** Returns all ledgers whose modules are there. */
    public Collection<LiveLedger> live() {
        return live.values();
    }

    /** Returns the modules that are there, each once by one of its ledgers, in the order of the chapters. */
    public List<LiveLedger> modules() {
        Set<LedgerModule> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return live.values().stream()
                .sorted(Comparator.comparingInt((LiveLedger l) -> l.definition().chapter())
                        .thenComparing(l -> l.definition().id()))
                .filter(ledger -> seen.add(ledger.module())).toList();
    }

    /** Finds the definition under which a ledger is read now: its module's, else the newest stored one. */
    public Optional<KnownDefinition> known(String ledger) {
        return live(ledger).map(l -> new KnownDefinition(l.definition(), l.digest()))
                .or(() -> Optional.ofNullable(newest.get(ledger)));
    }

    /**
     * Returns the definition under which a ledger is read now.
     *
     * @throws LedgerException NOT_FOUND where there is no such ledger
     */
    public KnownDefinition require(String ledger) {
        return known(ledger).orElseThrow(() -> Messages.refusal(Kind.NOT_FOUND, "ledger.unknown", ledger));
    }

    /**
     * Returns a ledger that is written to.
     *
     * @throws LedgerException CONFLICT where its module is absent
     */
    public LiveLedger requireLive(Definition definition) {
        return live(definition.id())
                .orElseThrow(() -> Messages.refusal(Kind.CONFLICT, "conflict.absent", definition.module()));
    }

    /** Finds the newest revision of a ledger's definition, under which its entries are searched. */
    public Optional<KnownDefinition> newest(String ledger) {
        return Optional.ofNullable(newest.get(ledger));
    }

    /** Finds a definition by its digest. */
    public Optional<KnownDefinition> definition(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    /** Returns the ids of all ledgers that ever were. */
    public Collection<String> ledgers() {
        return newest.keySet();
    }

    /** Writes the definition of a claim that is granted into the log, unless it is there. */
    private void record(Claim claim) {
        LiveLedger ledger = claim.ledger();
        if (byDigest.containsKey(ledger.digest())) {
            return;
        }
        KnownDefinition before = newest.get(ledger.definition().id());
        String obstacle = before == null ? null : before.definition().obstacleTo(ledger.definition());
        if (obstacle != null) {
            throw new IllegalArgumentException(ledger.definition().id() + ": " + obstacle);
        }
        KnownDefinition known = new KnownDefinition(ledger.definition(), ledger.digest());
        // Before it is written: a write that begins just after it must make its search terms under it already.
        remember(known);
        try {
            recorder.record(known, claim.json(), before);
        } catch (RuntimeException e) {
            forget(known, before);
            throw e;
        }
    }

    private void remember(KnownDefinition known) {
        byDigest.put(known.digest(), known);
        newest.merge(known.definition().id(), known,
                (a, b) -> a.definition().revision() > b.definition().revision() ? a : b);
    }

    private void forget(KnownDefinition known, KnownDefinition before) {
        byDigest.remove(known.digest());
        if (before == null) {
            newest.remove(known.definition().id());
        } else {
            newest.put(known.definition().id(), before);
        }
    }

    /** Grants each ledger to the claim of the highest ranking, then the lowest service id, that can serve. */
    private void choose() {
        Map<String, LiveLedger> chosen = new HashMap<>();
        leftOut.removeIf(out -> out.ledger() != null);
        claims.forEach((id, list) -> {
            list.sort(Comparator.comparingInt(Claim::ranking).reversed().thenComparingLong(Claim::serviceId));
            for (Claim claim : list) {
                LedgerModule module = claim.ledger().module();
                String name = claim.ledger().definition().module();
                LiveLedger winner = chosen.get(id);
                if (winner != null) {
                    faults.add(module, name, id, "ledger/" + id, Messages.text("fault.claim", id,
                            module.getClass().getName(), winner.module().getClass().getName()), null);
                    continue;
                }
                try {
                    record(claim);
                    chosen.put(id, claim.ledger());
                    faults.clear(module, "ledger/" + id);
                } catch (RuntimeException e) {
                    Text why = Messages.text("fault.definition", name, String.valueOf(e.getMessage()));
                    faults.add(module, name, id, "ledger/" + id, why, e);
                    leftOut.add(new LeftOut(module, claim.serviceId(), id, why));
                }
            }
        });
        live = Map.copyOf(chosen);
    }
}
