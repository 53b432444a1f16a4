package org.daicho.chapter.council.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClauseTableTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private final ClauseTable table = new ClauseTable(ROOT.resolve("bundles"));

    @Test
    @DisplayName("0-6(2)② Every clause that a chapter of the checkout sees to comes with its wording")
    void everyClauseIsWorded() {
        assertEquals(Set.of(), table.unworded());
    }

    @Test
    @DisplayName("The table names each clause once, with the ledgers that serve it")
    void everyClauseIsInTheTable() {
        assertEquals(Procedure.modulesByClause().size() + 2, table.markdown().lines().count());
        assertTrue(table.markdown().contains(
                "| 1-3 | council | 代行の指示 `council.instructions`, 委員・職員名簿 `council.members` |\n"));
    }

    /** Run with {@code -Ddaicho.readme.write=true} to write the table between README's two marks. */
    @Test
    @DisplayName("README's table is the one that the chapters make")
    void readmeHasTheTable() throws IOException {
        Path readme = ROOT.resolve("README.md");
        String text = Files.readString(readme);
        int begin = text.indexOf(ClauseTable.BEGIN);
        int end = text.indexOf(ClauseTable.END);
        assertTrue(begin >= 0 && end > begin, "README has no marks for the table");
        String there = text.substring(begin + ClauseTable.BEGIN.length(), end).strip();
        if (Boolean.getBoolean("daicho.readme.write")) {
            Files.writeString(readme, text.substring(0, begin) + ClauseTable.BEGIN + "\n\n" + table.markdown() + "\n"
                    + text.substring(end));
        } else {
            assertEquals(table.markdown().strip(), there);
        }
    }
}
