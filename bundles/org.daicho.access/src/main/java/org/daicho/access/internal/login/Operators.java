package org.daicho.access.internal.login;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.daicho.access.OperatorTokens;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.osgi.service.component.annotations.Component;

/**
 * The tokens of the system itself, in memory only. Immediate, so that they hold while nobody uses the service.
 */
@Component(service = {OperatorTokens.class, Operators.class}, immediate = true)
public final class Operators implements OperatorTokens {

    private static final Caller SYSTEM = new Caller("system", new Person("system", "システム"),
            List.of(new RoleGrant(Role.OPERATOR, null, null, Set.of())), null, null);

    private final Set<String> hashes = ConcurrentHashMap.newKeySet();

    @Override
    public String mint() {
        String token = TokenValues.random();
        hashes.add(TokenValues.hash(token));
        return token;
    }

    @Override
    public void revoke(String token) {
        hashes.remove(TokenValues.hash(token));
    }

    /** Returns the system's caller where the hash is that of one of its tokens. */
    Optional<Caller> find(String hash) {
        return hashes.contains(hash) ? Optional.of(SYSTEM) : Optional.empty();
    }
}
