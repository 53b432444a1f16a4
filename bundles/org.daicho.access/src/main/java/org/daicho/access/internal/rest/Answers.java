package org.daicho.access.internal.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.access.internal.book.GrantBook;
import org.daicho.access.internal.directory.AccessToken;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.directory.Grant;
import org.daicho.access.internal.directory.KnownPerson;
import org.daicho.access.internal.directory.Terminal;
import org.daicho.ledger.rules.Days;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;

/**
 * What REST shows of accounts, persons, roles and tokens: never a secret.
 */
final class Answers {

    private final AccountDirectory directory;
    private final GrantBook grants;

    Answers(AccountDirectory directory, GrantBook grants) {
        this.directory = directory;
        this.grants = grants;
    }

    Map<String, Object> account(Account account) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", account.name());
        answer.put("displayName", account.displayName());
        answer.put("person", account.personId());
        answer.put("personName", directory.person(account.personId()).map(KnownPerson::name).orElse(null));
        answer.put("disabled", account.disabled());
        answer.put("mustChange", account.mustChange());
        answer.put("roles", roles(account.personId()));
        return answer;
    }

    Map<String, Object> person(KnownPerson person) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", person.id());
        answer.put("name", person.name());
        answer.put("disabled", person.disabled());
        answer.put("accounts", directory.accounts().stream().filter(a -> a.personId().equals(person.id()))
                .map(Account::name).toList());
        answer.put("roles", roles(person.id()));
        return answer;
    }

    /** Returns the roles that are held, asked for, or still to come. */
    List<Map<String, Object>> roles(String personId) {
        return directory.grants(personId).stream().filter(grants::isOpen).map(Answers::role).toList();
    }

    private static Map<String, Object> role(Grant grant) {
        return role(grant.role(), grant.from(), grant.to(), grant.scope(), grant.state().id(), grant.id());
    }

    /** Returns a role that follows from entries, so that no grant is behind it. */
    static Map<String, Object> held(RoleGrant grant) {
        return role(grant.role(), grant.from(), grant.to(), grant.scope(), Grant.State.ACTIVE.id(), null);
    }

    private static Map<String, Object> role(Role role, LocalDate from, LocalDate to, Set<String> scope, String state,
            String id) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("role", role.id());
        answer.put("from", from == null ? null : from.toString());
        answer.put("to", to == null ? null : to.toString());
        answer.put("scope", scope.isEmpty() ? null : List.copyOf(scope));
        answer.put("state", state);
        answer.put("id", id);
        return answer;
    }

    static Map<String, Object> token(AccessToken token) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", token.id());
        answer.put("label", token.label());
        answer.put("account", token.account());
        answer.put("expires", time(token.expires()));
        answer.put("created", time(token.created()));
        return answer;
    }

    static Map<String, Object> terminal(Terminal terminal) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", terminal.id());
        answer.put("name", terminal.name());
        answer.put("asset", terminal.asset());
        answer.put("registeredOn", terminal.registered().toString());
        return answer;
    }

    private static String time(Instant time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(Days.TOKYO).withNano(0));
    }
}
