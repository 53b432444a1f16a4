package org.daicho.ledger.engine.testing;

import static org.daicho.ledger.engine.testing.Council.MANAGER;
import static org.daicho.ledger.engine.testing.Council.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;
import org.daicho.ledger.value.Entry;

/** A register of handlers as 様式7 is one, and a ledger for handlers only, beside another module's for everybody. */
public final class Register implements LedgerModule {

    public static final String LEDGER = "secret.handlers";
    public static final String USES = "secret.uses";

    private final List<Rule> rules = new ArrayList<>();
    private final String grants;

    public Register() {
        this("""
                {"role": "handler", "person": "handler", "from": "designatedOn", "until": "releasedOn",
                 "states": ["designated"]}""");
    }

    /** A register whose definition has other grants. */
    public Register(String grants) {
        this.grants = grants;
    }

    public Register rule(Rule.Check check) {
        rules.add(new Rule("8-2(1)", USES, Set.of(), check));
        return this;
    }

    public static String definition(String grants) {
        return """
                {"id": "secret.handlers", "module": "secret", "chapter": 8, "revision": 1,
                 "title": {"ja": "名簿", "en": "Register"}, "period": "asof", "grants": [%s],
                 "read": ["manager", "handler"], "erase": ["manager"],
                 "columns": [
                  {"name": "handler", "label": {"ja": "利用者名", "en": "User"}, "type": "person", "required": true},
                  {"name": "hidden", "label": {"ja": "控", "en": "Kept"}, "type": "person", "searchable": false},
                  {"name": "scope", "label": {"ja": "範囲", "en": "Scope"}, "type": "text"},
                  {"name": "designatedOn", "label": {"ja": "指定年月日", "en": "From"}, "type": "date"},
                  {"name": "releasedOn", "label": {"ja": "解除年月日", "en": "Until"}, "type": "date"}],
                 "states": [{"name": "designated", "label": {"ja": "指定", "en": "Designated"}},
                  {"name": "struck", "label": {"ja": "取消", "en": "Struck"}}],
                 "actions": [
                  {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "designated", "roles": ["manager"]},
                  {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["designated", "struck"],
                   "roles": ["manager"]},
                  {"name": "strike", "label": {"ja": "取消", "en": "Strike"}, "from": ["designated"], "to": "struck",
                   "roles": ["manager"]}]}
                """.formatted(grants);
    }

    @Override
    public List<String> definitions() {
        return List.of(definition(grants), """
                {"id": "secret.uses", "module": "secret", "chapter": 8, "revision": 1,
                 "title": {"ja": "使用", "en": "Uses"}, "period": "month", "monthlyCheck": "8-3",
                 "read": ["manager", "handler"],
                 "erase": ["handler"],
                 "columns": [{"name": "what", "label": {"ja": "文書", "en": "Document"}, "type": "text"}],
                 "states": [{"name": "recorded", "label": {"ja": "記入", "en": "Recorded"}},
                  {"name": "checked", "label": {"ja": "確認", "en": "Checked"}}],
                 "actions": [
                  {"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "recorded", "roles": ["handler"]},
                  {"name": "correct", "label": {"ja": "訂正", "en": "Correct"}, "from": ["recorded"],
                   "roles": ["handler"]},
                  {"name": "check", "label": {"ja": "確認", "en": "Check"}, "from": ["recorded"], "to": "checked",
                   "roles": ["handler"]}]}
                """);
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }

    public static Entry designate(Council council, String account, String from) {
        return council.ledger().enter(MANAGER, LEDGER, fields("handler", account, "designatedOn", from));
    }

    public static Entry release(Council council, Entry row, String on) {
        return council.ledger().correct(MANAGER, LEDGER, row.id(), row.version(), Council.submission("担当替え",
                "handler", row.fields().person("handler").id(), "designatedOn", row.fields().text("designatedOn"),
                "releasedOn", on));
    }
}
