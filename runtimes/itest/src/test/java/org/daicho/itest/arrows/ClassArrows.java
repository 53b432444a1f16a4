package org.daicho.itest.arrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The arrows between our classes, as the class files have them: what a class names in its code, its signatures and its
 * annotations. Constants that the compiler copied leave no trace.
 *
 * @param targets the classes that each class names
 */
record ClassArrows(Map<String, Set<String>> targets) {

    private static final String OURS = "org\\.daicho\\..*";
    private static final Pattern ARROW = Pattern.compile("\\s+(org\\.daicho\\.\\S+)\\s+-> (org\\.daicho\\.\\S+)\\s.*");

    /** Reads the classes of some folders with the {@code jdeps} of the JDK. */
    static ClassArrows read(Collection<Path> folders) {
        StringWriter out = new StringWriter();
        PrintWriter told = new PrintWriter(out);
        String[] options = {"-v", "--ignore-missing-deps", "--multi-release", "base", "-include", OURS, "-e", OURS};
        int code = ToolProvider.findFirst("jdeps").orElseThrow().run(told, told,
                Stream.concat(Stream.of(options), folders.stream().map(Path::toString)).toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(out.toString());
        }
        Map<String, Set<String>> targets = new TreeMap<>();
        out.toString().lines().map(ARROW::matcher).filter(Matcher::matches).forEach(
                arrow -> targets.computeIfAbsent(arrow.group(1), k -> new TreeSet<>()).add(arrow.group(2)));
        return new ClassArrows(targets);
    }

    /** Returns the arrows between what classes belong to, without those of a thing to itself. */
    Map<String, Set<String>> between(UnaryOperator<String> owner) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        targets.forEach((from, all) -> all.stream().map(owner).filter(to -> !to.equals(owner.apply(from)))
                .forEach(to -> arrows.computeIfAbsent(owner.apply(from), k -> new TreeSet<>()).add(to)));
        return arrows;
    }

    /** Returns the package of a class. */
    static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.'));
    }

    /** Finds the loops: each a set of nodes of which every one leads to every other. */
    static Set<Set<String>> loops(Map<String, Set<String>> arrows) {
        Map<String, Set<String>> reached = new HashMap<>();
        arrows.keySet().forEach(from -> reached.put(from, reached(arrows, from)));
        return arrows.keySet().stream().filter(node -> reached.get(node).contains(node))
                .map(node -> reached.get(node).stream()
                        .filter(other -> reached.getOrDefault(other, Set.of()).contains(node))
                        .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    private static Set<String> reached(Map<String, Set<String>> arrows, String from) {
        Set<String> reached = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(arrows.get(from));
        while (!left.isEmpty()) {
            String next = left.pop();
            if (reached.add(next)) {
                left.addAll(arrows.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
