package org.daicho.operations.internal.modules;

import java.util.List;
import java.util.Map;

import org.daicho.ledger.value.Caller;
import org.daicho.operations.internal.catalogue.Messages;

/**
 * What people may ask of the modules, by id. Safe for use by many threads.
 */
public final class Modules {

    private final ModuleSet modules;
    private final Candidates candidates;
    private final ModuleViews views;

    Modules(ModuleSet modules, Candidates candidates, ModuleViews views) {
        this.modules = modules;
        this.candidates = candidates;
        this.views = views;
    }

    /** Lists every module that is there or could be. */
    public List<Map<String, Object>> list() {
        return views.list();
    }

    /**
     * Shows one module in full.
     *
     * @param id the module's id; NOT_FOUND where nothing is known of it
     */
    public Map<String, Object> info(String id) {
        return views.info(id);
    }

    /**
     * Adds a module; returns once it serves.
     *
     * @param by who asks
     * @param id the module's id; NOT_FOUND where there is no jar of it, CONFLICT where it can't serve
     */
    public void add(Caller by, String id) {
        if (!modules.active().containsKey(id)) {
            modules.add(by, candidates.newest(id).orElseThrow(() -> ModuleViews.unknown(id)));
        }
    }

    /**
     * Takes a module out; returns once it is gone. What it recorded stays.
     *
     * @param by who asks
     * @param id the module's id; CONFLICT where other bundles use it
     */
    public void remove(Caller by, String id) {
        if (!modules.active().containsKey(id)) {
            views.info(id);
        }
        modules.remove(by, id, null);
    }

    /**
     * Puts the newest version in the place of the one that is there; returns once it serves.
     *
     * @param by who asks
     * @param id the module's id; CONFLICT where there is no newer version
     */
    public void update(Caller by, String id) {
        ActiveModule there = there(id);
        Candidate newest = candidates.newest(id)
                .filter(candidate -> candidate.jar().version().compareTo(there.jar().version()) > 0)
                .orElseThrow(() -> Messages.conflict("update.newest", id, there.jar().version()));
        modules.replace(by, newest, ModuleChange.Kind.UPDATED);
    }

    /**
     * Puts the version before in the place of the one that is there; returns once it serves.
     *
     * @param by who asks
     * @param id the module's id; CONFLICT where there was no version before
     */
    public void rollback(Caller by, String id) {
        there(id);
        ModuleChange before = modules.wanted().before(id)
                .orElseThrow(() -> Messages.conflict("rollback.none", id));
        Candidate jar = modules.kept(before)
                .orElseThrow(() -> Messages.conflict("rollback.gone", id, before.version()));
        modules.replace(by, jar.kept(), ModuleChange.Kind.ROLLED_BACK);
    }

    private ActiveModule there(String id) {
        ActiveModule there = modules.active().get(id);
        if (there == null) {
            views.info(id);
            throw Messages.conflict("not-active", id);
        }
        return there;
    }
}
