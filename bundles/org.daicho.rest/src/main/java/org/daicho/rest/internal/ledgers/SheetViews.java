package org.daicho.rest.internal.ledgers;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

import org.daicho.ledger.form.Column;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.sheet.Sheet;

/**
 * Sheets as JSON.
 */
final class SheetViews {

    private SheetViews() {
    }

    /** Returns the members of a sheet; each row is an entry, with the versions that it struck. */
    static Map<String, Object> view(Sheet sheet) {
        Definition definition = sheet.definition();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("ledger", definition.id());
        view.put("form", definition.form());
        view.put("title", definition.title());
        view.put("period", sheet.period());
        view.put("council", sheet.council());
        view.put("updatedOn", sheet.updatedOn());
        view.put("columns", definition.columns().stream().filter(c -> c.printed() && !c.secret())
                .map(SheetViews::column).toList());
        view.put("rows", sheet.rows().stream().map(SheetViews::row).toList());
        view.put("carriedOver", sheet.carriedOver().stream().map(SheetViews::carriedOver).toList());
        view.put("changes", sheet.changes().stream().map(SheetViews::change).toList());
        view.put("digest", sheet.digest());
        view.put("checked", sheet.check());
        return view;
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", column.name());
        view.put("label", column.label());
        view.put("type", column.type().id());
        return view;
    }

    private static Map<String, Object> row(Sheet.Row row) {
        Map<String, Object> view = EntryViews.view(row.entry());
        view.put("struck", EntryViews.views(row.struck()));
        return view;
    }

    /** A row that is carried over points back to the month that it belongs to. */
    private static Map<String, Object> carriedOver(Sheet.Row row) {
        Map<String, Object> view = row(row);
        view.put("month", YearMonth.from(row.entry().day()).toString());
        return view;
    }

    private static Map<String, Object> change(Sheet.Change change) {
        Map<String, Object> view = EntryViews.view(change.entry());
        view.put("text", change.text());
        return view;
    }
}
