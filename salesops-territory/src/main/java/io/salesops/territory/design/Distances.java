package io.salesops.territory.design;

import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Location;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Distances as they are published: great circles on the globe, straight in a plane, rounded down if the problem says so. */
final class Distances {
    private final Points points;
    private final boolean globe;
    private final double[] weights;

    Distances(UnitTable table) {
        points = table.points;
        globe = table.globe;
        weights = new double[table.units.size()];
        Optional<String> measure = table.problem.objective().measure();
        for (int u = 0; u < weights.length; u++) {
            AlignmentUnit unit = table.units.get(u);
            weights[u] = measure.map(unit::weight).orElse(1L);
        }
    }

    double[] place(int unit) {
        return new double[] {points.x[unit], points.y[unit], points.z[unit]};
    }

    double mass(int[] units) {
        double mass = 0;
        for (int u : units) {
            mass += weights[u];
        }
        return mass;
    }

    /** The weighted mean of the units, on the sphere where they are; of units without weight the plain mean. */
    double[] centre(int[] units) {
        double mass = mass(units);
        double[] centre = new double[3];
        for (int u : units) {
            double weight = mass > 0 ? weights[u] / mass : 1.0 / units.length;
            centre[0] += weight * points.x[u];
            centre[1] += weight * points.y[u];
            centre[2] += weight * points.z[u];
        }
        if (globe) {
            double length = Math.sqrt(centre[0] * centre[0] + centre[1] * centre[1] + centre[2] * centre[2]);
            for (int i = 0; i < 3 && length > 0; i++) {
                centre[i] *= Points.RADIUS / length;
            }
        }
        return centre;
    }

    Location location(double[] place) {
        if (!globe) {
            return Location.planar(digits(place[0]), digits(place[1]));
        }
        double level = Math.sqrt(place[0] * place[0] + place[1] * place[1]);
        return Location.of(
                digits(StrictMath.toDegrees(StrictMath.atan2(place[2], level))),
                digits(StrictMath.toDegrees(StrictMath.atan2(place[1], place[0]))));
    }

    private static double digits(double value) {
        return new BigDecimal(value).setScale(5, RoundingMode.HALF_EVEN).doubleValue();
    }

    double distance(int unit, double[] place) {
        return arc(Math.sqrt(points.square(unit, place[0], place[1], place[2])));
    }

    private double arc(double chord) {
        return globe ? 2 * Points.RADIUS * StrictMath.asin(Math.min(1, chord / (2 * Points.RADIUS))) : chord;
    }

    /** The weighted sum of squared distances to a place. */
    double squares(int[] units, double[] place) {
        double sum = 0;
        for (int u : units) {
            double distance = distance(u, place);
            sum += weights[u] * distance * distance;
        }
        return sum;
    }

    /** What each unit, in a row of its own as a median, costs the others: their weighted distances. */
    double[][] costs() {
        double[][] costs = new double[weights.length][weights.length];
        for (int centre = 0; centre < weights.length; centre++) {
            for (int u = 0; u < weights.length; u++) {
                costs[centre][u] = weights[u] * between(u, centre);
            }
        }
        return costs;
    }

    private double between(int one, int other) {
        return points.whole ? points.distance(one, other) : arc(Math.sqrt(points.square(one, other)));
    }

    /** The least weighted sum of distances to one of the units. */
    double median(int[] units) {
        double least = Double.MAX_VALUE;
        for (int centre : units) {
            double sum = 0;
            for (int u : units) {
                sum += weights[u] * between(u, centre);
                if (sum >= least) {
                    break;
                }
            }
            least = Math.min(least, sum);
        }
        return units.length == 0 ? 0 : least;
    }
}
