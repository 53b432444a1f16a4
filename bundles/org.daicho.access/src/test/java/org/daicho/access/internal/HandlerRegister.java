package org.daicho.access.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.daicho.ledger.Submission;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Entry;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;

/** 様式7 as chapter 8 keeps it, as far as access is concerned. */
public final class HandlerRegister implements LedgerModule {

    public static final String LEDGER = "mynumber.handlers";

    private static final Caller MANAGER = new Caller("kaicho", new Person("p-kaicho", "会長"),
            List.of(new RoleGrant(Role.MANAGER, null, null, Set.of())), null, null);

    @Override
    public List<String> definitions() {
        return List.of("""
                {"id": "mynumber.handlers", "module": "mynumber", "chapter": 8, "revision": 1,
                 "title": {"ja": "名簿", "en": "Register"}, "period": "asof", "read": ["manager", "handler"],
                 "grants": [{"role": "handler", "person": "handler", "from": "designatedOn", "until": "releasedOn"}],
                 "columns": [
                  {"name": "handler", "label": {"ja": "利用者名", "en": "User"}, "type": "person"},
                  {"name": "designatedOn", "label": {"ja": "指定年月日", "en": "From"}, "type": "date"},
                  {"name": "releasedOn", "label": {"ja": "解除年月日", "en": "Until"}, "type": "date"}],
                 "states": [{"name": "designated", "label": {"ja": "指定", "en": "Designated"}}],
                 "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "designated",
                  "roles": ["manager"]}]}
                """);
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }

    /** Designates an account's person; {@code until} may be {@code null}. */
    public static Entry designate(TestCouncil council, String account, String from, String until) {
        Map<String, Object> fields = new HashMap<>(Map.of("handler", account, "designatedOn", from));
        fields.put("releasedOn", until);
        return council.ledger().enter(MANAGER, LEDGER, new Submission(fields, null, Map.of(), null));
    }
}
