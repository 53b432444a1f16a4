package org.daicho.ledger.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.sheet.Sheet;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final Person STAFF = new Person("p-1", "佐藤");
    private static final Section WITHIN = section("内部", "rank");

    @Test
    @DisplayName("様式6: a table has the rows of its 区分 by 順位, those without one last and as they were entered")
    void aNumberedTableIsInTheOrderOfItsNumbers() {
        List<Sheet.Row> rows = List.of(row("丙", "内部", null), row("乙", "内部", 10L), row("甲", "内部", 9L),
                row("他", "外部", 1L), row("丁", "内部", null));
        assertEquals(List.of("甲", "乙", "丙", "丁"), names(sheet(ColumnType.INTEGER, rows).rows(WITHIN)));
    }

    @Test
    void anotherTableIsInTheOrderOfItsEntries() {
        List<Sheet.Row> rows = List.of(row("乙", "内部", 2L), row("甲", "内部", 1L));
        assertEquals(List.of("乙", "甲"), names(sheet(ColumnType.TEXT, rows).rows(section("内部", "name"))));
    }

    @Test
    @DisplayName("8-2(7) what was destroyed stands in no table")
    void whatWasDestroyedStandsInNoTable() {
        Sheet.Row destroyed = new Sheet.Row(entry(new Fields(Map.of())), List.of());
        assertEquals(List.of(), sheet(ColumnType.INTEGER, List.of(destroyed)).rows(WITHIN));
    }

    private static Section section(String value, String first) {
        return new Section("kind", value, new Text(value, value), null, List.of(first, "name"));
    }

    private static Sheet sheet(ColumnType rank, List<Sheet.Row> rows) {
        List<Column> columns = List.of(column("kind", ColumnType.CHOICE), column("rank", rank),
                column("name", ColumnType.TEXT));
        Definition definition = new Definition("test.contacts", "test", 6, 6, new Text("連絡網", "Contacts"), 1,
                Period.ASOF, null, null, null, false, Set.of(), Set.of(), Set.of(), Set.of(), List.of(), columns,
                List.of(), List.of());
        return new Sheet(definition, SheetPeriod.CURRENT, "協議会", null, rows, List.of(), List.of(), "", null);
    }

    private static Column column(String name, ColumnType type) {
        return new Column(name, new Text(name, name), null, type, false, true, List.of(), null, null, false, false,
                false, 100, false, null);
    }

    private static Sheet.Row row(String name, String kind, Long rank) {
        Map<String, Object> values = rank == null
                ? Map.of("name", name, "kind", kind)
                : Map.of("name", name, "kind", kind, "rank", rank);
        return new Sheet.Row(entry(new Fields(values)), List.of());
    }

    private static Entry entry(Fields fields) {
        return new Entry("e", "test.contacts", 1, "current", "enter", fields, Map.of(), STAFF, Role.STAFF,
                Instant.EPOCH, STAFF,
                Instant.EPOCH, LocalDate.EPOCH, 0, null, Map.of(), "", null);
    }

    private static List<String> names(List<Sheet.Row> rows) {
        return rows.stream().map(row -> row.entry().fields().text("name")).toList();
    }
}
