package org.daicho.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsStandBelowEachOtherThoughJapaneseLettersAreWide() {
        Table table = new Table("a", "b");
        table.row("荻窪", "x");
        table.row("ｵｷﾞ", "null");
        table.row("1234", "line\nbreak");
        StringWriter out = new StringWriter();
        table.print(new PrintWriter(out, true));
        assertEquals(List.of("a     b", "荻窪  x", "ｵｷﾞ", "1234  line break"), out.toString().lines().toList());
    }
}
