package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes every published figure again, from the problem and the plan alone, and looks for broken rules.
 *
 * <p>Its code is its own: decimals instead of fractions, haversines instead of chords, merged sets instead of searches.
 */
final class PlanAudit {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.0001");
    private static final double TOLERANCE = 0.002;

    private final TerritoryProblem problem;
    private final List<AlignmentUnit> units;
    private final List<Territory> designed;
    private final Graph borders;
    private final Alternative alternative;
    private final TerritoryPlan plan;
    /** The place in {@link #designed} of each unit's territory, or -1. */
    private final int[] labels;

    private final int[] sizes;
    private final Map<TerritoryId, Integer> places = new HashMap<>();
    private final ImmutableMap.Builder<String, String> figures = ImmutableMap.builder();
    private final List<String> faults = new ArrayList<>();

    private PlanAudit(TerritoryProblem problem, List<AlignmentUnit> units, Graph borders, Alternative alternative) {
        this.problem = problem;
        this.units = units;
        this.borders = borders;
        this.alternative = alternative;
        plan = alternative.plan();
        designed = problem.designed();
        labels = new int[units.size()];
        sizes = new int[designed.size()];
    }

    /**
     * Audits an alternative.
     *
     * @param units the problem's units, as the borders number them
     * @param borders all borders: given, found and bridges
     */
    static Certificate audit(
            TerritoryProblem problem, List<AlignmentUnit> units, Graph borders, Alternative alternative) {
        PlanAudit audit = new PlanAudit(problem, units, borders, alternative);
        audit.coverage();
        audit.weights();
        audit.borders();
        audit.distances();
        audit.faults.addAll(RuleAudit.faults(problem, alternative));
        audit.moved();
        return Certificate.of(audit.figures.buildOrThrow(), ImmutableList.copyOf(audit.faults));
    }

    private void same(String name, Object published, Object again) {
        figures.put(name, again.toString());
        if (!published.toString().equals(again.toString())) {
            faults.add(name + " is published as " + published + ", computed again it is " + again);
        }
    }

    private void near(String name, double published, double again) {
        figures.put(
                name,
                BigDecimal.valueOf(again).setScale(3, RoundingMode.HALF_EVEN).toPlainString());
        if (StrictMath.abs(published - again) > TOLERANCE + 1e-9 * StrictMath.abs(again)) {
            faults.add(name + " is published as " + published + ", computed again it is " + again);
        }
    }

    private void coverage() {
        for (Territory territory : designed) {
            places.put(territory.id(), places.size());
        }
        for (int u = 0; u < labels.length; u++) {
            UnitId unit = units.get(u).id();
            Optional<TerritoryId> territory =
                    Optional.ofNullable(plan.assignment().get(unit));
            labels[u] = territory.map(places::get).orElse(-1);
            if (labels[u] < 0) {
                faults.add("unit " + unit + " has no territory of the problem: "
                        + territory.map(TerritoryId::value).orElse("none"));
            } else {
                sizes[labels[u]]++;
            }
        }
        if (plan.assignment().size() != problem.units().size()) {
            faults.add("the plan names " + plan.assignment().size() + " units, the problem "
                    + problem.units().size());
        }
        same(
                "empties",
                alternative.empties(),
                Arrays.stream(sizes).filter(size -> size == 0).count());
        for (TerritoryFigures published : alternative.territories()) {
            Integer place = places.get(published.territory());
            if (place == null || published.units() != sizes[place]) {
                faults.add("units of " + published.territory() + " are published as " + published.units());
            }
        }
    }

    private Map<TerritoryId, BigDecimal> loads(String measure) {
        BigDecimal[] loads = new BigDecimal[sizes.length];
        Arrays.fill(loads, BigDecimal.ZERO);
        long[] parts = new long[sizes.length];
        for (int u = 0; u < labels.length; u++) {
            int label = labels[u];
            long weight = units.get(u).weight(measure);
            if (label >= 0 && parts[label] > Long.MAX_VALUE - weight) {
                loads[label] = loads[label].add(BigDecimal.valueOf(parts[label]));
                parts[label] = 0;
            }
            if (label >= 0) {
                parts[label] += weight;
            }
        }
        Map<TerritoryId, BigDecimal> byTerritory = new HashMap<>();
        for (int t = 0; t < loads.length; t++) {
            byTerritory.put(designed.get(t).id(), loads[t].add(BigDecimal.valueOf(parts[t])));
        }
        return byTerritory;
    }

