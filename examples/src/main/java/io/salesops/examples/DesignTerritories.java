package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.finding.Omission;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.design.Alternative;
import io.salesops.territory.design.DesignOptions;
import io.salesops.territory.design.MovedWeight;
import io.salesops.territory.design.PlanComparer;
import io.salesops.territory.design.PlanComparison;
import io.salesops.territory.design.PlanEvaluator;
import io.salesops.territory.design.TerritoryDesign;
import io.salesops.territory.design.TerritoryDesigner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Designs territories of towns, each of which weighs as many accounts as there are; what the present ones are is compared. */
final class DesignTerritories implements LeadToCashStep {
    static final String MEASURE = "accounts";
    private static final long STEPS = 60;
    private static final int EXAMPLES = 3;

    @Override
    public String title() {
        return "Design territories";
    }

    @Override
    public Optional<String> lacks(LeadToCashState state) {
        if (state.definitions().territories().isEmpty()) {
            return Optional.of("a territory problem in the definitions");
        }
        return state.accounts.isEmpty() ? Optional.of("accounts") : Optional.empty();
    }

    /** The problem with other weights of its towns. */
    static TerritoryProblem weighed(TerritoryProblem problem, Function<UnitId, Long> weight) {
        return problem.withUnits(problem.units().stream()
                .map(unit -> unit.withWeights(ImmutableMap.of(MEASURE, weight.apply(unit.id()))))
                .toList());
    }

    @Override
    public void run(LeadToCashState state, Printer out) {
        TerritoryProblem stated = state.definitions().territories().orElseThrow();
        Set<UnitId> towns = new HashSet<>();
        stated.units().stream().map(AlignmentUnit::id).forEach(towns::add);
        TreeMap<UnitId, Long> accounts = new TreeMap<>();
        List<String> elsewhere = new ArrayList<>();
        for (Account account : state.accounts) {
            Optional<UnitId> town = town(account).filter(towns::contains);
            town.ifPresent(id -> accounts.merge(id, 1L, Long::sum));
            if (town.isEmpty()) {
                elsewhere.add(account.id().value());
            }
        }
        TerritoryProblem problem = weighed(stated, town -> accounts.getOrDefault(town, 0L));
        TerritoryDesign design = TerritoryDesigner.of(
                        DesignOptions.builder().steps(STEPS).alternatives(1).build())
                .design(problem)
                .orThrow();
        Alternative best = design.best();
        if (problem.units().stream().allMatch(unit -> unit.present().isPresent())) {
            Alternative present = PlanEvaluator.of(problem)
                    .evaluate(problem.presentPlan("present"))
                    .orThrow();
            out.line(
                    "at present accounts are within %s of equal territories, as designed within %s",
                    present.maxDeviation(MEASURE), best.maxDeviation(MEASURE));
        }
        out.text(best.explain(), EXAMPLES);
        best.moves().stream()
                .limit(EXAMPLES)
                .forEach(move ->
                        out.line("%s moves from %s to %s: %s", move.unit(), move.present(), move.to(), move.why()));
        PlanComparison comparison = PlanComparer.of(problem).compareWithPresent(best.plan());
        MovedWeight moved = comparison.weight(MEASURE);
        out.line("%,d of %,d accounts move; towns kept, gained and lost by each rep:", moved.moved(), moved.all());
        out.line(
                "%s",
                comparison.reps().stream()
                        .map(rep -> rep.rep() + " " + rep.kept() + " +" + rep.gained() + " -" + rep.lost())
                        .collect(Collectors.joining(", ")));
        out.outcome(design);
        if (!elsewhere.isEmpty()) {
            out.omitted(ImmutableList.of(Omission.of("accounts in no town of the problem", elsewhere, EXAMPLES)));
        }
    }

    /** The town of an account as the problem calls it: {@code Elmford, US}. */
    private static Optional<UnitId> town(Account account) {
        return account.address()
                .flatMap(address ->
                        address.city().flatMap(city -> address.country().map(country -> city + ", " + country)))
                .map(UnitId::of);
    }
}
