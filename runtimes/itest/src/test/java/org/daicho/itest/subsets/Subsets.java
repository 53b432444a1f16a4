package org.daicho.itest.subsets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Choices of modules.
 */
final class Subsets {

    private Subsets() {
    }

    /** Each alone, and all together. */
    static List<Set<String>> singles(Collection<String> modules) {
        List<Set<String>> chosen = new ArrayList<>(of(1, modules));
        if (modules.size() > 1) {
            chosen.add(new TreeSet<>(modules));
        }
        return chosen;
    }

    /** Every pair. */
    static List<Set<String>> pairs(Collection<String> modules) {
        return of(2, modules);
    }

    private static List<Set<String>> of(int size, Collection<String> modules) {
        return all(modules).stream().filter(each -> each.size() == size).toList();
    }

    /** Every one, none included: of eight modules 256. */
    static List<Set<String>> all(Collection<String> modules) {
        List<String> ids = List.copyOf(new TreeSet<>(modules));
        List<Set<String>> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << ids.size(); bits++) {
            Set<String> subset = new TreeSet<>();
            for (int i = 0; i < ids.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(ids.get(i));
                }
            }
            all.add(subset);
        }
        return all;
    }
}
