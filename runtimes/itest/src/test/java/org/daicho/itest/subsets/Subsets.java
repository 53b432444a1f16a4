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

    /** Each alone, every pair, and all together. */
    static List<Set<String>> some(Collection<String> modules) {
        List<Set<String>> chosen = new ArrayList<>(
                all(modules).stream().filter(each -> each.size() == 1 || each.size() == 2).toList());
        if (modules.size() > 2) {
            chosen.add(new TreeSet<>(modules));
        }
        return chosen;
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
