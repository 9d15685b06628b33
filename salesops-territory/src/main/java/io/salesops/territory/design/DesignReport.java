package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns plans of the search into what is published: figures, reasons, certificate, and only what no other is better than. */
final class DesignReport {
    private final TerritoryProblem problem;
    private final DesignOptions options;
    private final UnitTable table;
    private final Adjacencies adjacencies;
    private final List<AttainableBound> bounds;
    private final List<Targets> aimed;

    DesignReport(
            TerritoryProblem problem,
            DesignOptions options,
            UnitTable table,
            Adjacencies adjacencies,
            List<AttainableBound> bounds,
            List<Targets> aimed) {
        this.problem = problem;
        this.options = options;
        this.table = table;
        this.adjacencies = adjacencies;
        this.bounds = bounds;
        this.aimed = aimed;
    }

    /** Returns the alternatives; the first plan is among them unless another is better in every figure. */
    List<Alternative> alternatives(List<int[]> plans, SearchProblem whole, int[] nodes) {
        List<Alternative> kept = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        for (int[] labels : plans) {
            Alternative one = figures(labels);
            Score score = score(whole, nodes, labels);
            boolean worse = kept.stream().anyMatch(other -> atLeastAsGood(other, one));
            if (!worse) {
                for (int i = kept.size() - 1; i >= 0; i--) {
                    if (atLeastAsGood(one, kept.get(i))) {
                        kept.remove(i);
                        scores.remove(i);
                    }
                }
                int at = 0;
                while (at < kept.size() && !score.betterThan(scores.get(at))) {
                    at++;
                }
                kept.add(at, one);
                scores.add(at, score);
            }
        }
        Optional<BigDecimal> bound = MedianBound.find(table, aimed, kept.get(0).compactness());
        List<Alternative> finished = new ArrayList<>();
        for (int i = 0; i < Math.min(kept.size(), options.alternatives()); i++) {
            finished.add(finish(bounded(kept.get(i), bound), i + 1));
        }
        return finished;
    }

    /** The bound holds for plans within the limits; one outside may be below it. */
    private static Alternative bounded(Alternative found, Optional<BigDecimal> bound) {
        boolean inside =
                found.measures().stream().allMatch(measure -> measure.outside().isEmpty());
        return found.withCompactnessBound(inside ? bound : Optional.empty());
    }

    /** Returns one plan with its figures, as it is. */
    Alternative alternative(int[] labels) {
        Alternative found = figures(labels);
        return finish(bounded(found, MedianBound.find(table, aimed, found.compactness())), 1);
    }

    private static Score score(SearchProblem whole, int[] nodes, int[] labels) {
        int[] nodeLabels = new int[whole.units];
        for (int u = 0; u < labels.length; u++) {
            nodeLabels[nodes[u]] = labels[u];
        }
        return new Partition(whole, nodeLabels).score();
    }

    private static boolean atLeastAsGood(Alternative one, Alternative other) {
        for (int m = 0; m < one.measures().size(); m++) {
            if (one.measures()
                            .get(m)
                            .maxDeviation()
                            .compareTo(other.measures().get(m).maxDeviation())
                    > 0) {
                return false;
            }
        }
        return one.compactness().compareTo(other.compactness()) <= 0
                && one.moved().compareTo(other.moved()) <= 0
                && one.fragments() <= other.fragments();
    }

    private Alternative figures(int[] labels) {
        PlanFigures figures = new PlanFigures(table, adjacencies.graph(), labels);
        ImmutableMap.Builder<UnitId, io.salesops.core.crm.TerritoryId> assignment =
                ImmutableMap.builderWithExpectedSize(labels.length);
        for (int u = 0; u < labels.length; u++) {
            assignment.put(
                    table.units.get(u).id(), table.territories.get(labels[u]).id());
        }
        ImmutableList<TerritoryFigures> territories = figures.territories();
        return Alternative.builder()
                .number(1)
                .plan(TerritoryPlan.builder()
                        .id(options.planId())
                        .assignment(assignment.buildOrThrow())
                        .build())
                .measures(figures.measures(bounds, aimed))
                .territories(territories)
                .compactness(figures.compactness())
                .compactnessBound(Optional.empty())
                .rmsKm(figures.rms())
                .medianKm(figures.median().map(sum -> perWeight(sum, figures.mass())))
                .cutEdges(figures.cutEdges())
                .fragments(territories.stream()
                        .mapToInt(TerritoryFigures::fragments)
                        .sum())
                .empties(figures.empties())
                .moved(figures.moved())
                .moves(new MoveReasons(figures).moves())
                .certificate(Certificate.of(ImmutableMap.of(), ImmutableList.of()))
                .explanation(new Explanation.Sum("not yet explained", Quantity.of(0, "units"), ImmutableList.of()))
                .build();
    }

    private static BigDecimal perWeight(BigDecimal sum, double mass) {
        return mass > 0 ? PlanFigures.kilometres(sum.doubleValue() / mass) : sum;
    }

    private Alternative finish(Alternative found, int number) {
        Alternative numbered = found.withNumber(number)
                .withPlan(found.plan()
                        .withId(
                                number == 1
                                        ? options.planId()
                                        : TerritoryPlanId.of(options.planId().value() + "-" + number)));
        Alternative explained = numbered.withExplanation(explanation(numbered));
        return explained.withCertificate(PlanAudit.audit(problem, table.units, adjacencies.graph(), explained));
    }

