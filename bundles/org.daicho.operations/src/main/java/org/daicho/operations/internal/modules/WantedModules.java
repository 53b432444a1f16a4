package org.daicho.operations.internal.modules;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.daicho.operations.internal.modules.ModuleChange.Kind;

/**
 * Which modules there shall be, told from the changes so far. What was never changed is as the distribution has it.
 * Safe for use by many threads.
 */
final class WantedModules {

    /** The newest change of each module, then those that a rollback goes back through. */
    private final Map<String, Deque<ModuleChange>> modules = new TreeMap<>();
    private final Map<String, ModuleChange> refusals = new TreeMap<>();
    private final Set<String> dealt = new HashSet<>();

    WantedModules(List<ModuleChange> changes) {
        changes.forEach(this::apply);
    }

    synchronized void apply(ModuleChange change) {
        String jar = change.file() + '/' + change.digest();
        if (change.source() == ModuleChange.Source.LOAD) {
            dealt.add(jar);
        }
        if (change.kind() == Kind.REMOVED && change.reason() != null) {
            dealt.remove(jar);
        }
        if (change.kind() == Kind.REFUSED) {
            refusals.put(change.file(), change);
            return;
        }
        Deque<ModuleChange> history = modules.computeIfAbsent(change.module(), id -> new ArrayDeque<>());
        switch (change.kind()) {
        case ADDED, REMOVED -> history.clear();
        case ROLLED_BACK -> {
            history.poll();
            history.poll();
        }
        default -> {
            // An update lies on what it replaced.
        }
        }
        history.push(change);
    }

    /** Returns the newest change of a module; empty where it is as the distribution has it. */
    synchronized Optional<ModuleChange> of(String id) {
        return Optional.ofNullable(modules.get(id)).map(Deque::peek);
    }

    /** Returns what a rollback of a module goes back to: a change before, or else what the distribution had. */
    synchronized Optional<ModuleChange> before(String id) {
        Deque<ModuleChange> history = modules.getOrDefault(id, new ArrayDeque<>());
        Optional<ModuleChange> earlier = history.stream().skip(1).findFirst();
        return earlier.isPresent()
                ? earlier
                : Optional.ofNullable(history.peek()).filter(c -> c.kind() == Kind.UPDATED && c.base() != null)
                        .map(c -> new ModuleChange(Kind.ADDED, id, c.title(), c.before(), null,
                                ModuleChange.Source.BASE, null, c.base(), c.base(), List.of(), null));
    }

    /** Returns the newest change of each module that was ever changed. */
    synchronized Collection<ModuleChange> all() {
        return modules.values().stream().map(Deque::peek).toList();
    }

    /** Tells whether a jar of the folder was dealt with as it is, in whatever way, and has stayed there since. */
    synchronized boolean knows(String file, String digest) {
        return dealt.contains(file + '/' + digest);
    }

    /** Returns how a jar of the folder was refused last. */
    synchronized Optional<ModuleChange> refusal(String file) {
        return Optional.ofNullable(refusals.get(file));
    }

    /** Returns the digests of all jars that are, or may be, needed. */
    synchronized Set<String> digests() {
        Set<String> digests = new HashSet<>();
        modules.values().forEach(history -> history.forEach(change -> {
            digests.add(change.digest());
            if (change.base() != null) {
                digests.add(change.base());
            }
            change.parts().forEach(part -> digests.add(part.digest()));
        }));
        return digests;
    }
}
