package io.salesops.benchmarks.territory;

import io.salesops.core.crm.TerritoryId;
import io.salesops.core.run.Execution;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.design.DesignOptions;
import io.salesops.territory.design.TerritoryDesign;
import io.salesops.territory.design.TerritoryDesigner;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One run of the designer: what it found, how long it took, and how busy the machine was. */
final class Trial {
    private static final double NANOS = 1e9;

    private final TerritoryDesign design;
    private final double seconds;
    private final double processor;

    private Trial(TerritoryDesign design, double seconds, double processor) {
        this.design = design;
        this.seconds = seconds;
        this.processor = processor;
    }

    /**
     * Designs by {@code seconds=} or {@code steps=}, {@code seed=} and {@code threads=}; with {@code clock=cpu} the seconds are those of
     * processors, all threads together, which other work on the machine does not shorten.
     */
    static Trial of(TerritoryProblem problem, Arguments arguments) {
        int threads = arguments.number("threads", 2);
        DesignOptions.Builder options = DesignOptions.builder()
                .seed(arguments.number("seed", 1))
                .alternatives(arguments.number("alternatives", 1));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long before = processorNanos();
            long start = System.nanoTime();
            Execution execution = Execution.on(pool, threads);
            if (arguments.values().containsKey("steps")) {
                options.steps(Long.parseLong(arguments.text("steps", "")));
            } else {
                double limit = Double.parseDouble(arguments.text("seconds", "5"));
                execution = execution.within(
                        Duration.ofNanos((long) (limit * NANOS)),
                        arguments.text("clock", "wall").equals("cpu") ? Trial::processorNanos : System::nanoTime);
            }
            TerritoryDesign design = TerritoryDesigner.of(options.build())
                    .design(problem, execution)
                    .orThrow();
            double seconds = (System.nanoTime() - start) / NANOS;
            double processor = (processorNanos() - before) / NANOS;
            if (!arguments.text("explain", "").isEmpty()) {
                design.bounds().forEach(bound -> System.out.println(bound.why()));
                design.findings().forEach(finding -> System.out.println(finding.text()));
                System.out.println(
                        "certificate holds: " + design.best().certificate().holds());
            }
            return new Trial(design, seconds, processor);
        } finally {
            pool.shutdown();
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : 0;
    }

    /** The territory of each unit, whose ids are its row numbers, and territories numbered as they come. */
    int[] labels(int units) {
        TerritoryPlan plan = design.best().plan();
        Map<TerritoryId, Integer> numbers = new HashMap<>();
        int[] labels = new int[units];
        for (int i = 0; i < units; i++) {
            TerritoryId territory = plan.assignment().get(unit(i));
            if (territory == null) {
                throw new IllegalStateException("unit " + i + " has no territory");
            }
            labels[i] = numbers.computeIfAbsent(territory, id -> numbers.size());
        }
        return labels;
    }

    /** What the library says of borders that it found itself. */
    int fragments() {
        return design.best().fragments();
    }

    /** What the library says of borders that it found itself. */
    int cutEdges() {
        return design.best().cutEdges();
    }

    static UnitId unit(int row) {
        return UnitId.of("u" + row);
    }

    /** {@code seconds= steps= cpu= load=}. */
    String cost() {
        return String.format(
                Locale.ROOT,
                "seconds=%.2f steps=%d cpu=%.2f load=%.1f",
                seconds,
                design.computedFrom().steps().orElse(0),
                processor,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
