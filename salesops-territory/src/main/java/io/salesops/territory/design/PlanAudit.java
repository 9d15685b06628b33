package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitGroup;
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
        audit.rules();
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
        Map<TerritoryId, Integer> places = new HashMap<>();
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
            for (Territory territory : designed) {
                Long target = territory.target().get(measure);
                BigDecimal goal = target != null
                        ? BigDecimal.valueOf(target)
                        : total.subtract(stated)
                                .max(BigDecimal.ZERO)
                                .divide(BigDecimal.valueOf(sharing), new MathContext(60));
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
        double squares = 0;
        double mass = 0;
        for (int u = 0; u < labels.length; u++) {
            if (labels[u] >= 0) {
                double weight = weight(units.get(u), measure);
                double distance = centres[labels[u]].distance(units.get(u).location());
                squares += weight * distance * distance;
                mass += weight;
            }
        }
        near("rmsKm", alternative.rmsKm().doubleValue(), mass > 0 ? Math.sqrt(squares / mass) : 0);
    }

    private static long weight(AlignmentUnit unit, Optional<String> measure) {
        return measure.isPresent() ? unit.weight(measure.get()) : 1;
    }

    private void rules() {
        for (AlignmentUnit unit : units) {
            if (unit.locked()
                    && !unit.present()
                            .equals(Optional.ofNullable(plan.assignment().get(unit.id())))) {
                faults.add("locked unit " + unit.id() + " was moved");
            }
        }
        for (UnitGroup group : problem.together()) {
            if (group.units().stream().map(plan.assignment()::get).distinct().count() > 1) {
                faults.add("units that stay together are apart: " + group.units());
            }
        }
        for (UnitGroup group : problem.apart()) {
            if (group.units().stream().map(plan.assignment()::get).distinct().count()
                    < group.units().size()) {
                faults.add("units that are to be apart are together: " + group.units());
            }
        }
        for (Forbidden pair : problem.forbidden()) {
            if (pair.territory().equals(plan.assignment().get(pair.unit()))) {
                faults.add("unit " + pair.unit() + " is in " + pair.territory() + ", where it is forbidden");
            }
        }
        if (problem.contiguous() && alternative.fragments() > 0) {
            faults.add("territories fall into parts: " + alternative.fragments());
        }
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

    /** A place in the audit's own arithmetic. */
    private record AuditPlace(double first, double second, boolean globe) {

        private static AuditPlace of(Location location) {
            return location.match(new Location.Cases<AuditPlace>() {
                @Override
                public AuditPlace geographic(Location.Geographic point) {
                    return new AuditPlace(
                            StrictMath.toRadians(point.latitude()), StrictMath.toRadians(point.longitude()), true);
                }

                @Override
                public AuditPlace planar(Location.Planar point) {
                    return new AuditPlace(point.x(), point.y(), false);
                }
            });
        }

        /** The weighted mean of each territory; the plain one of those that weigh nothing. */
        private static AuditPlace[] means(
                List<AlignmentUnit> units, int[] labels, int territories, Optional<String> measure) {
            double[] masses = new double[territories];
            double[][] sums = new double[territories][6];
            boolean globe = false;
            for (int u = 0; u < labels.length; u++) {
                if (labels[u] < 0) {
                    continue;
                }
                double weight = weight(units.get(u), measure);
                AuditPlace place = of(units.get(u).location());
                globe = place.globe;
                double level = globe ? StrictMath.cos(place.first) : 1;
                double x = globe ? level * StrictMath.cos(place.second) : place.first;
                double y = globe ? level * StrictMath.sin(place.second) : place.second;
                double z = globe ? StrictMath.sin(place.first) : 1;
                masses[labels[u]] += weight;
                double[] sum = sums[labels[u]];
                sum[0] += weight * x;
                sum[1] += weight * y;
                sum[2] += weight * z;
                sum[3] += x;
                sum[4] += y;
                sum[5] += z;
            }
            AuditPlace[] means = new AuditPlace[territories];
            for (int t = 0; t < territories; t++) {
                int at = masses[t] > 0 ? 0 : 3;
                double x = sums[t][at];
                double y = sums[t][at + 1];
                double z = sums[t][at + 2];
                means[t] = globe
                        ? new AuditPlace(StrictMath.atan2(z, StrictMath.hypot(x, y)), StrictMath.atan2(y, x), true)
                        : new AuditPlace(x / z, y / z, false);
            }
            return means;
        }

        private double distance(Location location) {
            AuditPlace other = of(location);
            if (!globe) {
                return StrictMath.hypot(first - other.first, second - other.second);
            }
            double north = StrictMath.sin((first - other.first) / 2);
            double east = StrictMath.sin((second - other.second) / 2);
            double haversine = north * north + StrictMath.cos(first) * StrictMath.cos(other.first) * east * east;
            return 2 * Points.RADIUS * StrictMath.asin(Math.min(1, Math.sqrt(haversine)));
        }
    }
}
