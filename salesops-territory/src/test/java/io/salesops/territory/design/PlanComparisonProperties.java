package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testkit.JsonLaws;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.testkit.ComparisonArbitraries;
import io.salesops.territory.testkit.MapArbitraries;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlanComparisonProperties {

    @Provide
    Arbitrary<TerritoryProblem> problems() {
        return MapArbitraries.maps();
    }

    @Provide
    Arbitrary<PlanComparison> comparisons() {
        return ComparisonArbitraries.planComparisons();
    }

    @Property(tries = 100)
    void comparisonsReadBackEqual(@ForAll("comparisons") PlanComparison comparison) {
        JsonLaws.roundTrips(comparison, PlanComparison.class);
    }

    @Property(tries = 100)
    void everyUnitIsCountedOnce(@ForAll("problems") TerritoryProblem problem, @ForAll long seed) {
        Random random = new Random(seed);
        TerritoryPlan one = ComparisonArbitraries.randomPlan("one", problem, random);
        TerritoryPlan other = ComparisonArbitraries.randomPlan("other", problem, random);
        PlanComparison comparison = PlanComparer.of(problem).compare(one, other);
        int kept = comparison.territories().stream()
                .mapToInt(TerritoryChange::kept)
                .sum();
        int gained = comparison.territories().stream()
                .mapToInt(TerritoryChange::gained)
                .sum();
        int lost = comparison.territories().stream()
                .mapToInt(TerritoryChange::lost)
                .sum();
        long nowhere = comparison.omitted().stream()
                .mapToLong(omission -> omission.count())
                .sum();

        assertThat(kept + lost).isEqualTo(one.assignment().size());
        assertThat(kept + gained).isEqualTo(other.assignment().size());
        assertThat(gained)
                .isEqualTo(comparison.moved().size() + comparison.added().size());
        assertThat(lost)
                .isEqualTo(comparison.moved().size() + comparison.dropped().size());
        assertThat(kept
                        + comparison.moved().size()
                        + comparison.added().size()
                        + comparison.dropped().size()
                        + nowhere)
                .isEqualTo(problem.units().size());
    }

    /** The pairing is the same backwards, so as much moves; never more than by name. */
    @Property(tries = 100)
    void asMuchMovesBackwards(@ForAll("problems") TerritoryProblem problem, @ForAll long seed) {
        Random random = new Random(seed);
        TerritoryPlan one = ComparisonArbitraries.randomPlan("one", problem, random);
        TerritoryPlan other = ComparisonArbitraries.randomPlan("other", problem, random);
        PlanComparer comparer = PlanComparer.of(problem);
        int moved = comparer.compare(one, other).moved().size();
        long byName = one.assignment().entrySet().stream()
                .filter(entry -> other.assignment().containsKey(entry.getKey())
                        && !entry.getValue().equals(other.assignment().get(entry.getKey())))
                .count();

        assertThat(comparer.compare(other, one).moved()).hasSize(moved);
        assertThat((long) moved).isLessThanOrEqualTo(byName);
        assertThat(comparer.compare(one, one).moved()).isEmpty();
        assertThat(comparer.compare(one, one).renamed()).isZero();
    }
}
