package org.daicho.operations.internal.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.daicho.operations.internal.health.Folders;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The figures of the data folder: what it takes and what is left.
 */
@Component(service = {})
public final class FilesMeter implements MultiCollector {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Meters meters;
    private final Path data;
    private final Kept<Long> size;

    /** Joins the system's figures. */
    @Activate
    public FilesMeter(BundleContext context, @Reference Meters meters) {
        this(meters, Folders.data(context));
    }

    FilesMeter(Meters meters, Path data) {
        this.meters = meters;
        this.data = data;
        size = new Kept<>(MINUTE, () -> size(data.resolve("database")));
        meters.registry().register(this);
    }

    @Deactivate
    void leave() {
        meters.registry().unregister(this);
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> found = new ArrayList<>();
        size.find().ifPresent(bytes -> found.add(LedgerMeter.gauge("daicho_database_bytes",
                "The size of the database's files.", bytes)));
        try {
            found.add(LedgerMeter.gauge("daicho_disk_free_bytes", "What is left on the disk of the data folder.",
                    Files.getFileStore(data).getUsableSpace()));
        } catch (IOException e) {
            // The disk's health check tells of it; the other figures are still seen.
        }
        return new MetricSnapshots(found);
    }

    /** Files come and go while the database works; one that is gone counts nothing. */
    static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> Files.isRegularFile(file) ? file.toFile().length() : 0).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
