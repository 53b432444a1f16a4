package org.daicho.operations.internal.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.daicho.ledger.value.Fields;
import org.daicho.operations.internal.modules.ModuleChange.Kind;
import org.daicho.operations.internal.modules.ModuleChange.Part;
import org.daicho.operations.internal.modules.ModuleChange.Source;
import org.junit.jupiter.api.Test;

class WantedModulesTest {

    private static ModuleChange change(Kind kind, String version, String before, String base) {
        return new ModuleChange(kind, "gifts", "贈り物", version, before, Source.CATALOGUE, "gifts.jar", "d" + version,
                base, List.of(new Part("p" + version, "part")), null);
    }

    private static WantedModules after(ModuleChange... changes) {
        return new WantedModules(List.of(changes));
    }

    @Test
    void aChangeIsReadAsItWasWritten() {
        ModuleChange change = change(Kind.UPDATED, "2", "1", "base");
        var fields = new java.util.HashMap<>(change.fields());
        fields.values().removeIf(java.util.Objects::isNull);
        assertEquals(change, ModuleChange.of(new Fields(fields)));
    }

    @Test
    void rollbacksGoBackOneUpdateEach() {
        WantedModules wanted = after(change(Kind.ADDED, "1", null, null), change(Kind.UPDATED, "2", "1", null),
                change(Kind.UPDATED, "3", "2", null));
        assertEquals("2", wanted.before("gifts").orElseThrow().version());
        wanted.apply(change(Kind.ROLLED_BACK, "2", "3", null));
        assertEquals("2", wanted.of("gifts").orElseThrow().version());
        assertEquals("1", wanted.before("gifts").orElseThrow().version());
        wanted.apply(change(Kind.ROLLED_BACK, "1", "2", null));
        assertEquals(Optional.empty(), wanted.before("gifts"));
    }

    @Test
    void theFirstUpdateOfTheDistributionsOwnGoesBackToIt() {
        WantedModules wanted = after(change(Kind.UPDATED, "2", "1", "own"));
        assertEquals("own", wanted.before("gifts").orElseThrow().digest());
        assertEquals("1", wanted.before("gifts").orElseThrow().version());
    }

    @Test
    void aRemovalForgetsWhatCameBeforeIt() {
        WantedModules wanted = after(change(Kind.ADDED, "1", null, null), change(Kind.UPDATED, "2", "1", null),
                change(Kind.REMOVED, "2", null, null));
        assertEquals(Kind.REMOVED, wanted.of("gifts").orElseThrow().kind());
        assertEquals(Optional.empty(), wanted.before("gifts"));
        assertEquals(Set.of("d2", "p2"), wanted.digests());
    }

    @Test
    void aJarOfTheFolderIsKnownUntilItWasTakenOut() {
        ModuleChange added = new ModuleChange(Kind.ADDED, "gifts", "贈り物", "1", null, Source.LOAD, "gifts.jar", "d1",
                null, List.of(), null);
        ModuleChange removed = new ModuleChange(Kind.REMOVED, "gifts", "贈り物", "1", null, Source.LOAD, "gifts.jar",
                "d1", null, List.of(), null);
        assertFalse(after().knows("gifts.jar", "d1"));
        assertTrue(after(added).knows("gifts.jar", "d1"));
        assertFalse(after(added).knows("gifts.jar", "d2"));
        assertTrue(after(added, removed).knows("gifts.jar", "d1"), "removed by a person, and still lies there");
        assertFalse(after(added, removed.because("取り除かれたため")).knows("gifts.jar", "d1"));
    }
}
