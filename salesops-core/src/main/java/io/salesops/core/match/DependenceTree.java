package io.salesops.core.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Which column's agreement depends on which other's, among records that are not one: the spanning forest of most mutual
 * information. An edge is kept only where undetected matches could not explain it, or where it is known beforehand:
 * numbers depend on the text that they stand in, and what belongs to a place on its address.
 *
 * <p>Source: C. Chow and C. Liu, Approximating Discrete Probability Distributions with Dependence Trees, 1968. Time:
 * patterns times columns squared to grow, patterns times columns to learn. One thread.
 */
final class DependenceTree {
    private static final int NONE = -1;
    private static final double LEAST_INFORMATION = 100;
    /** Exact and close agreement, in which matches that were not found would show. */
    private static final int CLOSE = 2;
    /** Pairs of the independent case that count as if they had been seen. */
    private static final double EXPECTED_PAIRS = 3;
    /** How often two things at one address share what belongs to the place. */
    private static final double SHARED_AT_ONE_PLACE = 0.3;

    private static final double KNOWN = 1e12;
    private static final double LIKELY = 1e9;

    private final RandomPairs random;
    private final Places places;
    private final double[][] expected;
    private final int[] parents;
    private final double[][][] given;

    /**
     * Starts without dependences.
     *
     * @param places which columns are known to depend on each other
     * @param expected m of each comparison and level, level 0 unused: how things at one place agree
     */
    DependenceTree(RandomPairs random, Places places, double[][] expected) {
        this.random = random;
        this.places = places;
        this.expected = expected;
        this.parents = new int[expected.length];
        Arrays.fill(parents, NONE);
        this.given = new double[expected.length][][];
    }

    /** The column on which a column depends; -1 for none. */
    int parent(int column) {
        return parents[column];
    }

    /** u of each level of a column by level of its parent; null where it has none. Level 0 is unused. */
    double @org.jspecify.annotations.Nullable [][] given(int column) {
        return given[column];
    }

    /** The probability of a column's level among pairs that are not one, given the level of its parent. */
    double u(int column, byte[] levels, double[][] independent) {
        int level = levels[column];
        double[][] table = given[column];
        if (table == null || levels[parents[column]] == FieldComparer.MISSING) {
            return independent[column][level];
        }
        return table[levels[parents[column]]][level];
    }

    /** Forgets all edges. */
    void clear() {
        Arrays.fill(parents, NONE);
        Arrays.fill(given, null);
    }

    /** Chooses the edges and learns their tables. */
    void grow(Agreement agreement, double[] matches, double total, double[][] u) {
        List<Edge> edges = new ArrayList<>();
        for (int a = 0; a < parents.length; a++) {
            for (int b = a + 1; b < parents.length; b++) {
                double[][] others = others(a, b, together(agreement, matches, a, b), u);
                double information = information(others);
                double seen = sum(others);
                double drawn = seen / random.all() * random.drawn();
                if (places.areOne(a, b)) {
                    edges.add(new Edge(a, b, KNOWN));
                } else if (places.areNear(a, b)) {
                    edges.add(new Edge(a, b, LIKELY + information * seen));
                } else if (information * drawn > LEAST_INFORMATION && information * seen > total) {
                    edges.add(new Edge(a, b, information * seen));
                }
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::strength).reversed());
        UnionFind joined = new UnionFind(parents.length);
        List<List<Integer>> neighbours = new ArrayList<>();
        for (int c = 0; c < parents.length; c++) {
            neighbours.add(new ArrayList<>());
        }
        for (Edge edge : edges) {
            if (joined.find(edge.first) != joined.find(edge.second)) {
                joined.union(edge.first, edge.second);
                neighbours.get(edge.first).add(edge.second);
                neighbours.get(edge.second).add(edge.first);
            }
        }
        direct(neighbours);
        learn(agreement, matches, u);
    }

