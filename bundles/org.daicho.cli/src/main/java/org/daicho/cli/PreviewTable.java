package org.daicho.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;

import org.daicho.cli.catalogue.ModulePreview;
import org.daicho.resolver.ModuleJar;

/**
 * Shows what a jar would bring.
 */
final class PreviewTable {

    private PreviewTable() {
    }

    static void print(ModulePreview preview, PrintWriter out) {
        ModuleJar jar = preview.jar();
        Table table = new Table("", "");
        table.row("ID", jar.id());
        table.row("名称 / title", jar.title().text().ja() + " / " + jar.title().text().en());
        table.row("章 / chapter", String.valueOf(jar.title().chapter()));
        table.row("様式 / forms", jar.title().forms().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        table.row("版 / version", jar.version().toString());
        preview.ledgers().forEach(ledger -> table.row("台帳 / ledger",
                ledger.id() + "  " + ledger.title().ja() + " / " + ledger.title().en()));
        preview.catalogue().forEach(bundle -> table.row("一緒に入るもの / comes along", bundle));
        table.row("ファイル / file", jar.path().getFileName().toString());
        table.row("SHA-256", jar.digest());
        table.print(out);
    }
}