    private void weights() {
        for (Balance balance : problem.balance()) {
            String measure = balance.measure();
            Map<TerritoryId, BigDecimal> loads = loads(measure);
            BigDecimal total = BigDecimal.ZERO;
            BigDecimal stated = BigDecimal.ZERO;
            int sharing = 0;
            for (Territory territory : designed) {
                total = total.add(loads.getOrDefault(territory.id(), BigDecimal.ZERO));
                Long target = territory.target().get(measure);
                stated = target == null ? stated : stated.add(BigDecimal.valueOf(target));
                sharing += target == null ? 1 : 0;
            }
            BigDecimal largest = BigDecimal.ZERO;
            BigDecimal sum = BigDecimal.ZERO;
            Map<TerritoryId, BigDecimal> goals = new HashMap<>();
            for (Territory territory : designed) {
                Long target = territory.target().get(measure);
                BigDecimal goal = target != null
                        ? BigDecimal.valueOf(target)
                        : total.subtract(stated)
                                .max(BigDecimal.ZERO)
                                .divide(BigDecimal.valueOf(sharing), new MathContext(60));
                goals.put(territory.id(), goal);
                BigDecimal load = loads.getOrDefault(territory.id(), BigDecimal.ZERO);
                BigDecimal deviation = goal.signum() == 0
                        ? BigDecimal.valueOf(load.signum())
                        : load.subtract(goal).divide(goal, new MathContext(60)).abs();
                largest = largest.max(deviation);
                sum = sum.add(deviation);
            }
            MeasureFigures published = alternative.figures(measure);
            within(measure + " maxDeviation", published.maxDeviation().value().approximate(), largest);
            within(
                    measure + " meanDeviation",
                    published.meanDeviation().value().approximate(),
                    sum.divide(BigDecimal.valueOf(Math.max(1, sizes.length)), new MathContext(60)));
            if (published.maxDeviation().compareTo(published.attainable()) < 0) {
                faults.add(measure + " deviates by less than is attainable: " + published.maxDeviation());
            }
            for (TerritoryFigures territory : alternative.territories()) {
                BigInteger weight = territory.weights().get(measure);
                BigDecimal load = loads.getOrDefault(territory.territory(), BigDecimal.ZERO);
                if (weight == null || !weight.equals(load.toBigInteger())) {
                    faults.add(measure + " of " + territory.territory() + " is published as " + weight);
                }
                deviation(measure, territory, load, goals.getOrDefault(territory.territory(), BigDecimal.ZERO));
            }
        }
    }

    private void deviation(String measure, TerritoryFigures territory, BigDecimal load, BigDecimal goal) {
        Rate published = territory.deviations().get(measure);
        if ((published == null) != (goal.signum() == 0)) {
            faults.add(measure + " of " + territory.territory() + " deviates by " + published + " from " + goal);
        } else if (published != null) {
            double again = load.subtract(goal).divide(goal, new MathContext(60)).doubleValue();
            if (StrictMath.abs(published.value().approximate() - again)
                    > HUNDREDTH.doubleValue() * 0.51 + 1e-12 * StrictMath.abs(again)) {
                faults.add(measure + " of " + territory.territory() + " deviates by " + again + ", published is "
                        + published);
            }
        }
    }

    private void within(String name, double published, BigDecimal again) {
        figures.put(name, again.setScale(6, RoundingMode.HALF_EVEN).toPlainString());
        if (StrictMath.abs(published - again.doubleValue())
                > HUNDREDTH.doubleValue() * 0.51 + 1e-12 * StrictMath.abs(published)) {
            faults.add(name + " is published as " + published + ", computed again it is "
                    + again.round(MathContext.DECIMAL64));
        }
    }

    private void borders() {
        int[] roots = new int[labels.length];
        Arrays.setAll(roots, u -> u);
        int cut = 0;
        for (int u = 0; u < labels.length; u++) {
            for (int e = borders.offsets[u]; e < borders.offsets[u + 1]; e++) {
                int other = borders.ends[e];
                if (labels[u] >= 0 && labels[u] == labels[other]) {
                    roots[root(roots, u)] = root(roots, other);
                } else if (u < other) {
                    cut++;
                }
            }
        }
        int parts = 0;
        for (int u = 0; u < roots.length; u++) {
            parts += roots[u] == u ? 1 : 0;
        }
        long filled = Arrays.stream(sizes).filter(size -> size > 0).count();
        same("fragments", alternative.fragments(), parts - filled);
        same("cutEdges", alternative.cutEdges(), cut);
        if (problem.objective().compactness() == Compactness.CUT_EDGES) {
            same("compactness", alternative.compactness(), cut);
        }
        int[] extra = new int[sizes.length];
        for (int t = 0; t < extra.length; t++) {
            extra[t] = sizes[t] > 0 ? -1 : 0;
        }
        for (int u = 0; u < roots.length; u++) {
            if (roots[u] == u && labels[u] >= 0) {
                extra[labels[u]]++;
            }
        }
        for (TerritoryFigures territory : alternative.territories()) {
            Integer place = places.get(territory.territory());
            if (place != null && territory.fragments() != extra[place]) {
                faults.add("fragments of " + territory.territory() + " are published as " + territory.fragments());
            }
        }
    }

