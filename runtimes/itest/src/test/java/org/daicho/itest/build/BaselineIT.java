package org.daicho.itest.build;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The baseline gate, tried on an API that was released, while {@code cnf/released} is still empty.
 */
class BaselineIT {

    @TempDir
    Path folder;

    @Test
    @DisplayName("A method that every module would have to implement breaks the build until the major version says so")
    void aBreakOfWhatModulesImplementFails() throws Exception {
        ReleasedApi api = new ReleasedApi(folder);
        api.add("LedgerModule", "void burden();");
        assertFalse(api.verify());
        assertTrue(api.output().contains("Baseline problems detected"), api.output());
    }

    @Test
    @DisplayName("A default method with a raised minor version passes, compared with what was released")
    void whatNoModuleNoticesPasses() throws Exception {
        ReleasedApi api = new ReleasedApi(folder);
        api.add("LedgerModule", "default void relief() {}");
        api.raiseMinor("spi");
        assertTrue(api.verify(), api.output());
        assertTrue(api.output().contains("Baseline check succeeded"), api.output());
    }
}
