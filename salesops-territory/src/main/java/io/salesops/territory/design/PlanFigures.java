package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Territory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The figures of a plan: exact weights, distances by StrictMath in a fixed order. */
final class PlanFigures {
    private static final long MOST_PAIRS = 300_000_000L;

    final UnitTable table;
    final int[] labels;
    private final Graph borders;
    private final List<Targets> targets;
    private final Distances distances;
    private final int[][] members;
    private final BigInteger[][] loads;

    /**
     * @param labels the territory of each unit
     * @param borders borders between units
     */
    PlanFigures(UnitTable table, Graph borders, int[] labels) {
        this.table = table;
        this.borders = borders;
        this.labels = labels;
        targets = Targets.reported(table);
        distances = new Distances(table);
        members = members();
        loads = new BigInteger[table.balance.size()][table.territories.size()];
        for (int m = 0; m < loads.length; m++) {
            String measure = table.balance.get(m).measure();
            Arrays.fill(loads[m], BigInteger.ZERO);
            for (int t = 0; t < members.length; t++) {
                for (int u : members[t]) {
                    loads[m][t] = loads[m][t].add(
                            BigInteger.valueOf(table.units.get(u).weight(measure)));
                }
            }
        }
    }

    private int[][] members() {
        int[] sizes = new int[table.territories.size()];
        for (int label : labels) {
            sizes[label]++;
        }
        int[][] lists = new int[sizes.length][];
        for (int t = 0; t < sizes.length; t++) {
            lists[t] = new int[sizes[t]];
        }
        Arrays.fill(sizes, 0);
        for (int u = 0; u < labels.length; u++) {
            lists[labels[u]][sizes[labels[u]]++] = u;
        }
        return lists;
    }

    Distances distances() {
        return distances;
    }

    List<Targets> targets() {
        return targets;
    }

    BigInteger load(int measure, int territory) {
        return loads[measure][territory];
    }

    /**
     * Returns how equal the plan is.
     *
     * @param aimed the limits that the search aimed at, as oversized units leave them
     */
    ImmutableList<MeasureFigures> measures(List<AttainableBound> bounds, List<Targets> aimed) {
        ImmutableList.Builder<MeasureFigures> measures = ImmutableList.builder();
        for (int m = 0; m < targets.size(); m++) {
            String measure = table.balance.get(m).measure();
            Rational largest = Rational.ZERO;
            Rational sum = Rational.ZERO;
            ImmutableList.Builder<TerritoryId> outside = ImmutableList.builder();
            for (int t = 0; t < members.length; t++) {
                Rational deviation = targets.get(m).deviation(t, loads[m][t]).abs();
                largest = largest.max(deviation);
                sum = sum.plus(rounded(deviation));
                boolean over = loads[m][t].compareTo(aimed.get(m).most(t, loads[m][t])) > 0;
                if (over || loads[m][t].compareTo(aimed.get(m).least(t)) < 0) {
                    outside.add(table.territories.get(t).id());
                }
            }
            measures.add(MeasureFigures.builder()
                    .measure(measure)
                    .maxDeviation(AttainableBounds.percent(largest, RoundingMode.HALF_EVEN))
                    .meanDeviation(AttainableBounds.percent(
                            sum.dividedBy(Rational.of(members.length)), RoundingMode.HALF_EVEN))
                    .attainable(bounds.stream()
                            .filter(bound -> bound.measure().equals(measure))
                            .map(AttainableBound::deviation)
                            .max(Rate::compareTo)
                            .orElse(Rate.ZERO))
                    .outside(outside.build())
                    .build());
        }
        return measures.build();
    }

    /** A deviation to twelve decimals, as sums of exact fractions grow without end. */
    private static Rational rounded(Rational deviation) {
        return Rational.of(deviation.round(12, RoundingMode.HALF_EVEN));
    }

    ImmutableList<TerritoryFigures> territories() {
        ImmutableList.Builder<TerritoryFigures> figures = ImmutableList.builder();
        for (int t = 0; t < members.length; t++) {
            Territory territory = table.territories.get(t);
            ImmutableMap.Builder<String, BigInteger> weights = ImmutableMap.builder();
            ImmutableMap.Builder<String, Rate> deviations = ImmutableMap.builder();
            for (int m = 0; m < targets.size(); m++) {
                String measure = table.balance.get(m).measure();
                weights.put(measure, loads[m][t]);
                if (targets.get(m).target(t).signum() != 0) {
                    deviations.put(
                            measure,
                            AttainableBounds.percent(targets.get(m).deviation(t, loads[m][t]), RoundingMode.HALF_EVEN));
                }
            }
            double[] centre = distances.centre(members[t]);
            double mass = distances.mass(members[t]);
            int[] own = members[t];
            figures.add(TerritoryFigures.builder()
                    .territory(territory.id())
                    .units(own.length)
                    .weights(weights.buildOrThrow())
                    .deviations(deviations.buildOrThrow())
                    .centre(own.length == 0 ? Optional.<Location>empty() : Optional.of(distances.location(centre)))
                    .rms(kilometres(mass > 0 ? Math.sqrt(distances.squares(own, centre) / mass) : 0))
                    .fragments(fragments(own))
                    .travel(territory.home().map(home -> {
                        double[] place = distances.place(table.number(home));
                        return kilometres(mass > 0 ? Math.sqrt(distances.squares(own, place) / mass) : 0);
                    }))
                    .build());
        }
        return figures.build();
    }

