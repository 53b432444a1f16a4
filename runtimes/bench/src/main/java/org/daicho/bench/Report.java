package org.daicho.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.daicho.bench.figures.Figure;
import org.daicho.bench.figures.Group;
import org.daicho.bench.figures.Plan;
import org.daicho.bench.figures.Series;

/**
 * The table, as Markdown.
 *
 * @param day     the day it was measured
 * @param commit  what was measured
 * @param plan    how long
 * @param machine on what
 * @param groups  the figures
 */
record Report(LocalDate day, String commit, Plan plan, List<String> machine, List<Group> groups) {

    String text() {
        StringBuilder text = new StringBuilder("# Benchmarks, " + day + "\n\n");
        text.append("Made by `./daicho bench`, commit ").append(commit).append(".\n\n");
        machine.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append(String.format(Locale.ROOT,
                """

                        Each figure stands beside a baseline that was measured in the same run, in turns with it: the ratios matter,
                        the figures are this machine's. A figure is the median of %d rounds of %.1f s, after %.0f s of each kind of
                        call and %d more of warming up; starts and verifications the median of %d. The lowest and the highest are
                        in brackets. Callers are closed loops: each sends its next call when the one before was answered. Latency is the
                        median of the rounds' p50 and p99, and the longest call of all of them, in milliseconds. The ratio is Daicho's
                        figure divided by the baseline's, round by round.
                        """,
                plan.rounds(), plan.millis() / 1000.0, plan.heat() / 1000.0, plan.warmUp(), plan.starts()));
        groups.forEach(group -> append(text, group));
        return text.toString();
    }

    private static void append(StringBuilder text, Group group) {
        boolean latency = group.figures().stream().anyMatch(figure -> !figure.latency().isEmpty());
        text.append("\n## ").append(group.title()).append("\n\n").append(group.meaning()).append("\n\n")
                .append("| | Daicho | ").append(latency ? "p50 · p99 · max ms | " : "")
                .append("baseline | its figure | ratio |\n| --- | ---: | ").append(latency ? "---: | " : "")
                .append("--- | ---: | ---: |\n");
        for (Figure figure : group.figures()) {
            text.append("| ").append(figure.name()).append(" | ").append(figure.unit().text(figure.value()))
                    .append(" | ").append(latency ? figure.latency() + " | " : "").append(figure.beside()).append(" | ")
                    .append(figure.unit().text(figure.baseline())).append(" | ").append(ratio(figure.ratio()))
                    .append(" |\n");
        }
    }

    private static String ratio(Series ratio) {
        return ratio.values().size() == 1
                ? number(ratio.median())
                : number(ratio.median()) + " (" + number(ratio.lowest()) + "–" + number(ratio.highest()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : "%.0f", value);
    }
}
