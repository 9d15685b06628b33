package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
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
    private final Alternative alternative;
    private final TerritoryPlan plan;
    private final List<Border> borders;
    private final Map<TerritoryId, List<AlignmentUnit>> members = new HashMap<>();
    private final ImmutableMap.Builder<String, String> figures = ImmutableMap.builder();
    private final List<String> faults = new ArrayList<>();

    private PlanAudit(TerritoryProblem problem, List<Border> borders, Alternative alternative) {
        this.problem = problem;
        this.borders = borders;
        this.alternative = alternative;
        plan = alternative.plan();
    }

    /**
     * Audits an alternative.
     *
     * @param borders all borders: given, found and bridges
     */
    static Certificate audit(TerritoryProblem problem, List<Border> borders, Alternative alternative) {
        PlanAudit audit = new PlanAudit(problem, borders, alternative);
        audit.coverage();
        audit.weights();
        audit.borders();
        audit.distances();
        audit.rules();
        audit.moved();
        return Certificate.of(audit.figures.buildOrThrow(), ImmutableList.copyOf(audit.faults));
    }

    private List<AlignmentUnit> units(TerritoryId territory) {
        return members.computeIfAbsent(territory, id -> new ArrayList<>());
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
        problem.designed().forEach(territory -> members.put(territory.id(), new ArrayList<>()));
        for (AlignmentUnit unit : problem.units()) {
            Optional<TerritoryId> territory =
                    Optional.ofNullable(plan.assignment().get(unit.id()));
            if (territory.filter(members::containsKey).isEmpty()) {
                faults.add("unit " + unit.id() + " has no territory of the problem: "
                        + territory.map(TerritoryId::value).orElse("none"));
            } else {
                units(territory.get()).add(unit);
            }
        }
        if (plan.assignment().size() != problem.units().size()) {
            faults.add("the plan names " + plan.assignment().size() + " units, the problem "
                    + problem.units().size());
        }
        same(
                "empties",
                alternative.empties(),
                members.values().stream().filter(List::isEmpty).count());
        for (TerritoryFigures published : alternative.territories()) {
            if (published.units() != units(published.territory()).size()) {
                faults.add("units of " + published.territory() + " are published as " + published.units());
            }
        }
    }

    private void weights() {
        for (Balance balance : problem.balance()) {
            String measure = balance.measure();
            BigDecimal total = BigDecimal.ZERO;
            BigDecimal stated = BigDecimal.ZERO;
            int sharing = 0;
            Map<TerritoryId, BigDecimal> loads = new HashMap<>();
            for (Territory territory : problem.designed()) {
                BigDecimal load = units(territory.id()).stream()
                        .map(unit -> BigDecimal.valueOf(unit.weight(measure)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                loads.put(territory.id(), load);
                total = total.add(load);
                Long target = territory.target().get(measure);
                stated = target == null ? stated : stated.add(BigDecimal.valueOf(target));
                sharing += target == null ? 1 : 0;
            }
            BigDecimal largest = BigDecimal.ZERO;
            BigDecimal sum = BigDecimal.ZERO;
            for (Territory territory : problem.designed()) {
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
                    sum.divide(BigDecimal.valueOf(Math.max(1, members.size())), new MathContext(60)));
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
        Map<UnitId, UnitId> roots = new HashMap<>();
        problem.units().forEach(unit -> roots.put(unit.id(), unit.id()));
        Set<Border> cut = new HashSet<>();
        for (Border border : borders) {
            TerritoryId one = plan.assignment().get(border.a());
            if (one != null && one.equals(plan.assignment().get(border.b()))) {
                roots.put(root(roots, border.a()), root(roots, border.b()));
            } else if (border.a().compareTo(border.b()) < 0) {
                cut.add(border);
            } else {
                cut.add(new Border(border.b(), border.a()));
            }
        }
        int parts = 0;
        for (AlignmentUnit unit : problem.units()) {
            parts += root(roots, unit.id()).equals(unit.id()) ? 1 : 0;
        }
        long filled = members.values().stream().filter(list -> !list.isEmpty()).count();
        same("fragments", alternative.fragments(), parts - filled);
        same("cutEdges", alternative.cutEdges(), cut.size());
    }

    private static UnitId root(Map<UnitId, UnitId> roots, UnitId unit) {
        UnitId at = unit;
        UnitId above = roots.getOrDefault(at, at);
        while (!above.equals(at)) {
            UnitId top = roots.getOrDefault(above, above);
            roots.put(at, top);
            at = above;
            above = top;
        }
        return at;
    }

    private void distances() {
        double squares = 0;
        double mass = 0;
        Optional<String> measure = problem.objective().measure();
        for (List<AlignmentUnit> units : members.values().stream()
                .filter(list -> !list.isEmpty())
                .sorted(java.util.Comparator.comparing(list -> list.get(0).id()))
                .toList()) {
            AuditPlace centre = AuditPlace.mean(units, measure);
            for (AlignmentUnit unit : units) {
                double weight = measure.map(unit::weight).orElse(1L);
                double distance = centre.distance(unit.location());
                squares += weight * distance * distance;
                mass += weight;
            }
        }
        near("rmsKm", alternative.rmsKm().doubleValue(), mass > 0 ? Math.sqrt(squares / mass) : 0);
    }

    private void rules() {
        for (AlignmentUnit unit : problem.units()) {
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
        for (AlignmentUnit unit : problem.units()) {
            if (unit.present().isEmpty()) {
                continue;
            }
            TerritoryId present = unit.present().get();
            boolean stays = present.equals(plan.assignment().get(unit.id()));
            if (stays == named.contains(unit.id())) {
                faults.add(
                        "unit " + unit.id() + (stays ? " stays, but is named as moved" : " moved, but is not named"));
            }
            if (members.containsKey(present)) {
                BigDecimal load = BigDecimal.valueOf(
                        problem.disruption().measure().map(unit::weight).orElse(1L));
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

        private static AuditPlace mean(List<AlignmentUnit> units, Optional<String> measure) {
            double mass = units.stream()
                    .mapToDouble(unit -> measure.map(unit::weight).orElse(1L))
                    .sum();
            double x = 0;
            double y = 0;
            double z = 0;
            boolean globe = false;
            for (AlignmentUnit unit : units) {
                double weight = mass > 0 ? measure.map(unit::weight).orElse(1L) : 1;
                AuditPlace place = of(unit.location());
                globe = place.globe;
                x += weight * (globe ? StrictMath.cos(place.first) * StrictMath.cos(place.second) : place.first);
                y += weight * (globe ? StrictMath.cos(place.first) * StrictMath.sin(place.second) : place.second);
                z += weight * (globe ? StrictMath.sin(place.first) : 0);
            }
            double all = mass > 0 ? mass : units.size();
            return globe
                    ? new AuditPlace(StrictMath.atan2(z, StrictMath.hypot(x, y)), StrictMath.atan2(y, x), true)
                    : new AuditPlace(x / all, y / all, false);
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
