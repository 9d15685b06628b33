package io.salesops.territory.design;

import io.salesops.territory.area.AlignmentUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The audit's own sum of distances to the best unit of each territory. O(units squared) of each territory, and usually far less. */
final class MedianAudit {
    private final List<AlignmentUnit> units;
    private final int[] labels;
    private final Optional<String> measure;
    private final boolean whole;

    MedianAudit(List<AlignmentUnit> units, int[] labels, Optional<String> measure, boolean whole) {
        this.units = units;
        this.labels = labels;
        this.measure = measure;
        this.whole = whole;
    }

    double sum(int territories) {
        int[] sizes = new int[territories];
        for (int label : labels) {
            if (label >= 0) {
                sizes[label]++;
            }
        }
        double[][][] places = new double[territories][][];
        for (int t = 0; t < territories; t++) {
            places[t] = new double[sizes[t]][];
        }
        for (int u = 0; u < labels.length; u++) {
            if (labels[u] >= 0) {
                places[labels[u]][--sizes[labels[u]]] = place(units.get(u));
            }
        }
        double sum = 0;
        for (double[][] own : places) {
            sum += least(own);
        }
        return sum;
    }

    /** Three coordinates, the radius of the globe or 0 for a plane, and the weight. */
    private double[] place(AlignmentUnit unit) {
        AuditPlace place = AuditPlace.of(unit.location());
        double weight = PlanAudit.weight(unit, measure);
        if (!place.globe()) {
            return new double[] {place.first(), place.second(), 0, 0, weight};
        }
        double height = Points.RADIUS * StrictMath.sin(place.first());
        double level = Points.RADIUS * StrictMath.cos(place.first());
        return new double[] {
            level * StrictMath.cos(place.second()),
            level * StrictMath.sin(place.second()),
            height,
            Points.RADIUS,
            weight
        };
    }

    private double least(double[][] places) {
        if (places.length == 0) {
            return 0;
        }
        double[] middle = new double[3];
        for (double[] place : places) {
            for (int axis = 0; axis < 3; axis++) {
                middle[axis] += place[axis] / places.length;
            }
        }
        // From the middle outwards: the first sums are small, and stop the others early.
        double[][] order = places.clone();
        Arrays.sort(order, (one, other) -> Double.compare(square(one, middle), square(other, middle)));
        double least = Double.MAX_VALUE;
        for (double[] centre : order) {
            double sum = 0;
            for (int i = order.length - 1; i >= 0 && sum < least; i--) {
                sum += order[i][4] * distance(order[i], centre);
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    private static double square(double[] one, double[] other) {
        double dx = one[0] - other[0];
        double dy = one[1] - other[1];
        double dz = one[2] - other[2];
        return dx * dx + dy * dy + dz * dz;
    }

    private double distance(double[] one, double[] other) {
        double chord = Math.sqrt(square(one, other));
        if (whole) {
            return Math.floor(chord);
        }
        double radius = one[3];
        return radius > 0 ? 2 * radius * StrictMath.asin(Math.min(1, chord / (2 * radius))) : chord;
    }
}
