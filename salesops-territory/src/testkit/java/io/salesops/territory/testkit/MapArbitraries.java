package io.salesops.territory.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.Adjacency;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Disruption;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Objective;
import io.salesops.territory.area.Polygon;
import io.salesops.territory.area.Ring;
import io.salesops.territory.area.Scenario;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.TerritoryScenarios;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Maps: lattices of up to forty units with holes, in a plane or on the globe, and problems of design over them. */
public final class MapArbitraries {
    private MapArbitraries() {}

    /** Points on the globe and in a plane. */
    public static Arbitrary<Location> locations() {
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.doubles().between(-80, 80),
                                Arbitraries.doubles().between(-180, 180))
                        .as(Location::of),
                Combinators.combine(
                                Arbitraries.doubles().between(-1e6, 1e6),
                                Arbitraries.doubles().between(-1e6, 1e6))
                        .as(Location::planar));
    }

    /** Units with up to two weights, some with a present territory. */
    public static Arbitrary<AlignmentUnit> alignmentUnits() {
        return Combinators.combine(
                        TerritoryArbitraries.unitIds(),
                        locations(),
                        weights(),
                        TerritoryArbitraries.territories().injectNull(0.3),
                        Arbitraries.longs().between(0, 1_000).injectNull(0.7))
                .as((id, location, weights, present, cost) -> AlignmentUnit.builder()
                        .id(id)
                        .location(location)
                        .weights(weights)
                        .present(Optional.ofNullable(present))
                        .locked(present != null && id.value().endsWith("7"))
                        .moveCost(cost == null ? OptionalLong.empty() : OptionalLong.of(cost))
                        .protection(id.value().endsWith("3") ? Optional.of("strategic") : Optional.empty())
                        .outline(id.value().endsWith("1") ? ImmutableList.of(around(location)) : ImmutableList.of())
                        .build());
    }

    /** A square around a location, with a hole, each running either way round. */
    private static Polygon around(Location location) {
        double[] place = location.match(new Location.Cases<double[]>() {
            @Override
            public double[] geographic(Location.Geographic point) {
                return new double[] {Math.max(-170, Math.min(170, point.longitude())), point.latitude()};
            }

            @Override
            public double[] planar(Location.Planar point) {
                return new double[] {point.x(), point.y()};
            }
        });
        return Polygon.of(
                square(place[0], place[1], 1), square(place[0], place[1], 0.25).reversed());
    }

    private static Ring square(double x, double y, double half) {
        return Ring.of(
                x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half, x - half, y - half);
    }

    /** Rings that run either way round. */
    public static Arbitrary<Ring> rings() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-100, 100),
                        Arbitraries.doubles().between(-80, 80),
                        Arbitraries.of(true, false))
                .as((x, y, turned) -> turned ? square(x, y, 1).reversed() : square(x, y, 1));
    }

    /** Polygons with and without a hole, their rings running either way round. */
    public static Arbitrary<Polygon> polygons() {
        return Combinators.combine(rings(), Arbitraries.of(0, 1, 2)).as((ring, hole) -> {
            Ring inner = square(
                    ring.positions().get(0).get(0), ring.positions().get(0).get(1), 0.5);
            return hole == 0 ? Polygon.of(ring) : Polygon.of(ring, hole == 1 ? inner : inner.reversed());
        });
    }

    /** Variants of problems that replace some of their parts. */
    public static Arbitrary<Scenario> scenarios() {
        return Combinators.combine(
                        Arbitraries.of("as it is", "one more", "Zürich \"2027\""),
                        Arbitraries.integers().between(1, 4).injectNull(0.5),
                        balances().list().ofMaxSize(1),
                        objectives().injectNull(0.5),
                        disruptions().injectNull(0.5),
                        TerritoryArbitraries.unitIds().set().ofMaxSize(2))
                .as((name, count, balance, objective, disruption, lock) -> Scenario.builder()
                        .name(name)
                        .count(count == null ? OptionalInt.empty() : OptionalInt.of(count))
                        .balance(balance)
                        .objective(Optional.ofNullable(objective))
                        .disruption(Optional.ofNullable(disruption))
                        .lock(lock)
                        .build());
    }

    /** Problems with up to three variants. */
    public static Arbitrary<TerritoryScenarios> territoryScenarios() {
        return Combinators.combine(
                        territoryProblems(), scenarios().list().ofMaxSize(3).uniqueElements(Scenario::name))
                .as((problem, scenarios) -> TerritoryScenarios.builder()
                        .problem(problem)
                        .scenarios(scenarios)
                        .build());
    }

    private static Arbitrary<ImmutableMap<String, Long>> weights() {
        return Arbitraries.maps(
                        Arbitraries.of("accounts", "arr"), Arbitraries.longs().between(0, 1_000_000))
                .ofMaxSize(2)
                .map(ImmutableMap::copyOf);
    }

    /** Borders between two units. */
    public static Arbitrary<Border> borders() {
        return pairs().map(units ->
                new Border(units.asList().get(0), units.asList().get(1)));
    }

    private static Arbitrary<ImmutableSet<UnitId>> pairs() {
        return TerritoryArbitraries.unitIds().set().ofMinSize(2).ofMaxSize(4).map(ImmutableSet::copyOf);
    }

    /** Groups of two to four units. */
    public static Arbitrary<UnitGroup> unitGroups() {
        return pairs().map(UnitGroup::new);
    }

    /** Units that must not be in a territory. */
    public static Arbitrary<Forbidden> forbiddenPairs() {
        return Combinators.combine(TerritoryArbitraries.unitIds(), TerritoryArbitraries.territories())
                .as(Forbidden::new);
    }

    /** Bands with and without limits. */
    public static Arbitrary<Balance> balances() {
        return Combinators.combine(
                        Arbitraries.of("accounts", "arr"),
                        Arbitraries.of("0%", "2%", "10%", "1/3").injectNull(0.3),
                        Arbitraries.longs().between(0, 100).injectNull(0.5),
                        Arbitraries.longs().between(100, 1_000).injectNull(0.5),
                        Arbitraries.of(0.5, 1.0, 2.0))
                .as((measure, band, minimum, maximum, importance) -> Balance.builder()
                        .measure(measure)
                        .band(Optional.ofNullable(band).map(Rate::of))
                        .minimum(minimum == null ? OptionalLong.empty() : OptionalLong.of(minimum))
                        .maximum(maximum == null ? OptionalLong.empty() : OptionalLong.of(maximum))
                        .importance(importance)
                        .build());
    }

    /** Objectives of every kind. */
    public static Arbitrary<Objective> objectives() {
        return Combinators.combine(
                        Arbitraries.of(Compactness.values()),
                        Arbitraries.of("accounts", "arr").injectNull(0.5),
                        Arbitraries.of(0.0, 0.5),
                        Arbitraries.of(true, false))
                .as((compactness, measure, travel, whole) -> Objective.builder()
                        .compactness(compactness)
                        .measure(Optional.ofNullable(measure))
                        .travel(travel)
                        .wholeDistances(whole)
                        .build());
    }

    /** What moving costs, with a class of protection. */
    public static Arbitrary<Disruption> disruptions() {
        return Combinators.combine(
                        Arbitraries.of(0.0, 0.3, 2.0),
                        Arbitraries.of("0%", "15%", "100%"),
                        Arbitraries.of("accounts", "arr").injectNull(0.5))
                .as((importance, moved, measure) -> Disruption.builder()
                        .importance(importance)
                        .mostMoved(Rate.of(moved))
                        .measure(Optional.ofNullable(measure))
                        .putClasses("strategic", 5.0)
                        .build());
    }

    /** Territories with and without rep, home, capacity and target. */
    public static Arbitrary<Territory> designedTerritories() {
        return Combinators.combine(
                        TerritoryArbitraries.territories(),
                        TerritoryArbitraries.unitIds().injectNull(0.5),
                        weights(),
                        weights())
                .as((id, home, capacity, target) -> Territory.builder()
                        .id(id)
                        .rep(home == null ? Optional.empty() : Optional.of(RepId.of("rep of " + id)))
                        .home(Optional.ofNullable(home))
                        .capacity(capacity)
                        .target(target)
                        .build());
    }

    /** Problems whose parts need not fit each other: for reading and writing. */
    public static Arbitrary<TerritoryProblem> territoryProblems() {
        return Combinators.combine(
                        alignmentUnits().list().ofMaxSize(6),
                        borders().list().ofMaxSize(4),
                        designedTerritories().list().ofMaxSize(3),
                        balances().list().ofMaxSize(2),
                        objectives(),
                        disruptions(),
                        unitGroups().list().ofMaxSize(2),
                        forbiddenPairs().list().ofMaxSize(2))
                .as((units, borders, territories, balance, objective, disruption, groups, forbidden) ->
                        TerritoryProblem.builder()
                                .id("generated")
                                .version("1")
                                .units(units)
                                .adjacency(units.size() % 2 == 0 ? Adjacency.GIVEN : Adjacency.GABRIEL)
                                .borders(borders)
                                .territories(territories)
                                .balance(balance)
                                .objective(objective)
                                .disruption(disruption)
                                .together(groups)
                                .forbidden(forbidden)
                                .build());
    }

    /** Problems that a designer takes: a lattice with a few holes, two to four territories, one measure with a wide band. */
    public static Arbitrary<TerritoryProblem> maps() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 7),
                        Arbitraries.integers().between(2, 6),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(Compactness.INERTIA)),
                                Tuple.of(1, Arbitraries.just(Compactness.MEDIAN)),
                                Tuple.of(1, Arbitraries.just(Compactness.CUT_EDGES))),
                        Arbitraries.of(true, false))
                .as((columns, rows, count, seed, compactness, globe) ->
                        map(columns, rows, Math.min(count, columns * rows), new Random(seed), compactness, globe));
    }

    private static TerritoryProblem map(
            int columns, int rows, int count, Random random, Compactness compactness, boolean globe) {
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .id("map")
                .version("1")
                .count(count)
                .addBalance(Balance.of("accounts", "30%"))
                .objective(Objective.builder()
                        .compactness(compactness)
                        .measure("accounts")
                        .build());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = column + 0.3 * random.nextDouble();
                double y = row + 0.3 * random.nextDouble();
                problem.addUnits(AlignmentUnit.builder()
                        .id(cell(column, row))
                        .location(globe ? Location.of(40 + y, 10 + x) : Location.planar(x, y))
                        .weights(ImmutableMap.of("accounts", 1L + random.nextInt(20)))
                        .build());
                if (column > 0) {
                    problem.addBorders(new Border(cell(column - 1, row), cell(column, row)));
                }
                // Every column but the first hangs on its row in places only.
                if (row > 0 && (column == 0 || random.nextInt(4) > 0)) {
                    problem.addBorders(new Border(cell(column, row - 1), cell(column, row)));
                }
            }
        }
        return problem.build();
    }

    private static UnitId cell(int column, int row) {
        return UnitId.of("c" + column + "r" + row);
    }

    /** The same problem with units and borders in another order. */
    public static TerritoryProblem reversed(TerritoryProblem problem) {
        return problem.withUnits(ImmutableList.copyOf(problem.units()).reverse())
                .withBorders(ImmutableList.copyOf(problem.borders()).reverse());
    }

    /** The problem with the territories of a plan as the present ones. */
    public static TerritoryProblem settled(TerritoryProblem problem, ImmutableMap<UnitId, TerritoryId> plan) {
        return problem.withUnits(problem.units().stream()
                .map(unit -> unit.withPresent(Optional.ofNullable(plan.get(unit.id()))))
                .toList());
    }
}
