package org.daicho.bench.figures;

import java.util.List;

/**
 * Figures that are told together.
 *
 * @param title   the heading
 * @param meaning what the figures and the baseline mean, and which way is better
 * @param figures the rows
 */
public record Group(String title, String meaning, List<Figure> figures) {
}
