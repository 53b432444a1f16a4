package org.daicho.chapter.council.deputy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

import org.daicho.chapter.council.member.Member;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.rules.Rules;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Texts;

/**
 * What an instruction to act for the manager must fulfil (1-3) beside what the definition asks for: it is the manager's
 * own, to the 事務局長, and it ends no later than either's term.
 */
public final class InstructionRules {

    private static final String CLAUSE = "1-3";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9-]*)?");

    private final Rules rules;

    public InstructionRules(Texts texts) {
        rules = new Rules(Instruction.LEDGER, texts);
    }

    public List<Rule> rules() {
        return List.of(
                rule(Instruction.INSTRUCTED_BY, "instruction.manager", (i, register) -> register.stream()
                        .noneMatch(m -> m.isChair() && m.person().isSameAs(i.instructedBy()) && m.holds(i.from()))),
                rule(Instruction.DEPUTY, "instruction.director", (i, register) -> register.stream()
                        .noneMatch(m -> Member.DIRECTOR.equals(m.position()) && m.person().isSameAs(i.deputy())
                                && m.holds(i.from()))),
                rule(Instruction.VALID_TO, "instruction.term", InstructionRules::outlives),
                rule(Instruction.SCOPE, "instruction.scope",
                        (i, register) -> i.scope().stream().anyMatch(s -> !ID.matcher(s).matches())),
                rules.rule(CLAUSE, Set.of(Ledger.CORRECT), Instruction.INSTRUCTED_BY, "instruction.other",
                        (change, view) -> !change.caller().person()
                                .isSameAs(change.fields().person(Instruction.INSTRUCTED_BY))));
    }

    /** Both hold their office on the first day, and one does no more on the last. */
    private static boolean outlives(Instruction instruction, List<Member> register) {
        Instruction firstDay = new Instruction(null, instruction.deputy(), instruction.instructedBy(),
                instruction.from(), instruction.from(), instruction.scope());
        return firstDay.isCarried(register) && !instruction.isCarried(register);
    }

    private Rule rule(String field, String message, BiPredicate<Instruction, List<Member>> broken) {
        return rules.rule(CLAUSE, Rules.CONTENT, field, message, (change, view) -> {
            Optional<Instruction> instruction = Instruction.of(null, change.fields());
            return instruction.isPresent() && broken.test(instruction.get(), Member.all(view));
        });
    }
}
