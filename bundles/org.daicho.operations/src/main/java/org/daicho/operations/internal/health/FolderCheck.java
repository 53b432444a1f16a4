package org.daicho.operations.internal.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The key folder: an erasure and a new entry need it writable. It is tried with a file, as permissions alone don't tell
 * of a full or read-only disk.
 */
@Component(property = {HealthCheck.NAME + "=keys", HealthCheck.TAGS + "=" + HealthServlet.TAG})
public final class FolderCheck implements HealthCheck {

    private final Path keys;

    /** Looks at the key folder of the system. */
    @Activate
    public FolderCheck(BundleContext context) {
        this(Folders.keys(context));
    }

    FolderCheck(Path keys) {
        this.keys = keys;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        try {
            Path probe = Files.createTempFile(keys, "health", ".tmp");
            Files.write(probe, new byte[]{0});
            Files.delete(probe);
            log.info("鍵のフォルダーに書き込めます / The key folder can be written");
        } catch (IOException e) {
            log.critical("鍵のフォルダーに書き込めません: {} / The key folder can not be written: {}", e.getClass().getSimpleName(),
                    e.getClass().getSimpleName());
        }
        return new Result(log);
    }
}
