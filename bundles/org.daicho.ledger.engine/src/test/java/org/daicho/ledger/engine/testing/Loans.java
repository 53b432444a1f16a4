package org.daicho.ledger.engine.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.spi.DutySource;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Text;
import org.daicho.ledger.value.Violation;

/** A small module to try the provider with: an item is lent to three at most, and comes back within a week. */
public class Loans implements LedgerModule {

    public static final String LEDGER = "test.loans";
    public static final int SEATS = 3;

    @Override
    public List<String> definitions() {
        try (InputStream in = Loans.class.getResourceAsStream("test.loans.json")) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("4-7", LEDGER, Set.of("enter"), (change, view) -> {
            String item = change.fields().text("item");
            long lent = view.find(LEDGER, "item", item).stream().filter(e -> !e.state().equals("returned")).count();
            return lent < SEATS
                    ? List.of()
                    : List.of(new Violation("item", "4-7", new Text("空きがありません。", "No seat is left."), "seats"));
        }));
    }

    @Override
    public List<DutySource> duties() {
        return List.of(new DutySource("3-5", LEDGER, (from, to, view) -> {
            List<Duty> duties = new ArrayList<>();
            view.all(LEDGER).stream().filter(e -> e.erased() == null && !e.state().equals("returned")).forEach(e -> {
                LocalDate due = e.fields().date("lentOn").plusDays(7);
                if (!due.isBefore(from) && !due.isAfter(to)) {
                    duties.add(new Duty(e.id(), LEDGER, "3-5", new Text("返却されていません。", "Not returned."), due,
                            e.createdBy()));
                }
            });
            return duties;
        }));
    }
}
