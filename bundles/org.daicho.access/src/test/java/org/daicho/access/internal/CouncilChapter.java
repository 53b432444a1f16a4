package org.daicho.access.internal;

import java.util.List;

import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.spi.Rule;

/**
 * The ledgers of chapter 1 that access looks at: who is in office, who acts for the manager, and who leaves.
 */
public final class CouncilChapter implements LedgerModule {

    private static final String MEMBERS = """
            {"id": "council.members", "module": "council", "chapter": 1, "revision": 1, "period": "asof",
             "title": {"ja": "名簿", "en": "Register"}, "read": ["manager", "staff"],
             "columns": [{"name": "person", "label": {"ja": "氏名", "en": "Name"}, "type": "person",
               "registers": "access.persons"},
              {"name": "position", "label": {"ja": "役職", "en": "Position"}, "type": "text"},
              {"name": "termFrom", "label": {"ja": "就任日", "en": "From"}, "type": "date"},
              {"name": "termTo", "label": {"ja": "任期満了日", "en": "To"}, "type": "date"},
              {"name": "leftOn", "label": {"ja": "退会日", "en": "Left"}, "type": "date", "setBy": "leave"}],
             "states": [{"name": "active", "label": {"ja": "在任", "en": "In office"}},
              {"name": "left", "label": {"ja": "退会", "en": "Left"}}],
             "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "active",
               "roles": ["manager"]},
              {"name": "leave", "label": {"ja": "退会", "en": "Leave"}, "from": ["active"], "to": "left",
               "roles": ["manager"], "fields": ["leftOn"]}]}
            """;

    private static final String INSTRUCTIONS = """
            {"id": "council.instructions", "module": "council", "chapter": 1, "revision": 1, "period": "asof",
             "title": {"ja": "代行の指示", "en": "Instructions"}, "read": ["manager", "staff"],
             "columns": [{"name": "deputy", "label": {"ja": "代行者", "en": "Deputy"}, "type": "person"},
              {"name": "instructedBy", "label": {"ja": "管理責任者", "en": "By"}, "type": "person"},
              {"name": "validFrom", "label": {"ja": "開始日", "en": "From"}, "type": "date"},
              {"name": "validTo", "label": {"ja": "終了日", "en": "To"}, "type": "date"}],
             "states": [{"name": "instructed", "label": {"ja": "指示", "en": "Instructed"}},
              {"name": "withdrawn", "label": {"ja": "取消し", "en": "Withdrawn"}}],
             "actions": [{"name": "enter", "label": {"ja": "指示", "en": "Instruct"}, "to": "instructed",
               "roles": ["manager"]},
              {"name": "withdraw", "label": {"ja": "取消し", "en": "Withdraw"}, "from": ["instructed"],
               "to": "withdrawn", "roles": ["manager"]}]}
            """;

    private static final String LEAVING = """
            {"id": "council.leaving", "module": "council", "chapter": 1, "revision": 1, "period": "open",
             "title": {"ja": "退会時の確認", "en": "Leaving"}, "read": ["manager"],
             "columns": [{"name": "person", "label": {"ja": "氏名", "en": "Name"}, "type": "person"},
              {"name": "leavingOn", "label": {"ja": "退会日", "en": "On"}, "type": "date"}],
             "states": [{"name": "open", "label": {"ja": "確認中", "en": "Open"}}],
             "actions": [{"name": "enter", "label": {"ja": "記入", "en": "Enter"}, "to": "open",
               "roles": ["manager"]}]}
            """;

    @Override
    public List<String> definitions() {
        return List.of(MEMBERS, INSTRUCTIONS, LEAVING);
    }

    @Override
    public List<Rule> rules() {
        return List.of();
    }
}
