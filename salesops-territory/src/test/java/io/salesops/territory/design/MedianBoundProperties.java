package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The bound of medians against every plan of small problems. */
class MedianBoundProperties {

    private static TerritoryProblem problem(int units, int medians, long seed, boolean whole, boolean weighed) {
        Random random = new Random(seed);
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("medians")
                .version("1")
                .contiguous(false)
                .count(medians)
                .addBalance(Balance.builder()
                        .measure("demand")
                        .maximum(4L * units / medians + 6)
                        .build())
                .objective(Objective.builder()
                        .compactness(Compactness.MEDIAN)
                        .measure(weighed ? java.util.Optional.of("demand") : java.util.Optional.empty())
                        .wholeDistances(whole)
                        .build());
        for (int i = 0; i < units; i++) {
            problem.addUnits(AlignmentUnit.builder()
                    .id(UnitId.of("u" + i))
                    .location(Location.planar(random.nextInt(50), random.nextInt(50)))
                    .weights(ImmutableMap.of("demand", (long) random.nextInt(8)))
                    .build());
        }
        return problem.build();
    }

    @Property(tries = 100)
    void noPlanWithinTheLimitsIsBelow(
            @ForAll @IntRange(min = 3, max = 7) int units,
            @ForAll @IntRange(min = 1, max = 3) int medians,
            @ForAll @IntRange(max = 10_000) int seed,
            @ForAll boolean whole,
            @ForAll boolean weighed) {
        TerritoryProblem problem = problem(units, medians, seed, whole, weighed);
        UnitTable table = new UnitTable(problem);
        List<Targets> limits = Targets.reported(table);
        double least = leastCost(problem, new int[units], 0, medians, whole, weighed);
        if (least == Double.MAX_VALUE || units <= medians) {
            return;
        }
        BigDecimal bound =
                MedianBound.find(table, limits, BigDecimal.valueOf(least)).orElseThrow();
        assertThat(bound.doubleValue()).isLessThanOrEqualTo(least + 0.001);
        // A plan that is not the best does not lift the bound above the best.
        BigDecimal other = MedianBound.find(table, limits, BigDecimal.valueOf(1.5 * least + 1))
                .orElseThrow();
        assertThat(other.doubleValue()).isLessThanOrEqualTo(least + 0.001);
    }

    private static double leastCost(
            TerritoryProblem problem, int[] plan, int next, int medians, boolean whole, boolean weighed) {
        if (next == plan.length) {
            return cost(problem, plan, medians, whole, weighed);
        }
        double least = Double.MAX_VALUE;
        for (int t = 0; t < medians; t++) {
            plan[next] = t;
            least = Math.min(least, leastCost(problem, plan, next + 1, medians, whole, weighed));
        }
        return least;
    }

    private static double cost(TerritoryProblem problem, int[] plan, int medians, boolean whole, boolean weighed) {
        long most = problem.balance().get(0).maximum().orElseThrow();
        double sum = 0;
        for (int t = 0; t < medians; t++) {
            int territory = t;
            List<AlignmentUnit> own = java.util.stream.IntStream.range(0, plan.length)
                    .filter(u -> plan[u] == territory)
                    .mapToObj(problem.units()::get)
                    .toList();
            if (own.stream().mapToLong(unit -> unit.weight("demand")).sum() > most) {
                return Double.MAX_VALUE;
            }
            sum += own.stream()
                    .mapToDouble(centre -> own.stream()
                            .mapToDouble(unit -> (weighed ? unit.weight("demand") : 1) * distance(unit, centre, whole))
                            .sum())
                    .min()
                    .orElse(0);
        }
        return sum;
    }

    private static double distance(AlignmentUnit one, AlignmentUnit other, boolean whole) {
        Location.Planar a = (Location.Planar) one.location();
        Location.Planar b = (Location.Planar) other.location();
        double distance = Math.sqrt((a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y()));
        return whole ? Math.floor(distance) : distance;
    }

    /** Far more units than medians, and no capacity that hinders: the bound is near what a search finds. */
    @Property(tries = 5)
    void theBoundIsNear(@ForAll @IntRange(max = 1_000) int seed) {
        TerritoryProblem problem = problem(60, 6, seed, false, false)
                .withBalance(Balance.builder().measure("demand").maximum(1_000).build());
        Alternative best = TerritoryDesigner.of(
                        DesignOptions.builder().steps(500).alternatives(1).build())
                .design(problem)
                .orThrow()
                .best();
        assertThat(best.gap().orElseThrow().value().approximate()).isBetween(0.0, 0.03);
        assertThat(best.explain()).contains("above the least sum of distances");
        assertThat(best.certificate().faults()).isEmpty();
    }
}
