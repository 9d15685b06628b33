package io.salesops.benchmarks.territory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What a plan is like, by its definitions, from labels and data alone. */
final class Measures {
    private static final double RADIUS = 6371.0088;

    private final int[] labels;
    private final int territories;

    Measures(int[] labels, int territories) {
        this.labels = labels;
        this.territories = territories;
    }

    /** Weight of each territory; an empty one has 0. */
    double[] loads(long[] weights) {
        double[] loads = new double[territories];
        for (int i = 0; i < labels.length; i++) {
            loads[labels[i]] += weights[i];
        }
        return loads;
    }

    /** The largest deviation from the average, in percent. */
    double maxDeviation(long[] weights) {
        double average = average(weights);
        double largest = 0;
        for (double load : loads(weights)) {
            largest = Math.max(largest, Math.abs(load - average) / average);
        }
        return 100 * largest;
    }

    /** The mean deviation from the average, in percent. */
    double meanDeviation(long[] weights) {
        double average = average(weights);
        double sum = 0;
        for (double load : loads(weights)) {
            sum += Math.abs(load - average) / average;
        }
        return 100 * sum / territories;
    }

    private double average(long[] weights) {
        double sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        return sum / territories;
    }

    int empty() {
        int[] sizes = new int[territories];
        for (int label : labels) {
            sizes[label]++;
        }
        int empty = 0;
        for (int size : sizes) {
            empty += size == 0 ? 1 : 0;
        }
        return empty;
    }

    int cutEdges(int[] from, int[] to) {
        int cut = 0;
        for (int e = 0; e < from.length; e++) {
            cut += labels[from[e]] != labels[to[e]] ? 1 : 0;
        }
        return cut;
    }

    /** Connected parts of the territories' subgraphs, beyond one for each that is not empty. */
    int fragments(int[] from, int[] to) {
        List<List<Integer>> neighbours = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            neighbours.add(new ArrayList<>());
        }
        for (int e = 0; e < from.length; e++) {
            if (labels[from[e]] == labels[to[e]]) {
                neighbours.get(from[e]).add(to[e]);
                neighbours.get(to[e]).add(from[e]);
            }
        }
        boolean[] seen = new boolean[labels.length];
        int parts = 0;
        for (int start = 0; start < labels.length; start++) {
            if (!seen[start]) {
                parts++;
                ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
                seen[start] = true;
                while (!open.isEmpty()) {
                    for (int next : neighbours.get(open.pop())) {
                        if (!seen[next]) {
                            seen[next] = true;
                            open.push(next);
                        }
                    }
                }
            }
        }
        return parts - (territories - empty());
    }

    /** Unit vectors of degrees. */
    static double[][] sphere(double[] latitudes, double[] longitudes) {
        double[][] points = new double[latitudes.length][];
        for (int i = 0; i < points.length; i++) {
            double latitude = Math.toRadians(latitudes[i]);
            double longitude = Math.toRadians(longitudes[i]);
            points[i] = new double[] {
                Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
            };
        }
        return points;
    }

    static double[][] plane(double[] x, double[] y) {
        double[][] points = new double[x.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {x[i], y[i], 0};
        }
        return points;
    }

    private static double greatCircle(double[] one, double[] other) {
        return 2 * RADIUS * Math.asin(Math.min(1, euclid(one, other) / 2));
    }

    private static double euclid(double[] one, double[] other) {
        double dx = one[0] - other[0];
        double dy = one[1] - other[1];
        double dz = one[2] - other[2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** The root of the weighted mean of squared great-circle distances to the weighted centre. */
    double rms(double[][] sphere, long[] weights) {
        double[][] centres = new double[territories][3];
        for (int i = 0; i < labels.length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                centres[labels[i]][axis] += weights[i] * sphere[i][axis];
            }
        }
        for (double[] centre : centres) {
            double length = euclid(centre, new double[3]);
            for (int axis = 0; axis < 3 && length > 0; axis++) {
                centre[axis] /= length;
            }
        }
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double distance = greatCircle(sphere[i], centres[labels[i]]);
            squares += weights[i] * distance * distance;
            sum += weights[i];
        }
        return Math.sqrt(squares / sum);
    }

    /** The weighted mean great-circle distance to the best unit of each territory. */
    double medianKilometres(double[][] sphere, long[] weights) {
        double sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        return medians((i, j) -> weights[i] * greatCircle(sphere[i], sphere[j])) / sum;
    }

    /** The sum of Euclidean distances to the best unit of each territory. */
    double medianCost(double[][] plane, boolean floor) {
        return medians((i, j) -> {
            double distance = euclid(plane[i], plane[j]);
            return floor ? Math.floor(distance) : distance;
        });
    }

    private double medians(Cost cost) {
        List<List<Integer>> members = new ArrayList<>();
        for (int t = 0; t < territories; t++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < labels.length; i++) {
            members.get(labels[i]).add(i);
        }
        double sum = 0;
        for (List<Integer> units : members) {
            double best = units.isEmpty() ? 0 : Double.MAX_VALUE;
            for (int centre : units) {
                double own = 0;
                for (int i = 0; i < units.size() && own < best; i++) {
                    own += cost.of(units.get(i), centre);
                }
                best = Math.min(best, own);
            }
            sum += best;
        }
        return sum;
    }

    /** What one unit costs at a centre. */
    private interface Cost {
        double of(int unit, int centre);
    }
}
