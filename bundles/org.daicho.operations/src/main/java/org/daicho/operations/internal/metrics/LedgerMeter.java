package org.daicho.operations.internal.metrics;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.daicho.ledger.Duties;
import org.daicho.ledger.LedgerState;
import org.daicho.ledger.operation.LedgerFigures;
import org.daicho.ledger.operation.LedgerStatus;
import org.daicho.ledger.sheet.Duty;
import org.daicho.ledger.value.Caller;
import org.daicho.ledger.value.Person;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.RoleGrant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The ledger's figures. What takes work to find out, the entries and the duties, is found out once a minute at most.
 */
@Component(service = {})
public final class LedgerMeter implements MultiCollector {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Sees what is due in every ledger, as the manager does; it has no account and nobody can log in as it. */
    private static final Caller MANAGER = new Caller("daicho", new Person("daicho", "daicho"),
            List.of(new RoleGrant(Role.MANAGER, null, null, Set.of())), null, null);

    private final Meters meters;
    private final LedgerStatus status;
    private final Kept<Map<String, Long>> entries;
    private final Kept<Map<String, Long>> open;
    private final Kept<Map<String, Long>> overdue;

    /** Joins the system's figures. */
    @Activate
    public LedgerMeter(@Reference Meters meters, @Reference LedgerStatus status, @Reference Duties duties) {
        this.meters = meters;
        this.status = status;
        Kept<List<Duty>> due = new Kept<>(MINUTE, () -> duties.duties(MANAGER, LocalDate.now(TOKYO)));
        entries = new Kept<>(MINUTE, status::entries);
        open = new Kept<>(MINUTE, () -> count(due.get(), duty -> true));
        overdue = new Kept<>(MINUTE, () -> count(due.get(), duty -> duty.due().isBefore(LocalDate.now(TOKYO))));
        meters.registry().register(this);
    }

    @Deactivate
    void leave() {
        meters.registry().unregister(this);
    }

    private static Map<String, Long> count(List<Duty> duties, Function<Duty, Boolean> wanted) {
        Map<String, Long> counts = new TreeMap<>();
        duties.stream().filter(wanted::apply).forEach(duty -> counts.merge(duty.ledger(), 1L, Long::sum));
        return counts;
    }

    @Override
    public MetricSnapshots collect() {
        LedgerState state = status.state();
        LedgerFigures figures = status.figures();
        List<MetricSnapshot> found = new ArrayList<>();
        found.add(gauge("daicho_ledger_queue", "Writes that wait for the writer.", state.queued()));
        found.add(gauge("daicho_log_leaves", "Leaves in the log.", state.treeSize()));
        found.add(gauge("daicho_log_kept_leaves", "Leaves in the checkpoint kept beside the keys.", state.keptSize()));
        found.add(counters("daicho_ledger_writes", "Calls that wrote, by kind.", "kind", figures.writes()));
        Map<String, Long> refusals = new TreeMap<>();
        figures.refusals().forEach((kind, count) -> refusals.put(kind.name().toLowerCase(Locale.ROOT), count));
        found.add(counters("daicho_ledger_refusals", "Calls that were refused, by kind.", "kind", refusals));
        found.add(histogram("daicho_ledger_batch_size", "How many writes were committed at once.", "writer",
                Map.of("ledger", figures.batches())));
        found.add(histogram("daicho_rule_duration_seconds", "How long the rules of a module took.", "module",
                figures.rules()));
        optional(found, "daicho_ledger_entries", "Entries by ledger.", entries);
        optional(found, "daicho_duties_open", "What is due or missing, by ledger.", open);
        optional(found, "daicho_duties_overdue", "What is missing, by ledger.", overdue);
        return new MetricSnapshots(found);
    }

    /** What can't be found out just now is left out, so that the other figures are still seen. */
    private static void optional(List<MetricSnapshot> found, String name, String help, Kept<Map<String, Long>> kept) {
        kept.find().ifPresent(values -> {
            GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
            values.forEach((ledger, value) -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("ledger", ledger)).value(value).build()));
            found.add(gauge.build());
        });
    }

    static GaugeSnapshot gauge(String name, String help, double value) {
        return GaugeSnapshot.builder().name(name).help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().value(value).build()).build();
    }

    private static CounterSnapshot counters(String name, String help, String label, Map<String, Long> values) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        values.forEach((key, value) -> counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(Labels.of(label, key)).value(value).build()));
        return counter.build();
    }

    private static HistogramSnapshot histogram(String name, String help, String label,
            Map<String, LedgerFigures.Distribution> values) {
        HistogramSnapshot.Builder histogram = HistogramSnapshot.builder().name(name).help(help);
        values.forEach((key, distribution) -> {
            List<Double> bounds = new ArrayList<>(distribution.bounds());
            bounds.add(Double.POSITIVE_INFINITY);
            histogram.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder().labels(Labels.of(label, key))
                    .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds,
                            new ArrayList<Number>(distribution.counts())))
                    .sum(distribution.sum()).build());
        });
        return histogram.build();
    }
}
