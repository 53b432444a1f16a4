package org.daicho.ledger.engine.right;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.engine.definition.KnownDefinition;
import org.daicho.ledger.engine.module.ModuleRegistry;
import org.daicho.ledger.engine.read.EntryReader;
import org.daicho.ledger.engine.search.Terms;
import org.daicho.ledger.engine.write.Reads;
import org.daicho.ledger.form.Definition;
import org.daicho.ledger.form.EntryGrant;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;

/**
 * The roles that follow from entries: a person is a handler exactly while the register names them (8-1(1)). Asked anew
 * at each call, of the entries as they stand, under the stored definition where the module is absent.
 * <p>
 * Each question is one read by the index of search terms, for the one person and the one module; ledgers of modules
 * without a register cost nothing. What was read is noted: the writer lets no write pass whose right to it has changed
 * since.
 */
public final class EntryRoles {

    private final ModuleRegistry modules;
    private final EntryReader reader;
    private final Terms terms;
    private final Reads reads;

    /** Makes one that notes into {@code reads}. */
    public EntryRoles(ModuleRegistry modules, EntryReader reader, Terms terms, Reads reads) {
        this.modules = modules;
        this.reader = reader;
        this.terms = terms;
        this.reads = reads;
    }

    /** Returns a caller with the grants that hold for the ledgers of a module. */
    public Caller acting(Caller caller, String module) {
        List<Definition> registers = registers(module + '.');
        if (registers.isEmpty() && caller.grants().stream().noneMatch(grant -> grant.role() == Role.HANDLER)) {
            return caller;
        }
        return caller.with(grants(caller, registers));
    }

    /** Returns the grants of a caller, over all modules. */
    public List<RoleGrant> grants(Caller caller) {
        return grants(caller, registers(""));
    }

    private List<Definition> registers(String ids) {
        return modules.ledgers().stream().filter(id -> id.startsWith(ids)).sorted()
                .flatMap(id -> modules.known(id).stream()).map(KnownDefinition::definition)
                .filter(definition -> !definition.grants().isEmpty()).toList();
    }

    /** What is granted by hand never makes a handler (8-1(1)①). */
    private List<RoleGrant> grants(Caller caller, List<Definition> registers) {
        List<RoleGrant> grants = new ArrayList<>(
                caller.grants().stream().filter(grant -> grant.role() != Role.HANDLER).toList());
        for (Definition register : registers) {
            // Before it is read: under another definition other entries may be found, and others give a role.
            reads.noteDefinition(register.id());
            register.grants().forEach(grant -> grants.addAll(given(register, grant, caller.person())));
        }
        return grants;
    }

    private Set<RoleGrant> given(Definition register, EntryGrant grant, Person person) {
        reads.noteTerm(terms.whole(register.id(), grant.person(), person.id()));
        Set<RoleGrant> given = new LinkedHashSet<>();
        for (Entry entry : reader.find(register.id(), grant.person(), person.id())) {
            // Ids of two persons may differ in what the search key leaves out.
            if (entry.erased() == null && person.isSameAs(entry.fields().person(grant.person()))
                    && entry.fields().has(grant.from())
                    && (grant.states().isEmpty() || grant.states().contains(entry.state()))) {
                boolean ends = grant.until() != null && entry.fields().has(grant.until());
                given.add(new RoleGrant(grant.role(), entry.fields().date(grant.from()),
                        ends ? entry.fields().date(grant.until()).minusDays(1) : null, Set.of(register.module())));
            }
        }
        return given;
    }
}
