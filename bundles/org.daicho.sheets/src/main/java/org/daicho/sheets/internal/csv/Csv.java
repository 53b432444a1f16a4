package org.daicho.sheets.internal.csv;

import java.util.List;

/**
 * Rows of comma-separated values (RFC 4180).
 */
final class Csv {

    /** What begins a formula, in ASCII and in the full width that a Japanese spreadsheet takes for the same. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {
    }

    /**
     * Appends a row.
     *
     * @param out   where to
     * @param cells the cells
     */
    static void row(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quote(cells.get(i)));
        }
        out.append("\r\n");
    }

    /**
     * Takes a text's power to run as a formula when a spreadsheet opens the file: an apostrophe goes before it.
     *
     * @param text what a person wrote
     * @return the text, changed only where it begins like a formula
     */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quote(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n')
                && cell.equals(cell.strip());
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
