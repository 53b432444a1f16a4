package org.daicho.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of text in columns, at a terminal where Japanese letters are two places wide. Public for commands in other
 * packages.
 */
public final class Table {

    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    /**
     * Makes a table.
     *
     * @param heads the columns' headings
     */
    public Table(String... heads) {
        rows.add(heads.clone());
    }

    /**
     * Adds a row.
     *
     * @param cells as many texts as there are columns; {@code "null"} of JSON shows as nothing
     */
    public void row(String... cells) {
        rows.add(Arrays.stream(cells).map(cell -> cell.equals("null") ? "" : cell.replaceAll("\\p{Cntrl}", " "))
                .toArray(String[]::new));
    }

    /**
     * Prints the table.
     *
     * @param out where to
     */
    public void print(PrintWriter out) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - width(row[i]))).append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int width(String text) {
        return text.codePoints().map(letter -> isWide(letter) ? 2 : 1).sum();
    }

    /** East Asian wide and full-width letters; half-width kana are not among them. */
    private static boolean isWide(int letter) {
        return letter >= 0x1100 && letter <= 0x115F || letter >= 0x2E80 && letter <= 0xA4CF
                || letter >= 0xAC00 && letter <= 0xD7A3 || letter >= 0xF900 && letter <= 0xFAFF
                || letter >= 0xFE30 && letter <= 0xFE6F || letter >= 0xFF00 && letter <= 0xFF60
                || letter >= 0xFFE0 && letter <= 0xFFE6 || letter >= 0x1F300 && letter <= 0x3FFFD;
    }
}
