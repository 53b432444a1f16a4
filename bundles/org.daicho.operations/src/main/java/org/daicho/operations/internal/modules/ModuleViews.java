package org.daicho.operations.internal.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.operation.LedgerClaims.Claim;
import org.daicho.ledger.operation.ModuleFaults;
import org.daicho.ledger.value.Text;
import org.daicho.operations.internal.catalogue.JarFolder;
import org.daicho.operations.internal.catalogue.Messages;
import org.daicho.operations.internal.modules.ModuleChange.Source;
import org.daicho.resolver.ModuleJar;

/**
 * What REST shows of modules.
 */
final class ModuleViews {

    private final ModuleSet modules;
    private final Candidates candidates;
    private final LoadFolder load;
    private final Serving serving;
    private final ModuleFaults faults;

    ModuleViews(ModuleSet modules, Candidates candidates, LoadFolder load, Serving serving, ModuleFaults faults) {
        this.modules = modules;
        this.candidates = candidates;
        this.load = load;
        this.serving = serving;
        this.faults = faults;
    }

    /** Lists every module that is there or could be, by chapter, and the jars that can be none. */
    List<Map<String, Object>> list() {
        Map<String, Candidate> newest = newest();
        List<Map<String, Object>> list = new ArrayList<>();
        Map<String, ActiveModule> active = modules.active();
        active.forEach((id, module) -> list.add(item(id, module, newest.get(id))));
        newest.forEach((id, candidate) -> {
            if (!active.containsKey(id)) {
                list.add(item(id, null, candidate));
            }
        });
        modules.problems().forEach((id, why) -> {
            if (!active.containsKey(id) && !newest.containsKey(id)) {
                list.add(broken(id, why));
            }
        });
        list.sort(Comparator.comparing((Map<String, Object> item) -> item.get("chapter") == null)
                .thenComparing(item -> item.get("chapter") == null ? 0 : (Integer) item.get("chapter"))
                .thenComparing(item -> (String) item.get("id")));
        brokenJars(list);
        return list;
    }

    /** Jars of which nobody can tell which module they are. */
    private void brokenJars(List<Map<String, Object>> list) {
        candidates.broken().forEach(jar -> list.add(broken(file("catalogue", jar), jar.obstacle())));
        load.refusals().forEach((file, why) -> {
            if (module(file).isEmpty()) {
                list.add(broken("load/" + file, why));
            }
        });
    }

    private static String file(String folder, JarFolder.Found jar) {
        return folder + '/' + jar.path().getFileName();
    }

    private Optional<String> module(String loadFile) {
        return candidates.all().stream()
                .filter(each -> each.source() == Source.LOAD && each.file().equals(loadFile))
                .map(each -> each.jar().id()).findFirst();
    }

    private Map<String, Candidate> newest() {
        Map<String, Candidate> newest = new LinkedHashMap<>();
        candidates.all().forEach(candidate -> newest.putIfAbsent(candidate.jar().id(), candidate));
        return newest;
    }

    private Map<String, Object> item(String id, ActiveModule active, Candidate newest) {
        ModuleJar jar = active == null ? newest.jar() : active.jar();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("chapter", jar.title().chapter());
        item.put("title", jar.title().text());
        item.put("version", jar.version().toString());
        item.put("state", active == null ? "available" : "active");
        item.put("forms", jar.title().forms());
        if (active != null && newest != null && newest.jar().version().compareTo(jar.version()) > 0) {
            item.put("update", newest.jar().version().toString());
        }
        List<Text> problems = problems(id, active);
        if (!problems.isEmpty()) {
            item.put("problems", problems);
        }
        return item;
    }

    private static Map<String, Object> broken(String id, Text why) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("chapter", null);
        item.put("title", new Text(id, id));
        item.put("version", null);
        item.put("state", "refused");
        item.put("forms", List.of());
        item.put("problems", List.of(why));
        return item;
    }

    private List<Text> problems(String id, ActiveModule active) {
        List<Text> problems = new ArrayList<>();
        if (modules.problems().containsKey(id)) {
            problems.add(modules.problems().get(id));
        }
        if (active != null) {
            serving.claims(active.bundle()).stream().filter(claim -> !serving.holds(active.bundle(), claim))
                    .forEach(claim -> problems.add(lost(claim)));
            // What concerns one ledger is told by the claims.
            faults.faults().stream().filter(fault -> fault.module().equals(id) && fault.ledger() == null)
                    .forEach(fault -> problems.add(fault.text()));
        }
        load.refusals().forEach((file, why) -> {
            if (module(file).filter(id::equals).isPresent()) {
                problems.add(why);
            }
        });
        return problems;
    }

    private Text lost(Claim claim) {
        return claim.obstacle() != null
                ? claim.obstacle()
                : Messages.text("view.lost", claim.ledger(), serving.holder(claim));
    }

    /** Shows one module in full. */
    Map<String, Object> info(String id) {
        ActiveModule active = modules.active().get(id);
        Map<String, Candidate> newest = newest();
        Text problem = modules.problems().get(id);
        if (active == null && !newest.containsKey(id)) {
            if (problem != null) {
                return broken(id, problem);
            }
            throw unknown(id);
        }
        Map<String, Object> info = item(id, active, newest.get(id));
        Candidate from = active == null ? newest.get(id) : active.from();
        info.put("source", from.source().id());
        info.put("file", from.file());
        info.put("digest", from.jar().digest());
        if (active != null) {
            List<Map<String, Object>> ledgers = new ArrayList<>();
            serving.claims(active.bundle()).stream().filter(claim -> claim.ledger() != null).forEach(claim -> {
                boolean holds = serving.holds(active.bundle(), claim);
                ledgers.add(Map.of("id", claim.ledger(), "state", holds ? "active" : "lost", "holder",
                        holds ? id : serving.holder(claim)));
            });
            ledgers.sort(Comparator.comparing(ledger -> (String) ledger.get("id")));
            info.put("ledgers", ledgers);
            info.put("rollback", modules.wanted().before(id).map(ModuleChange::version).orElse(null));
        }
        return info;
    }

    static LedgerException unknown(String id) {
        return Messages.refused(Kind.NOT_FOUND, "unknown", id);
    }
}
