package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.run.Execution;
import io.salesops.territory.area.TerritoryProblem;

/**
 * Designs territories: from nothing, from the present ones, or for one region. Immutable and thread-safe.
 *
 * <p>A balanced power diagram is annealed, then improved region by region; within the bands, compactness, travel and disruption
 * are made small. The same problem, options and steps give the same bytes, on any machine and any number of threads. A time
 * limit ends the search after a whole number of steps, which the result names: the same number replays it.
 *
 * <p>Memory is linear: about 300 bytes a unit, beside the problem itself; distances of the p-median are tabulated up to 2,000
 * units. Ten million proposals take about a second.
 */
public final class TerritoryDesigner {
    private final DesignOptions options;

    private TerritoryDesigner(DesignOptions options) {
        this.options = options;
    }

    /** Obtains the designer with {@link DesignOptions#standard()}. */
    public static TerritoryDesigner standard() {
        return of(DesignOptions.standard());
    }

    /** Obtains the designer with options. */
    public static TerritoryDesigner of(DesignOptions options) {
        return new TerritoryDesigner(options);
    }

    /** The options. */
    public DesignOptions options() {
        return options;
    }

    /** Returns everything that is wrong with a problem as it is written, or that no plan can keep; never throws. O(n log n). */
    public static ImmutableList<Finding> check(TerritoryProblem problem) {
        ImmutableList<Finding> findings = ProblemCheck.check(problem);
        if (hasErrors(findings)) {
            return findings;
        }
        UnitTable table = new UnitTable(problem);
        Adjacencies adjacencies = Adjacencies.of(table);
        Compilation compilation = new Compilation(table, adjacencies.graph());
        return ImmutableList.<Finding>builder()
                .addAll(findings)
                .addAll(FeasibilityCheck.check(table, compilation, compilation.borders()))
                .build();
    }

    /** Designs in the calling thread, for {@link DesignOptions#steps()}. */
    public Checked<TerritoryDesign> design(TerritoryProblem problem) {
        return design(problem, Execution.here());
    }

    /**
     * Designs alternatives; refused with all findings where the problem is wrong, or no plan can keep its rules.
     *
     * @throws java.util.concurrent.CancellationException if the execution is cancelled
     */
    public Checked<TerritoryDesign> design(TerritoryProblem problem, Execution execution) {
        ImmutableList<Finding> findings = ImmutableList.<Finding>builder()
                .addAll(ProblemCheck.check(problem))
                .addAll(RegionCheck.check(problem, options))
                .build();
        return hasErrors(findings)
                ? Checked.refused(findings)
                : new DesignRun(problem, options, execution).run(findings);
    }

    private static boolean hasErrors(Iterable<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }
}