    /** The territories as the parts of the whole, in the first measure or in units. */
    private Explanation explanation(Alternative alternative) {
        String unit = table.balance.isEmpty() ? "units" : table.balance.get(0).measure();
        List<Step> steps = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        RuleRef rule = new RuleRef(problem.id(), problem.version(), table.balance.isEmpty() ? "" : "/balance/0");
        for (TerritoryFigures figures : alternative.territories()) {
            BigDecimal amount = table.balance.isEmpty()
                    ? BigDecimal.valueOf(figures.units())
                    : new BigDecimal(figures.weights().get(unit));
            total = total.add(amount);
            Rate deviation = figures.deviations().getOrDefault(unit, Rate.ZERO);
            steps.add(Step.builder()
                    .rule(rule)
                    .label(figures.territory()
                            + ": {units} units, {deviation} from its target, {rms} RMS to its centre")
                    .amount(Quantity.of(amount, unit))
                    .residue(Optional.empty())
                    .inputs(ImmutableMap.of(
                            "units", Integer.toString(figures.units()),
                            "deviation", deviation.toString(),
                            "rms", figures.rms().toPlainString()))
                    .parts(ImmutableList.of())
                    .build());
        }
        return new Explanation.Sum(subject(alternative), Quantity.of(total, unit), ImmutableList.copyOf(steps));
    }

    private String subject(Alternative alternative) {
        String balance = alternative.measures().stream()
                .map(measure -> measure.measure() + " within " + measure.maxDeviation() + " (attainable "
                        + measure.attainable() + ")")
                .collect(Collectors.joining(", "));
        return "alternative " + alternative.number() + ": "
                + alternative.territories().size() + " territories, "
                + (balance.isEmpty() ? "" : balance + ", ") + alternative.fragments() + " fragments, "
                + alternative.empties() + " empty; " + alternative.rmsKm() + (table.globe ? " km" : "")
                + " RMS to the centre; "
                + alternative
                        .gap()
                        .map(gap -> "at most " + gap + " above the least sum of distances; ")
                        .orElse("")
                + alternative.moved() + " moved";
    }

    /** What is worth knowing about the best alternative. */
    static List<Finding> findings(Alternative best) {
        List<Finding> findings = new ArrayList<>();
        for (MeasureFigures measure : best.measures()) {
            if (!measure.outside().isEmpty()) {
                findings.add(Finding.warning(
                                "territory.balance.outside",
                                measure.measure(),
                                measure.outside().size() + " territories lie outside the limits of " + measure.measure()
                                        + ": "
                                        + measure.outside().stream()
                                                .limit(10)
                                                .map(Object::toString)
                                                .collect(Collectors.joining(", ")))
                        .maybe("Maybe allow more steps, a wider band or more moves; see the bounds of the design."));
            }
        }
        if (best.empties() > 0) {
            findings.add(Finding.warning(
                            "territory.plan.empty",
                            best.plan().id().value(),
                            best.empties() + " territories have no unit: "
                                    + best.territories().stream()
                                            .filter(territory -> territory.units() == 0)
                                            .limit(10)
                                            .map(territory ->
                                                    territory.territory().value())
                                            .collect(Collectors.joining(", ")))
                    .maybe("Maybe allow more moves, or use fewer territories."));
        }
        for (String fault : best.certificate().faults()) {
            findings.add(
                    Finding.warning("territory.plan.fault", best.plan().id().value(), fault));
        }
        return findings;
    }

    static TerritoryDesign design(
            TerritoryProblem problem,
            DesignOptions options,
            long steps,
            List<Alternative> alternatives,
            ImmutableList<AttainableBound> bounds,
            ImmutableList<Border> bridges,
            List<Finding> findings) {
        return TerritoryDesign.builder()
                .alternatives(alternatives)
                .bounds(bounds)
                .bridges(bridges)
                .findings(findings)
                .explanation(alternatives.get(0).explanation())
                .computedFrom(Provenance.builder()
                        .engine("TerritoryDesigner")
                        .putInputs(
                                "problem", new Provenance.Input(problem.id(), problem.version(), fingerprint(problem)))
                        .putInputs(
                                "options",
                                new Provenance.Input(
                                        "options",
                                        "1",
                                        Fingerprint.ofText(SalesOpsJson.write(options.withSteps(steps)))))
                        .steps(steps)
                        .build())
                .build();
    }

    /** Equal for every order of units and borders: the problem without them, and they as facts. */
    static Fingerprint fingerprint(TerritoryProblem problem) {
        List<String> facts = new ArrayList<>();
        facts.add(SalesOpsJson.write(problem.withUnits(ImmutableList.of())
                .withBorders(ImmutableList.of())
                .withBridges(ImmutableList.of())));
        for (AlignmentUnit unit : problem.units()) {
            facts.add(UnitFact.text(unit));
        }
        for (Border border : problem.borders()) {
            facts.add(
                    border.a().compareTo(border.b()) < 0
                            ? border.a() + " " + border.b()
                            : border.b() + " " + border.a());
        }
        for (Border border : problem.bridges()) {
            facts.add("bridge "
                    + (border.a().compareTo(border.b()) < 0
                            ? border.a() + " " + border.b()
                            : border.b() + " " + border.a()));
        }
        return Fingerprint.ofFacts(facts);
    }
}
