package org.daicho.ledger.engine.month;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.LiveLedger;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.sheet.MonthlyCheck;

/**
 * Computes what a check has to explain: the duties of the period that are past and still open, overdue improvements
 * among them. What needs the code of a module that is absent or fails is one gap that says so, as nobody else looks.
 */
public final class Gaps {

    private final ModuleRegistry modules;
    private final LedgerDuties duties;
    private final LedgerClock clock;

    /** Finds gaps among the duties of the modules that are there. */
    public Gaps(ModuleRegistry modules, LedgerDuties duties, LedgerClock clock) {
        this.modules = modules;
        this.duties = duties;
        this.clock = clock;
    }

    /** What was due in the period up to yesterday and is missing; of the living list, what is due by today. */
    List<MonthlyCheck.Gap> of(Definition definition, SheetPeriod period, NotingView view) {
        LocalDate today = clock.today();
        LocalDate from = period.isCurrent() ? duties.start(definition.id(), today) : period.from();
        LocalDate to = period.isCurrent()
                ? today
                : period.to().isBefore(today) ? period.to() : today.minusDays(1);
        List<Duty> open = new ArrayList<>();
        Optional<LiveLedger> live = modules.live(definition.id());
        if (live.isPresent() && !to.isBefore(from)) {
            open.addAll(duties.computed(live.get(), from, to, view));
        }
        open.addAll(Improvements.duties(view, definition));
        Map<String, MonthlyCheck.Gap> gaps = new LinkedHashMap<>();
        if (live.isEmpty()) {
            Duty absent = new Duty("absent", definition.id(), clause(definition), Messages.text("gap.absent",
                    definition.title().ja(), definition.title().en()), to, null);
            gaps.put(id(absent), gap(absent));
        }
        open.stream().filter(duty -> !duty.due().isBefore(from) && !duty.due().isAfter(to))
                .forEach(duty -> gaps.putIfAbsent(id(duty), gap(duty)));
        return List.copyOf(gaps.values());
    }

    private static String clause(Definition definition) {
        return definition.monthlyCheck() == null ? definition.inspection() : definition.monthlyCheck();
    }

    private static MonthlyCheck.Gap gap(Duty duty) {
        return new MonthlyCheck.Gap(id(duty), duty.clause(), duty.title());
    }

    private static String id(Duty duty) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(
                    (duty.ledger() + '\n' + duty.clause() + '\n' + duty.key()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
