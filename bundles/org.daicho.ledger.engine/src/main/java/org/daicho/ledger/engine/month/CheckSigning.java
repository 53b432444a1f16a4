package org.daicho.ledger.engine.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.engine.clock.LedgerClock;
import org.daicho.ledger.engine.definition.MyNumberGuard;
import org.daicho.ledger.engine.message.Messages;
import org.daicho.ledger.engine.module.SystemLedgers;
import org.daicho.ledger.engine.read.LedgerViews;
import org.daicho.ledger.engine.read.NotingView;
import org.daicho.ledger.engine.right.Permissions;
import org.daicho.ledger.engine.store.Store;
import org.daicho.ledger.engine.store.StoreException;
import org.daicho.ledger.engine.write.Commits;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.SheetPeriod;
import org.daicho.ledger.sheet.CheckSubmission;
import org.daicho.ledger.sheet.Improvement;
import org.daicho.ledger.sheet.MonthlyCheck;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the manager's signature under a check (2-3(2), 3-5, 5-5, 8-3). The signature is an entry of the log that names
 * the digest of the sheet, the versions on it and the size of the log it was read from. What others write meanwhile is
 * not on the sheet and shows under 繰越; another signature meanwhile makes this one look again.
 * <p>
 * Nothing in the procedure keeps managers from checking what they entered themselves: in an office of three there may
 * be nobody else.
 */
public final class CheckSigning {

    private static final int LONGEST = 4000;

    private static final Logger LOG = LoggerFactory.getLogger(CheckSigning.class);

    private final Gaps gaps;
    private final SheetRows rows;
    private final Commits commits;
    private final LedgerViews views;
    private final Store store;
    private final LedgerClock clock;

    /**
     * Takes signatures.
     *
     * @param gaps    what there is to explain
     * @param rows    what is signed
     * @param commits writes the signature
     * @param views   what the check is computed from
     * @param store   has the leaves of the rows
     * @param clock   tells the day
     */
    public CheckSigning(Gaps gaps, SheetRows rows, Commits commits, LedgerViews views, Store store,
            LedgerClock clock) {
        this.gaps = gaps;
        this.rows = rows;
        this.commits = commits;
        this.views = views;
        this.store = store;
        this.clock = clock;
    }

    MonthlyCheck check(Definition definition, SheetPeriod period) {
        Periods.requireCheck(definition, period);
        NotingView view = views.view();
        return new MonthlyCheck(definition.id(), period, gaps.of(definition, period, view),
                CheckRecord.newest(view, definition.id(), period).map(CheckRecord::checked).orElse(null),
                Improvements.open(view, definition.id()));
    }

    MonthlyCheck sign(Permissions permissions, SheetPeriod period, CheckSubmission submission) {
        Definition definition = permissions.definition();
        Role as = permissions.check();
        Periods.requireCheck(definition, period);
        if (!period.isCurrent() && period.from().isAfter(clock.today())) {
            Violation future = new Violation(null, definition.monthlyCheck(), Messages.text("check.future"));
            throw new LedgerException(Kind.INVALID, future.message(), List.of(future));
        }
        List<MonthlyCheck.Gap> explained = new ArrayList<>();
        Entry signed = commits.record(SystemLedgers.CHECKS, permissions.caller().person(), as, reads -> {
            // Only the checks are noted: entries that change meanwhile are not on this sheet, and show as such.
            Optional<CheckRecord> before = CheckRecord.newest(views.noting(reads), definition.id(), period);
            explained.clear();
            explained.addAll(gaps.of(definition, period, views.view()));
            return fields(definition, period, explained, submission, before, reads.size());
        });
        MonthlyCheck after = afterwards(definition, period, explained);
        return new MonthlyCheck(definition.id(), period, after.gaps(), new CheckRecord(signed).checked(), after.open());
    }

    /** What was signed is durable: where what is open now can't be read any more, it is no reason to refuse. */
    private MonthlyCheck afterwards(Definition definition, SheetPeriod period, List<MonthlyCheck.Gap> explained) {
        try {
            return check(definition, period);
        } catch (LedgerException | StoreException e) {
            LOG.warn("What is open after the check of {} {} could not be read.", definition.id(), period, e);
            return new MonthlyCheck(definition.id(), period, explained, null, List.of());
        }
    }

    private Map<String, Object> fields(Definition definition, SheetPeriod period, List<MonthlyCheck.Gap> open,
            CheckSubmission submission, Optional<CheckRecord> before, long size) {
        NotingView view = views.view();
        List<Long> leaves = rows.standing(definition, period, size).stream().map(Entry::leafIndex).toList();
        List<Long> carried = rows.carried(definition, period, view, size).stream()
                .filter(entry -> !period.contains(entry.day())).map(Entry::leafIndex).toList();
        List<Long> all = new ArrayList<>(leaves);
        all.addAll(carried);
        String digest = SheetDigest.of(store, all);
        if (!period.isCurrent() && before.isPresent() && digest.equals(before.get().digest())
                && (before.get().isFinal() || !period.to().isBefore(clock.today()))
                && open.stream().allMatch(gap -> before.get().explanations().containsKey(gap.id()))) {
            throw Messages.refusal(Kind.CONFLICT, "conflict.checked");
        }
        List<Violation> violations = violations(open, submission);
        if (!violations.isEmpty()) {
            throw new LedgerException(Kind.INVALID, Messages.text("invalid"), violations);
        }
        Map<String, Object> fields = CheckRecord.fields(definition.id(), period, submission);
        CheckRecord.sign(fields, digest, leaves, carried, size);
        return fields;
    }

    private List<Violation> violations(List<MonthlyCheck.Gap> gaps, CheckSubmission submission) {
        List<Violation> violations = new ArrayList<>();
        for (MonthlyCheck.Gap gap : gaps) {
            if (isBlank(submission.explanations().get(gap.id()))) {
                violations.add(new Violation("explanations." + gap.id(), gap.clause(),
                        Messages.text("check.explanation", gap.text().ja(), gap.text().en())));
            }
        }
        submission.explanations().forEach((id, text) -> {
            if (gaps.stream().noneMatch(gap -> gap.id().equals(id))) {
                violations.add(new Violation("explanations." + id, null, Messages.text("check.unknown-gap", id)));
            }
            violations.addAll(textViolations("explanations." + id, text));
        });
        violations.addAll(textViolations("remarks", submission.remarks()));
        for (Improvement improvement : submission.improvements()) {
            if (isBlank(improvement.text()) || isBlank(improvement.who())) {
                violations.add(new Violation("improvements", null, Messages.text("check.improvement")));
            }
            violations.addAll(textViolations("improvements", improvement.text()));
            violations.addAll(textViolations("improvements", improvement.who()));
        }
        return violations;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    static List<Violation> textViolations(String field, String text) {
        if (text != null && text.length() > LONGEST) {
            return List.of(new Violation(field, null, Messages.text("check.length")));
        }
        return text != null && MyNumberGuard.finds(text)
                ? List.of(new Violation(field, null, Messages.text("guard.my-number")))
                : List.of();
    }
}
