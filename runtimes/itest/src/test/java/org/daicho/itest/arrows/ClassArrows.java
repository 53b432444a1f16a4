package org.daicho.itest.arrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The arrows between our classes, as the class files have them: what a class names in its code, its signatures and its
 * annotations. Constants that the compiler copied leave no trace.
 *
 * @param targets the classes that each class names
 */
record ClassArrows(Map<String, Set<String>> targets) {

    private static final String OURS = "org/daicho/";

    /** Reads our classes in some folders. */
    static ClassArrows read(Collection<Path> folders) {
        Map<String, Set<String>> targets = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder.resolve(OURS))) {
                for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                    ClassReader reader = new ClassReader(Files.readAllBytes(file));
                    targets.put(dotted(reader.getClassName()), named(reader));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return new ClassArrows(targets);
    }

    /** Finds the names of our classes in a class file: whoever renames a class renames it there. */
    private static Set<String> named(ClassReader reader) {
        Set<String> names = new TreeSet<>();
        reader.accept(new ClassRemapper(new ClassWriter(0), new Remapper() {
            @Override
            public String map(String name) {
                if (name.startsWith(OURS)) {
                    names.add(dotted(name));
                }
                return name;
            }
        }), 0);
        return names;
    }

    private static String dotted(String name) {
        return name.replace('/', '.');
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
