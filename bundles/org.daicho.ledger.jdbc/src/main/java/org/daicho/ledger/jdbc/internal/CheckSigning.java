package org.daicho.ledger.jdbc.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

import org.daicho.ledger.Caller;
import org.daicho.ledger.Entry;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.Role;
import org.daicho.ledger.Violation;
import org.daicho.ledger.form.CheckSubmission;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.Duty;
import org.daicho.ledger.form.Improvement;
import org.daicho.ledger.form.MonthlyCheck;
import org.daicho.ledger.jdbc.internal.read.NotingView;
import org.daicho.ledger.jdbc.internal.rules.Json;
import org.daicho.ledger.jdbc.internal.rules.Messages;
import org.daicho.ledger.jdbc.internal.rules.MyNumberGuard;
import org.daicho.ledger.jdbc.internal.rules.Permissions;
import org.daicho.ledger.jdbc.internal.rules.SystemLedgers;
import org.daicho.tlog.CanonicalJson;

/**
 * Computes the gaps of a period and takes the manager's signature under the check (2-3(2), 3-5, 5-5, 8-3). The signature
 * is an entry of the log that names the digest of the sheet and the versions on it, so that the sheet stays as it was
 * checked.
 */
final class CheckSigning {

    private static final int LONGEST = 4000;

    private final Core core;
    private final DutyService duties;
    private final EntryWriting writing;

    CheckSigning(Core core, DutyService duties, EntryWriting writing) {
        this.core = core;
        this.duties = duties;
        this.writing = writing;
    }

    MonthlyCheck check(Definition definition, String period) {
        Periods periods = Periods.ofCheck(definition, period);
        NotingView view = core.view();
        return new MonthlyCheck(definition.id(), period, gaps(definition, periods, view),
                newest(view, definition.id(), period));
    }

    MonthlyCheck.Checked newest(NotingView view, String ledger, String period) {
        return SystemLedgers.newestCheck(view, ledger, period).map(CheckSigning::checked).orElse(null);
    }

    MonthlyCheck sign(Caller caller, Definition definition, String period, CheckSubmission submission,
            BiFunction<Definition, Periods, List<Entry>> standing) {
        Role as = Permissions.first(Permissions.roles(caller, definition.id(), core.today()),
                EnumSet.of(Role.MANAGER, Role.DEPUTY))
                .orElseThrow(() -> Messages.refusal(Kind.FORBIDDEN, "forbidden.check"));
        Periods periods = Periods.ofCheck(definition, period);
        if (periods.from() != null && periods.from().isAfter(core.today())) {
            Violation future = new Violation(null, definition.monthlyCheck(), Messages.text("check.future"));
            throw new LedgerException(Kind.INVALID, future.message(), List.of(future));
        }
        NotingView view = core.view();
        List<MonthlyCheck.Gap> gaps = gaps(definition, periods, view);
        List<Violation> violations = violations(gaps, submission);
        if (!violations.isEmpty()) {
            throw new LedgerException(Kind.INVALID, Messages.text("invalid"), violations);
        }
        List<Long> leaves = standing.apply(definition, periods).stream().map(Entry::leafIndex).toList();
        String digest = SheetService.digest(core.store(), leaves);
        if (periods.from() != null && SystemLedgers.newestCheck(view, definition.id(), period)
                .filter(check -> digest.equals(check.fields().text("digest"))).isPresent()) {
            throw Messages.refusal(Kind.CONFLICT, "conflict.checked");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", definition.id() + "/" + period);
        fields.put("remarks", submission.remarks() == null || submission.remarks().isBlank()
                ? null
                : submission.remarks().strip());
        fields.put("explanations", CanonicalJson.string(submission.explanations()));
        fields.put("improvements", CanonicalJson.string(submission.improvements().stream().map(i -> {
            Map<String, Object> item = new TreeMap<>();
            item.put("text", i.text());
            item.put("who", i.who());
            item.put("due", i.due() == null ? null : i.due().toString());
            return item;
        }).toList()));
        fields.put("digest", digest);
        fields.put("leaves", CanonicalJson.string(leaves));
        Entry signed = writing.record(SystemLedgers.CHECKS, fields, caller.person(), as);
        return new MonthlyCheck(definition.id(), period, gaps, checked(signed));
    }

    private List<Violation> violations(List<MonthlyCheck.Gap> gaps, CheckSubmission submission) {
        List<Violation> violations = new ArrayList<>();
        for (MonthlyCheck.Gap gap : gaps) {
            String explanation = submission.explanations().get(gap.id());
            if (explanation == null || explanation.isBlank()) {
                violations.add(new Violation("explanations." + gap.id(), gap.clause(),
                        Messages.text("check.explanation", gap.text().ja(), gap.text().en())));
            }
        }
        submission.explanations().forEach((id, text) -> {
            if (gaps.stream().noneMatch(gap -> gap.id().equals(id))) {
                violations.add(new Violation("explanations." + id, null, Messages.text("check.unknown-gap", id)));
            }
            text(violations, "explanations." + id, text);
        });
        text(violations, "remarks", submission.remarks());
        for (Improvement improvement : submission.improvements()) {
            if (isBlank(improvement.text()) || isBlank(improvement.who())) {
                violations.add(new Violation("improvements", null, Messages.text("check.improvement")));
            }
            text(violations, "improvements", improvement.text());
            text(violations, "improvements", improvement.who());
        }
        return violations;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static void text(List<Violation> violations, String field, String text) {
        if (text != null && text.length() > LONGEST) {
            violations.add(new Violation(field, null, Messages.text("check.length")));
        } else if (text != null && MyNumberGuard.finds(text)) {
            violations.add(new Violation(field, null, Messages.text("guard.my-number")));
        }
    }

    /** What was due in the period and is missing; of the living list, what is due by today. */
    private List<MonthlyCheck.Gap> gaps(Definition definition, Periods periods, NotingView view) {
        LocalDate today = core.today();
        LocalDate from = periods.from() == null ? LocalDate.of(1900, 1, 1) : periods.from();
        LocalDate to = periods.from() == null
                ? today
                : periods.to().isBefore(today) ? periods.to() : today.minusDays(1);
        return core.modules().live(definition.id()).stream()
                .flatMap(live -> duties.computed(live, from, to, view).stream())
                .filter(duty -> !duty.due().isBefore(from) && !duty.due().isAfter(to))
                .map(duty -> new MonthlyCheck.Gap(id(duty), duty.clause(), duty.title())).distinct().toList();
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

    @SuppressWarnings("unchecked")
    static List<Long> leaves(Entry check) {
        return (List<Long>) json(check, "leaves");
    }

    @SuppressWarnings("unchecked")
    static MonthlyCheck.Checked checked(Entry check) {
        List<Improvement> improvements = ((List<Map<String, String>>) json(check, "improvements")).stream()
                .map(item -> new Improvement(item.get("text"), item.get("who"),
                        item.get("due") == null ? null : LocalDate.parse(item.get("due"))))
                .toList();
        return new MonthlyCheck.Checked(check.by(), check.as(), check.at(), check.fields().text("remarks"),
                (Map<String, String>) json(check, "explanations"), improvements, check.fields().text("digest"),
                check.id());
    }

    private static Object json(Entry check, String column) {
        return Json.stored(check.fields().text(column).getBytes(StandardCharsets.UTF_8));
    }
}