    /** Makes of each tree the column its root on which others are most likely to depend. */
    private void direct(List<List<Integer>> neighbours) {
        Arrays.fill(parents, NONE);
        boolean[] reached = new boolean[parents.length];
        for (int root : places.roots()) {
            if (reached[root]) {
                continue;
            }
            reached[root] = true;
            Deque<Integer> open = new ArrayDeque<>(List.of(root));
            while (!open.isEmpty()) {
                int column = open.remove();
                for (int next : neighbours.get(column)) {
                    if (!reached[next]) {
                        reached[next] = true;
                        parents[next] = column;
                        open.add(next);
                    }
                }
            }
        }
    }

    /** Learns the tables of the chosen edges. */
    void learn(Agreement agreement, double[] matches, double[][] u) {
        for (int column = 0; column < parents.length; column++) {
            int parent = parents[column];
            if (parent == NONE) {
                given[column] = null;
                continue;
            }
            int a = Math.min(column, parent);
            int b = Math.max(column, parent);
            double[][] others = others(a, b, together(agreement, matches, a, b), u);
            boolean isNear = places.areNear(a, b);
            double[][] table = new double[expected[parent].length][expected[column].length];
            double scale = random.drawn() / random.all();
            for (int above = 1; above < table.length; above++) {
                double sum = 0;
                for (int level = 1; level < table[above].length; level++) {
                    double pairs = parent < column ? others[above][level] : others[level][above];
                    table[above][level] = pairs * scale + EXPECTED_PAIRS * u[column][level];
                    sum += table[above][level];
                }
                for (int level = 1; level < table[above].length; level++) {
                    table[above][level] /= sum;
                    if (isNear && above <= CLOSE) {
                        table[above][level] = (1 - SHARED_AT_ONE_PLACE) * table[above][level]
                                + SHARED_AT_ONE_PLACE * expected[column][level];
                    }
                }
            }
            given[column] = table;
        }
    }

    /** Matches at two levels of two columns. */
    private double[][] together(Agreement agreement, double[] matches, int a, int b) {
        double[][] pairs = new double[expected[a].length][expected[b].length];
        for (int pattern = 0; pattern < matches.length; pattern++) {
            byte[] levels = agreement.pattern(pattern);
            pairs[levels[a]][levels[b]] += matches[pattern];
        }
        return pairs;
    }

    /** Pairs that are not one at two levels: random pairs without matches, at least as many as if independent. */
    private double[][] others(int a, int b, double[][] matched, double[][] u) {
        double[][] pairs = new double[expected[a].length][expected[b].length];
        double compared = 0;
        for (int x = 1; x < pairs.length; x++) {
            for (int y = 1; y < pairs[x].length; y++) {
                compared += random.joint(a, b, x, y);
            }
        }
        for (int x = 1; x < pairs.length; x++) {
            for (int y = 1; y < pairs[x].length; y++) {
                pairs[x][y] = Math.max(u[a][x] * u[b][y] * compared, random.joint(a, b, x, y) - matched[x][y]);
            }
        }
        return pairs;
    }

    /** Mutual information in nats, without the cells in which both columns agree closely. */
    private static double information(double[][] pairs) {
        double sum = sum(pairs);
        if (sum <= 0) {
            return 0;
        }
        double[] first = new double[pairs.length];
        double[] second = new double[pairs[0].length];
        for (int x = 1; x < pairs.length; x++) {
            for (int y = 1; y < pairs[x].length; y++) {
                first[x] += pairs[x][y];
                second[y] += pairs[x][y];
            }
        }
        double information = 0;
        for (int x = 1; x < pairs.length; x++) {
            for (int y = 1; y < pairs[x].length; y++) {
                if (pairs[x][y] > 0 && (x > CLOSE || y > CLOSE)) {
                    information += pairs[x][y] / sum * StrictMath.log(pairs[x][y] * sum / (first[x] * second[y]));
                }
            }
        }
        return information;
    }

    private static double sum(double[][] pairs) {
        double sum = 0;
        for (int x = 1; x < pairs.length; x++) {
            for (int y = 1; y < pairs[x].length; y++) {
                sum += pairs[x][y];
            }
        }
        return sum;
    }

    /** Two columns and how strongly they depend on each other. */
    private record Edge(int first, int second, double strength) {}
}
