package io.salesops.territory.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Joins the parts of a graph, each to the nearest unit of another, until all hang together (Boruvka 1926 over parts). */
final class Islands {
    private static final int FIRST_LOOK = 8;

    private Islands() {}

    /** Returns the bridges, each the pair of units that it joins. */
    static List<int[]> bridges(Graph graph, Points points) {
        List<int[]> bridges = new ArrayList<>();
        int[] part = graph.components();
        int parts = 1 + Arrays.stream(part).max().orElse(0);
        if (parts == 1) {
            return bridges;
        }
        NearestUnits nearest = new NearestUnits(points);
        while (parts > 1) {
            int[][] best = new int[parts][];
            double[] squares = new double[parts];
            Arrays.fill(squares, Double.MAX_VALUE);
            int largest = largest(part, parts);
            for (int unit = 0; unit < part.length; unit++) {
                // The largest part is joined by the others; its units need not look for them.
                if (part[unit] != largest) {
                    look(unit, part, points, nearest, best, squares);
                }
            }
            for (int p = 0; p < parts; p++) {
                if (best[p] != null) {
                    bridges.add(best[p]);
                }
            }
            part = joined(graph, bridges);
            parts = 1 + Arrays.stream(part).max().orElse(0);
        }
        return minimal(graph, bridges);
    }

    private static int largest(int[] part, int parts) {
        int[] sizes = new int[parts];
        for (int one : part) {
            sizes[one]++;
        }
        int largest = 0;
        for (int p = 0; p < parts; p++) {
            largest = sizes[p] > sizes[largest] ? p : largest;
        }
        return largest;
    }

    private static void look(
            int unit, int[] part, Points points, NearestUnits nearest, int[][] best, double[] squares) {
        for (int count = FIRST_LOOK; ; count *= 4) {
            int[] found = nearest.of(unit, count);
            for (int other : found) {
                if (part[other] != part[unit]) {
                    double square = points.square(unit, other);
                    if (square < squares[part[unit]]) {
                        squares[part[unit]] = square;
                        best[part[unit]] = new int[] {Math.min(unit, other), Math.max(unit, other)};
                    }
                    return;
                }
            }
            boolean far = found.length == 0
                    || points.square(unit, found[found.length - 1]) > squares[part[unit]]
                    || found.length >= part.length - 1;
            if (far) {
                return;
            }
        }
    }

    private static int[] joined(Graph graph, List<int[]> bridges) {
        int[] from = new int[graph.ends.length + bridges.size()];
        int[] to = new int[from.length];
        int size = 0;
        for (int u = 0; u < graph.units(); u++) {
            for (int e = graph.offsets[u]; e < graph.offsets[u + 1]; e++) {
                from[size] = u;
                to[size++] = graph.ends[e];
            }
        }
        for (int[] bridge : bridges) {
            from[size] = bridge[0];
            to[size++] = bridge[1];
        }
        return Graph.of(graph.units(), from, to).components();
    }

    /** Drops bridges that close a circle, as two parts may have chosen each other by different units. */
    private static List<int[]> minimal(Graph graph, List<int[]> bridges) {
        int[] part = graph.components();
        int[] root = new int[part.length];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
        List<int[]> kept = new ArrayList<>();
        for (int[] bridge : bridges) {
            int a = find(root, part[bridge[0]]);
            int b = find(root, part[bridge[1]]);
            if (a != b) {
                root[a] = b;
                kept.add(bridge);
            }
        }
        return kept;
    }

    private static int find(int[] root, int at) {
        int found = at;
        while (root[found] != found) {
            root[found] = root[root[found]];
            found = root[found];
        }
        return found;
    }
}
