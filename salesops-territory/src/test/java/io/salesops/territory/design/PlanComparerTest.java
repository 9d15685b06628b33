package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanComparerTest {

    /** Units u0, u1 and so on, with a weight each. */
    private static TerritoryProblem.Builder problem(long... weights) {
        TerritoryProblem.Builder problem =
                TerritoryProblem.builder().id("six").version("1").contiguous(false);
        for (int i = 0; i < weights.length; i++) {
            problem.addUnits(AlignmentUnit.builder()
                    .id(UnitId.of("u" + i))
                    .location(Location.planar(i, 0))
                    .putWeights("accounts", weights[i])
                    .build());
        }
        return problem;
    }

    private static Territory worked(String territory, String rep) {
        return Territory.builder()
                .id(TerritoryId.of(territory))
                .rep(RepId.of(rep))
                .build();
    }

    /** A plan by the first letters of its territories, one for each unit; a dot is a unit without one. */
    private static TerritoryPlan plan(String id, String letters) {
        ImmutableMap.Builder<UnitId, TerritoryId> assignment = ImmutableMap.builder();
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) != '.') {
                assignment.put(UnitId.of("u" + i), TerritoryId.of(letters.substring(i, i + 1)));
            }
        }
        return TerritoryPlan.builder()
                .id(TerritoryPlanId.of(id))
                .assignment(assignment.buildOrThrow())
                .build();
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static final TerritoryProblem SIX = problem(5, 5, 5, 5, 5, 100)
            .addTerritories(worked("A", "ana"), worked("B", "ben"))
            .build();

    @Test
    void aTerritoryWithAnotherNameHasNotMoved() {
        PlanComparison comparison = PlanComparer.of(SIX).compare(plan("old", "AAABBB"), plan("new", "BBBAAA"));

        assertThat(comparison.moved()).isEmpty();
        assertThat(comparison.renamed()).isEqualTo(6);
        assertThat(comparison.weight("accounts").share()).contains(Rate.ZERO);
        assertThat(comparison.territories())
                .extracting(TerritoryChange::before, TerritoryChange::after, TerritoryChange::rep)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Optional.of(TerritoryId.of("A")),
                                Optional.of(TerritoryId.of("B")),
                                Optional.of(RepId.of("ana"))),
                        org.assertj.core.groups.Tuple.tuple(
                                Optional.of(TerritoryId.of("B")),
                                Optional.of(TerritoryId.of("A")),
                                Optional.of(RepId.of("ben"))));
    }

    @Test
    void gainsAndLossesAreCountedByRepAndMeasure() {
        PlanComparison comparison = PlanComparer.of(SIX).compare(plan("old", "AAABBB"), plan("new", "AABBBB"));

        assertThat(comparison.moved())
                .containsExactly(new UnitChange(UnitId.of("u2"), TerritoryId.of("A"), TerritoryId.of("B")));
        assertThat(comparison.weight("accounts")).isEqualTo(new MovedWeight("accounts", big(5), big(125)));
        assertThat(comparison.weight("accounts").share()).contains(Rate.of("4%"));
        RepChange ana = comparison.reps().get(0);
        RepChange ben = comparison.reps().get(1);
        assertThat(List.of(ana.kept(), ana.gained(), ana.lost())).containsExactly(2, 0, 1);
        assertThat(List.of(ben.kept(), ben.gained(), ben.lost())).containsExactly(3, 1, 0);
        assertThat(ana.weights()).containsEntry("accounts", new WeightChange(big(15), big(0), big(5)));
        assertThat(ben.weights().get("accounts")).isEqualTo(new WeightChange(big(110), big(5), big(0)));
        assertThat(comparison.explain()).isEqualTo("""
                units 1  old to new: 1 units move, 4% of accounts
                  +1  from A, goes on as A, ana: 2 units stay, 0 come, 1 go  [six 1]
                  +0  from B, goes on as B, ben: 3 units stay, 1 come, 0 go  [six 1]""");
    }

    /** By units A goes on as C, which has two of its three; by accounts as D, which has the heavy one. */
    @Test
    void theMeasureOfTheDisruptionDecidesWhoGoesOn() {
        TerritoryProblem problem = problem(1, 1, 50, 9).count(2).build();
        TerritoryPlan old = plan("old", "AAAB");
        TerritoryPlan split = plan("new", "CCDD");
        assertThat(PlanComparer.of(problem)
                        .compare(old, split)
                        .territories()
                        .get(0)
                        .after())
                .contains(TerritoryId.of("C"));
        TerritoryProblem weighed =
                problem.withDisruption(Disruption.builder().measure("accounts").build());
        PlanComparison comparison = PlanComparer.of(weighed).compare(old, split);
        assertThat(comparison.territories().get(0).after()).contains(TerritoryId.of("D"));
        assertThat(comparison.moved())
                .extracting(UnitChange::unit)
                .containsExactly(UnitId.of("u0"), UnitId.of("u1"), UnitId.of("u3"));
    }

    @Test
    void plansMayDifferInTheNumberOfTerritories() {
        PlanComparer comparer = PlanComparer.of(SIX);
        PlanComparison more = comparer.compare(plan("old", "AAABBB"), plan("new", "AACBBB"));
        assertThat(more.territories()).hasSize(3);
        assertThat(more.territories().get(2).before()).isEmpty();
        assertThat(more.territories().get(2).gained()).isEqualTo(1);
        assertThat(more.territories().get(2).rep()).isEmpty();
        PlanComparison fewer = comparer.compare(plan("old", "AACBBB"), plan("new", "AABBBB"));
        assertThat(fewer.territories().get(2).after()).isEmpty();
        assertThat(fewer.territories().get(2).lost()).isEqualTo(1);
        assertThat(fewer.moved()).hasSize(1);
    }

    @Test
    void whatHasNoTerritoryIsToldApart() {
        PlanComparison comparison = PlanComparer.of(SIX).compare(plan("old", "AA.BB."), plan("new", "A.ABB.BX"));

        assertThat(comparison.added()).containsExactly(UnitId.of("u2"));
        assertThat(comparison.dropped()).containsExactly(UnitId.of("u1"));
        assertThat(comparison.moved()).isEmpty();
        assertThat(comparison.omitted())
                .containsExactly(
                        Omission.of("units without a territory in either plan", List.of("u5"), 10),
                        Omission.of("units that the problem does not have", List.of("u6", "u7"), 10));
        assertThat(comparison.reps().get(0).gained()).isEqualTo(1);
        assertThat(comparison.reps().get(0).lost()).isEqualTo(1);
    }

    @Test
    void aMoveBetweenTwoTerritoriesOfOneRepIsNoGain() {
        TerritoryProblem problem = problem(5, 5, 5, 5)
                .addTerritories(worked("A", "ana"), worked("B", "ana"))
                .build();
        PlanComparison comparison = PlanComparer.of(problem).compare(plan("old", "AABB"), plan("new", "AAAB"));

        assertThat(comparison.moved()).hasSize(1);
        assertThat(comparison.reps()).hasSize(1);
        assertThat(comparison.reps().get(0).kept()).isEqualTo(4);
        assertThat(comparison.reps().get(0).weights().get("accounts"))
                .isEqualTo(new WeightChange(big(20), big(0), big(0)));
    }

    @Test
    void weightsNearTheEndOfLongAreExact() {
        long most = Long.MAX_VALUE;
        TerritoryProblem problem = problem(most, most - 1, most, most)
                .count(2)
                .disruption(Disruption.builder().measure("accounts").build())
                .build();
        PlanComparison comparison = PlanComparer.of(problem).compare(plan("old", "AABB"), plan("new", "DCCD"));

        // A keeps most with D, by one.
        assertThat(comparison.territories().get(0).after()).contains(TerritoryId.of("D"));
        assertThat(comparison.weight("accounts").all())
                .isEqualTo(big(most).multiply(big(4)).subtract(big(1)));
        assertThat(SalesOpsJson.read(SalesOpsJson.write(comparison), PlanComparison.class)
                        .orThrow())
                .isEqualTo(comparison);
    }

    @Test
    void hostileNamesDoNotBecomeWordsOfTheExplanation() {
        TerritoryProblem problem = problem(5, 5).count(2).build();
        TerritoryPlan odd = plan("old", "AB")
                .withAssignment(ImmutableMap.of(
                        UnitId.of("u0"), TerritoryId.of("{kept}"), UnitId.of("u1"), TerritoryId.of("%s")));
        assertThat(PlanComparer.of(problem).compare(odd, odd).explain()).contains("from {kept}, goes on as {kept}");
    }

    @Test
    void aWrongProblemIsRefusedWithAllFindings() {
        TerritoryProblem wrong = problem(1, -1).count(0).build();
        assertThatThrownBy(() -> PlanComparer.of(wrong))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("accounts must not be negative: -1")
                .hasMessageContaining("count must be from 1 to 100,000: 0");
        assertThatThrownBy(() -> PlanComparer.of(SIX)
                        .compare(plan("a", "A"), plan("b", "A"))
                        .weight("arr"))
                .hasMessageContaining("no unit weighs anything in arr. Maybe it is one of [accounts]");
    }
}
