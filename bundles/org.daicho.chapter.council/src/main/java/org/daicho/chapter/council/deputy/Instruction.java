package org.daicho.chapter.council.deputy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.daicho.chapter.council.member.Member;
import org.daicho.ledger.value.Fields;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.view.LedgerView;

/**
 * The responsible manager's instruction that the 事務局長 acts in the manager's stead (1-3).
 *
 * @param id           the entry's id, or {@code null} for one that is to be written
 * @param deputy       who is instructed
 * @param instructedBy the manager who instructs
 * @param from         the first day
 * @param to           the last day
 * @param scope        module or ledger ids; empty for all of them
 */
public record Instruction(String id, Person deputy, Person instructedBy, LocalDate from, LocalDate to,
        Set<String> scope) {

    public static final String LEDGER = "council.instructions";
    public static final String STANDING = "instructed";

    public static final String DEPUTY = "deputy";
    public static final String INSTRUCTED_BY = "instructedBy";
    public static final String VALID_FROM = "validFrom";
    public static final String VALID_TO = "validTo";
    public static final String SCOPE = "scope";

    /** Reads an instruction; empty where it lacks what makes one. */
    static Optional<Instruction> of(String id, Fields fields) {
        Person deputy = fields.person(DEPUTY);
        Person by = fields.person(INSTRUCTED_BY);
        LocalDate from = fields.date(VALID_FROM);
        LocalDate to = fields.date(VALID_TO);
        return deputy == null || by == null || from == null || to == null
                ? Optional.empty()
                : Optional.of(new Instruction(id, deputy, by, from, to, scope(fields.text(SCOPE))));
    }

    /** Reads the instructions that were not withdrawn. */
    static List<Instruction> standing(LedgerView view) {
        return view.standing(LEDGER, STANDING).stream().flatMap(e -> of(e.id(), e.fields()).stream()).toList();
    }

    /** Reads a scope as it is written, here and in the record of granted roles. */
    static Set<String> scope(String text) {
        return text == null || text.isBlank()
                ? Set.of()
                : Arrays.stream(text.strip().split("[\\s,、]+")).collect(Collectors.toUnmodifiableSet());
    }

    /** Finds the director's term that carries the whole instruction. */
    Optional<Member> director(List<Member> register) {
        return register.stream().filter(m -> Member.DIRECTOR.equals(m.position()) && m.person().isSameAs(deputy))
                .filter(m -> m.holds(from) && m.holds(to)).findFirst();
    }

    /** Finds the manager's term that carries the whole instruction. */
    Optional<Member> manager(List<Member> register) {
        return register.stream().filter(m -> m.isChair() && m.person().isSameAs(instructedBy))
                .filter(m -> m.holds(from) && m.holds(to)).findFirst();
    }

    /** Tells whether both terms still carry the instruction: the deputy cannot outlive them. */
    boolean isCarried(List<Member> register) {
        return director(register).isPresent() && manager(register).isPresent();
    }

    /** Tells whether a granted role lies within the instruction. */
    boolean covers(Grant grant) {
        return grant.from() != null && grant.to() != null && !grant.from().isBefore(from) && !grant.to().isAfter(to)
                && (scope.isEmpty() || !grant.scope().isEmpty() && grant.scope().stream().allMatch(this::covers));
    }

    private boolean covers(String ledgerOrModule) {
        int dot = ledgerOrModule.indexOf('.');
        return scope.contains(ledgerOrModule) || dot > 0 && scope.contains(ledgerOrModule.substring(0, dot));
    }
}
