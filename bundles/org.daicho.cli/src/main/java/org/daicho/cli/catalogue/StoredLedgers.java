package org.daicho.cli.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.daicho.cli.launch.AuditRuntime;
import org.daicho.cli.launch.DataFolder;
import org.daicho.cli.refusal.Refusal;
import org.daicho.resolver.ModuleJar;

/**
 * The ledgers that a stopped system holds.
 *
 * @param data its data folder
 * @param keys the folder of its key files
 */
public record StoredLedgers(Path data, Path keys) {

    /**
     * Holds a module against them: what was recorded goes on under its definitions.
     *
     * @param jar the module
     * @throws Refusal   where one of its definitions doesn't follow from what is stored, or the folder is in use or none
     * @throws Exception where the framework fails
     */
    public void requireFits(ModuleJar jar) throws Exception {
        if (!DataFolder.hasDatabase(data)) {
            throw new Refusal("データフォルダーではありません(database がありません): " + data,
                    "This is no data folder, as it holds no database: " + data);
        }
        try (DataFolder held = DataFolder.hold(data); AuditRuntime stored = AuditRuntime.launch(data, keys, false)) {
            for (String definition : jar.definitions()) {
                Optional<Refusal> obstacle = stored.obstacle(definition);
                if (obstacle.isPresent()) {
                    throw obstacle.get();
                }
            }
        } catch (IOException failure) {
            throw new Refusal("データを読めません: " + data + " (" + failure.getMessage() + ")",
                    "Cannot read the data in " + data);
        }
    }
}
