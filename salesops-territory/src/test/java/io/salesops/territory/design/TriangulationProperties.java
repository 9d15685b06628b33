package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Triangulations against their definition, over points that are random, on lattices, on lines, or equal. */
class TriangulationProperties {
    private static final double BESIDE = 1e-9;

    @Provide
    Arbitrary<double[][]> points() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 25),
                        Arbitraries.of("random", "lattice", "line", "few"),
                        Arbitraries.longs())
                .as((size, kind, seed) -> points(size, kind, new Random(seed)));
    }

    private static double[][] points(int size, String kind, Random random) {
        double[][] points = new double[size][2];
        for (double[] point : points) {
            switch (kind) {
                case "lattice" -> {
                    point[0] = random.nextInt(5);
                    point[1] = random.nextInt(5);
                }
                case "line" -> {
                    point[0] = random.nextInt(30);
                    point[1] = 2 * point[0];
                }
                case "few" -> point[0] = random.nextInt(2);
                default -> {
                    point[0] = random.nextDouble();
                    point[1] = random.nextDouble();
                }
            }
        }
        return points;
    }

    private static Points planar(double[][] points) {
        double[] x = Arrays.stream(points).mapToDouble(point -> point[0]).toArray();
        double[] y = Arrays.stream(points).mapToDouble(point -> point[1]).toArray();
        return new Points(x, y, new double[x.length], false);
    }

    private static Graph graph(int size, int[][] edges) {
        return Graph.of(size, edges[0], edges[1]);
    }

    @Property(tries = 300)
    void allPointsHangTogether(@ForAll("points") double[][] points) {
        Triangulation triangulation = Triangulation.of(planar(points));

        for (int[][] edges : List.of(triangulation.edges(), triangulation.gabrielEdges())) {
            assertThat(graph(points.length, edges).components()).containsOnly(0);
        }
    }

    /** Two distinct points are joined if their circle holds no other, even on its rim; and not if it holds one inside. */
    @Property(tries = 300)
    void gabrielEdgesAreThoseWithEmptyCircles(@ForAll("points") double[][] points) {
        Graph graph = graph(points.length, Triangulation.of(planar(points)).gabrielEdges());
        Set<String> seen = new HashSet<>();
        for (int a = 0; a < points.length; a++) {
            boolean first = seen.add(Arrays.toString(points[a]));
            for (int b = 0; b < a && first; b++) {
                double least = Double.MAX_VALUE;
                for (double[] other : points) {
                    if (!Arrays.equals(other, points[a]) && !Arrays.equals(other, points[b])) {
                        least = Math.min(
                                least,
                                (points[a][0] - other[0]) * (points[b][0] - other[0])
                                        + (points[a][1] - other[1]) * (points[b][1] - other[1]));
                    }
                }
                if (least < -BESIDE) {
                    assertThat(graph.joins(a, b) && !Arrays.equals(points[a], points[b]))
                            .isFalse();
                } else if (least > BESIDE && unique(points, a) && unique(points, b)) {
                    assertThat(graph.joins(a, b)).isTrue();
                }
            }
        }
    }

    private static boolean unique(double[][] points, int at) {
        return Arrays.stream(points)
                        .filter(other -> Arrays.equals(other, points[at]))
                        .count()
                == 1;
    }

    /** No point lies inside the circle of a triangle; of distinct points in general position there are 2n - 2 - h triangles. */
    @Property(tries = 200)
    void circlesOfTrianglesAreEmpty(@ForAll("points") double[][] points) {
        Points plane = planar(points);
        Graph graph = graph(points.length, Triangulation.of(plane).edges());
        for (int a = 0; a < points.length; a++) {
            for (int b = a + 1; b < points.length; b++) {
                for (int c = b + 1; c < points.length; c++) {
                    if (graph.joins(a, b) && graph.joins(b, c) && graph.joins(a, c) && empty(points, a, b, c)) {
                        assertNoneInside(points, a, b, c);
                    }
                }
            }
        }
    }

    /** Whether three joined points are a face: no other point lies in the triangle itself. */
    private static boolean empty(double[][] points, int a, int b, int c) {
        for (double[] p : points) {
            double one = turn(points[a], points[b], p);
            double two = turn(points[b], points[c], p);
            double three = turn(points[c], points[a], p);
            boolean inside = (one > 0 && two > 0 && three > 0) || (one < 0 && two < 0 && three < 0);
            if (inside) {
                return false;
            }
        }
        return turn(points[a], points[b], points[c]) != 0;
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    private static void assertNoneInside(double[][] points, int a, int b, int c) {
        boolean left = turn(points[a], points[b], points[c]) > 0;
        double[] second = left ? points[b] : points[c];
        double[] third = left ? points[c] : points[b];
        for (double[] p : points) {
            assertThat(Orientation.inCircle(
                            points[a][0], points[a][1], second[0], second[1], third[0], third[1], p[0], p[1]))
                    .isLessThanOrEqualTo(0);
        }
    }
}