    static BigDecimal kilometres(double value) {
        return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN);
    }

    private int fragments(int[] own) {
        return Math.max(0, parts(own) - 1);
    }

    private int parts(int[] own) {
        java.util.Set<Integer> open = new java.util.HashSet<>();
        for (int u : own) {
            open.add(u);
        }
        int parts = 0;
        int[] queue = new int[own.length];
        for (int start : own) {
            if (!open.remove(start)) {
                continue;
            }
            parts++;
            int tail = 0;
            queue[tail++] = start;
            for (int head = 0; head < tail; head++) {
                for (int e = borders.offsets[queue[head]]; e < borders.offsets[queue[head] + 1]; e++) {
                    if (open.remove(borders.ends[e])) {
                        queue[tail++] = borders.ends[e];
                    }
                }
            }
        }
        return parts;
    }

    int cutEdges() {
        int cut = 0;
        for (int u = 0; u < labels.length; u++) {
            for (int e = borders.offsets[u]; e < borders.offsets[u + 1]; e++) {
                cut += borders.ends[e] > u && labels[borders.ends[e]] != labels[u] ? 1 : 0;
            }
        }
        return cut;
    }

    int empties() {
        int empties = 0;
        for (int[] own : members) {
            empties += own.length == 0 ? 1 : 0;
        }
        return empties;
    }

    double inertia() {
        double inertia = 0;
        for (int[] own : members) {
            inertia += distances.squares(own, distances.centre(own));
        }
        return inertia;
    }

    double mass() {
        double mass = 0;
        for (int[] own : members) {
            mass += distances.mass(own);
        }
        return mass;
    }

    BigDecimal rms() {
        double mass = mass();
        return kilometres(mass > 0 ? Math.sqrt(inertia() / mass) : 0);
    }

    /** The sum over territories of the least weighted distance to one of its units; empty where that takes too long. */
    Optional<BigDecimal> median() {
        long pairs = 0;
        for (int[] own : members) {
            pairs += (long) own.length * own.length;
        }
        if (pairs > MOST_PAIRS) {
            return Optional.empty();
        }
        double sum = 0;
        for (int[] own : members) {
            sum += distances.median(own);
        }
        return Optional.of(kilometres(sum));
    }

    BigDecimal compactness() {
        Compactness compactness = table.problem.objective().compactness();
        return switch (compactness) {
            case INERTIA -> kilometres(inertia());
            case MEDIAN -> median().orElse(BigDecimal.ZERO);
            case CUT_EDGES -> BigDecimal.valueOf(cutEdges());
        };
    }

    Rate moved() {
        BigInteger all = BigInteger.ZERO;
        BigInteger moved = BigInteger.ZERO;
        Optional<String> measure = table.problem.disruption().measure();
        for (int u = 0; u < labels.length; u++) {
            AlignmentUnit unit = table.units.get(u);
            if (table.present(u) >= 0) {
                BigInteger load = BigInteger.valueOf(measure.map(unit::weight).orElse(1L));
                all = all.add(load);
                moved = table.present(u) != labels[u] ? moved.add(load) : moved;
            }
        }
        return all.signum() == 0
                ? Rate.ZERO
                : AttainableBounds.percent(new Rational(moved, all), RoundingMode.HALF_EVEN);
    }

    /** The units that are no longer where they were, by number. */
    List<Integer> movedUnits() {
        List<Integer> moved = new ArrayList<>();
        for (int u = 0; u < labels.length; u++) {
            Optional<TerritoryId> present = table.units.get(u).present();
            if (present.isPresent()
                    && !present.get().equals(table.territories.get(labels[u]).id())) {
                moved.add(u);
            }
        }
        return moved;
    }

    /** Whether a territory would still hang together if a unit alone had stayed. */
    boolean holdsWithout(int unit) {
        return new Connectivity(borders).holdsWithout(unit, labels);
    }

    boolean touches(int unit, int territory) {
        for (int e = borders.offsets[unit]; e < borders.offsets[unit + 1]; e++) {
            if (labels[borders.ends[e]] == territory) {
                return true;
            }
        }
        return false;
    }

    int[] members(int territory) {
        return members[territory].clone();
    }
}
