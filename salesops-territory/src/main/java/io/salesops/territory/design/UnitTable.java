package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.TerritoryId;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The units and territories of a problem, numbered by id, so that the order in which they were given means nothing. */
final class UnitTable {
    final TerritoryProblem problem;
    final ImmutableList<AlignmentUnit> units;
    final ImmutableList<Territory> territories;
    final ImmutableList<Balance> balance;
    final Points points;
    final boolean globe;
    private final Map<UnitId, Integer> unitNumbers = new HashMap<>();
    private final Map<TerritoryId, Integer> territoryNumbers = new HashMap<>();

    UnitTable(TerritoryProblem problem) {
        this.problem = problem;
        units = ImmutableList.sortedCopyOf(Comparator.comparing(AlignmentUnit::id), problem.units());
        territories = ImmutableList.sortedCopyOf(Comparator.comparing(Territory::id), problem.designed());
        balance = problem.balance();
        for (int u = 0; u < units.size(); u++) {
            unitNumbers.put(units.get(u).id(), u);
        }
        for (int t = 0; t < territories.size(); t++) {
            territoryNumbers.put(territories.get(t).id(), t);
        }
        globe = units.get(0).location() instanceof Location.Geographic;
        points = points();
    }

    private Points points() {
        int size = units.size();
        double[] x = new double[size];
        double[] y = new double[size];
        double[] z = new double[size];
        for (int u = 0; u < size; u++) {
            double[] place = place(units.get(u).location());
            x[u] = place[0];
            y[u] = place[1];
            z[u] = place[2];
        }
        return new Points(x, y, z, problem.objective().wholeDistances());
    }

    private static double[] place(Location location) {
        return location.match(new Location.Cases<double[]>() {
            @Override
            public double[] geographic(Location.Geographic point) {
                double latitude = StrictMath.toRadians(point.latitude());
                double longitude = StrictMath.toRadians(point.longitude());
                double level = Points.RADIUS * StrictMath.cos(latitude);
                return new double[] {
                    level * StrictMath.cos(longitude),
                    level * StrictMath.sin(longitude),
                    Points.RADIUS * StrictMath.sin(latitude)
                };
            }

            @Override
            public double[] planar(Location.Planar point) {
                return new double[] {point.x(), point.y(), 0};
            }
        });
    }

    int number(UnitId unit) {
        return checkKnown(unitNumbers.get(unit), unit);
    }

    int number(TerritoryId territory) {
        return checkKnown(territoryNumbers.get(territory), territory);
    }

    private static int checkKnown(@org.jspecify.annotations.Nullable Integer number, Object id) {
        if (number == null) {
            throw new IllegalStateException("not in the problem: " + id);
        }
        return number;
    }

    /** The number of the territory to which a unit belongs at present, or -1 where that is none that is designed. */
    int present(int unit) {
        Optional<TerritoryId> present = units.get(unit).present();
        if (present.isEmpty()) {
            return -1;
        }
        Integer number = territoryNumbers.get(present.get());
        return number == null ? -1 : number;
    }

    /** What all units weigh in a measure. */
    BigInteger total(String measure) {
        BigInteger total = BigInteger.ZERO;
        long part = 0;
        for (AlignmentUnit unit : units) {
            long weight = unit.weight(measure);
            if (part > Long.MAX_VALUE - weight) {
                total = total.add(BigInteger.valueOf(part));
                part = 0;
            }
            part += weight;
        }
        return total.add(BigInteger.valueOf(part));
    }
}
