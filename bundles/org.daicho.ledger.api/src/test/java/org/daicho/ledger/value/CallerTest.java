package org.daicho.ledger.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final Person PERSON = new Person("p-1", "佐藤");
    private static final List<RoleGrant> STAFF = List.of(new RoleGrant(Role.STAFF, null, null, Set.of()));

    @Test
    @DisplayName("8-2(13) who left the terminal stays locked out, whatever else of the caller changes")
    void staysLocked() {
        Caller locked = new Caller("sato", PERSON, STAFF, "t-1", true, null);
        assertEquals(new Caller("sato", PERSON, STAFF, "t-1", true, "media"), locked.through("media"));
        assertEquals(new Caller("sato", PERSON, List.of(), "t-1", true, null), locked.with(List.of()));
        assertFalse(new Caller("sato", PERSON, STAFF, "t-1", null).locked());
    }

    @Test
    void aPersonIsTheSameByTheIdWhateverTheNameSays() {
        assertEquals(true, PERSON.isSameAs(new Person("p-1", "鈴木")));
        assertEquals(false, PERSON.isSameAs(new Person("p-2", "佐藤")));
        assertEquals(false, PERSON.isSameAs(null));
    }
}