    private static int root(int[] roots, int unit) {
        int at = unit;
        while (roots[at] != at) {
            roots[at] = roots[roots[at]];
            at = roots[at];
        }
        return at;
    }

    private void distances() {
        Optional<String> measure = problem.objective().measure();
        AuditPlace[] centres = AuditPlace.means(units, labels, sizes.length, measure);
        AuditPlace[] homes = new AuditPlace[sizes.length];
        Map<UnitId, Integer> rows = new HashMap<>();
        if (designed.stream().anyMatch(territory -> territory.home().isPresent())) {
            for (int u = 0; u < labels.length; u++) {
                rows.put(units.get(u).id(), u);
            }
        }
        boolean[] homely = new boolean[sizes.length];
        for (int t = 0; t < homes.length; t++) {
            homely[t] = designed.get(t).home().isPresent();
            homes[t] = designed.get(t)
                    .home()
                    .map(rows::get)
                    .map(row -> AuditPlace.of(units.get(row).location()))
                    .orElse(centres[t]);
        }
        double[] masses = new double[sizes.length];
        double[] squares = new double[sizes.length];
        double[] travels = new double[sizes.length];
        for (int u = 0; u < labels.length; u++) {
            int t = labels[u];
            if (t >= 0) {
                double weight = weight(units.get(u), measure);
                double distance = centres[t].distance(units.get(u).location());
                squares[t] += weight * distance * distance;
                masses[t] += weight;
                double way = homely[t] ? homes[t].distance(units.get(u).location()) : 0;
                travels[t] += weight * way * way;
            }
        }
        double inertia = Arrays.stream(squares).sum();
        double mass = Arrays.stream(masses).sum();
        near("rmsKm", alternative.rmsKm().doubleValue(), mass > 0 ? Math.sqrt(inertia / mass) : 0);
        if (problem.objective().compactness() == Compactness.INERTIA) {
            near("compactness", alternative.compactness().doubleValue(), inertia);
        }
        medians(measure, mass);
        for (TerritoryFigures territory : alternative.territories()) {
            Integer t = places.get(territory.territory());
            if (t != null) {
                root(territory.territory() + " rms", territory.rms(), squares[t], masses[t]);
                territory
                        .travel()
                        .ifPresent(travel -> root(territory.territory() + " travel", travel, travels[t], masses[t]));
            }
        }
        alternative.compactnessBound().ifPresent(bound -> {
            if (alternative.compactness().compareTo(bound) < 0) {
                faults.add("compactness " + alternative.compactness() + " is below its bound " + bound);
            }
        });
    }

    private void medians(Optional<String> measure, double mass) {
        if (alternative.medianKm().isEmpty()) {
            return;
        }
        double sum = new MedianAudit(units, labels, measure, problem.objective().wholeDistances()).sum(sizes.length);
        near("medianKm", alternative.medianKm().get().doubleValue(), mass > 0 ? sum / mass : sum);
        if (problem.objective().compactness() == Compactness.MEDIAN) {
            near("compactness", alternative.compactness().doubleValue(), sum);
        }
    }

    private void root(String name, BigDecimal published, double squares, double mass) {
        double again = mass > 0 ? Math.sqrt(squares / mass) : 0;
        if (StrictMath.abs(published.doubleValue() - again) > TOLERANCE + 1e-9 * again) {
            faults.add(name + " is published as " + published + ", computed again it is " + again);
        }
    }

    static long weight(AlignmentUnit unit, Optional<String> measure) {
        return measure.isPresent() ? unit.weight(measure.get()) : 1;
    }

    private void moved() {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal moved = BigDecimal.ZERO;
        Set<UnitId> named = new HashSet<>();
        alternative.moves().forEach(move -> named.add(move.unit()));
        Set<TerritoryId> known = new HashSet<>();
        designed.forEach(territory -> known.add(territory.id()));
        for (AlignmentUnit unit : units) {
            if (unit.present().isEmpty()) {
                continue;
            }
            TerritoryId present = unit.present().get();
            boolean stays = present.equals(plan.assignment().get(unit.id()));
            if (stays == named.contains(unit.id())) {
                faults.add(
                        "unit " + unit.id() + (stays ? " stays, but is named as moved" : " moved, but is not named"));
            }
            if (known.contains(present)) {
                BigDecimal load =
                        BigDecimal.valueOf(weight(unit, problem.disruption().measure()));
                all = all.add(load);
                moved = stays ? moved : moved.add(load);
            }
        }
        BigDecimal share = all.signum() == 0 ? BigDecimal.ZERO : moved.divide(all, new MathContext(60));
        within("moved", alternative.moved().value().approximate(), share);
        if (share.doubleValue() > problem.disruption().mostMoved().value().approximate() + 1e-9) {
            faults.add("more is moved than allowed: " + alternative.moved() + " of "
                    + problem.disruption().mostMoved());
        }
    }
}
