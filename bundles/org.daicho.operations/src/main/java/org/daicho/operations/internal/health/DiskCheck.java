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
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The disk of the data folder: a database on a full one stops.
 */
@Component(configurationPid = "org.daicho.health.disk", property = {HealthCheck.NAME + "=disk",
        HealthCheck.TAGS + "=" + HealthServlet.TAG})
@Designate(ocd = DiskCheck.Config.class)
public final class DiskCheck implements HealthCheck {

    private static final long MEGA = 1_000_000;

    /** How much must be free. */
    @ObjectClassDefinition(name = "Daicho: free disk space")
    @interface Config {

        /** Below this a warning. */
        @AttributeDefinition(description = "A warning below this many megabytes")
        long warn() default 1_000;

        /** Below this the system is not well. */
        @AttributeDefinition(description = "Critical below this many megabytes")
        long critical() default 200;
    }

    private final Path data;
    private final long warn;
    private final long critical;

    /** Looks at the data folder of the system. */
    @Activate
    public DiskCheck(BundleContext context, Config config) {
        this(Folders.data(context), config.warn(), config.critical());
    }

    DiskCheck(Path data, long warn, long critical) {
        this.data = data;
        this.warn = warn;
        this.critical = critical;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        try {
            long free = Files.getFileStore(data).getUsableSpace() / MEGA;
            String text = "ディスクの空き {} MB / {} MB of disk free";
            if (free < critical) {
                log.critical(text, free, free);
            } else if (free < warn) {
                log.warn(text, free, free);
            } else {
                log.info(text, free, free);
            }
        } catch (IOException e) {
            log.critical("データのフォルダーが読めません / The data folder can not be read");
        }
        return new Result(log);
    }
}
