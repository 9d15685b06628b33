package io.salesops.territory.design;

import java.util.Arrays;

/**
 * Delaunay triangulation by divide and conquer (Guibas and Stolfi 1985). O(n log n).
 *
 * <p>Points on one line give the line, equal points a chain. Its tests are exact, see {@link Orientation}: no order of points
 * and no lattice confuses it.
 */
final class Triangulation {
    private final double[] x;
    private final double[] y;
    /** Distinct points by x, then y; and for every point the one that stands for it. */
    private final int[] sorted;

    private final int[] twins;
    /** Quad-edges: four directions each; the next around the origin, and the origin. */
    private int[] next = new int[0];

    private int[] origins = new int[0];
    private int used;
    private int free = -1;

    private Triangulation(Points points) {
        Projection projection = Projection.of(points);
        x = projection.u();
        y = projection.v();
        twins = new int[x.length];
        sorted = distinct();
    }

    static Triangulation of(Points points) {
        Triangulation triangulation = new Triangulation(points);
        triangulation.next = new int[16 * Math.max(4, triangulation.sorted.length)];
        triangulation.origins = new int[triangulation.next.length];
        if (triangulation.sorted.length >= 2) {
            triangulation.build(0, triangulation.sorted.length);
        }
        return triangulation;
    }

    private int[] distinct() {
        int[] order = KdOrder.sorted(x, y);
        int[] found = new int[order.length];
        int size = 0;
        for (int i = 0; i < order.length; i++) {
            boolean same = i > 0 && x[order[i]] == x[order[i - 1]] && y[order[i]] == y[order[i - 1]];
            twins[order[i]] = same ? order[i - 1] : -1;
            if (!same) {
                found[size++] = order[i];
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static int turned(int edge) {
        return (edge & ~3) | ((edge + 1) & 3);
    }

    private static int turnedBack(int edge) {
        return (edge & ~3) | ((edge + 3) & 3);
    }

    private int destination(int edge) {
        return origins[edge ^ 2];
    }

    private int before(int edge) {
        return turned(next[turned(edge)]);
    }

    private int leftNext(int edge) {
        return turned(next[turnedBack(edge)]);
    }

    private int edge(int from, int to) {
        int edge = free;
        if (edge >= 0) {
            free = next[edge];
        } else {
            if (used + 4 > next.length) {
                next = Arrays.copyOf(next, 2 * next.length);
                origins = Arrays.copyOf(origins, next.length);
            }
            edge = used;
            used += 4;
        }
        next[edge] = edge;
        next[edge + 1] = edge + 3;
        next[edge + 2] = edge + 2;
        next[edge + 3] = edge + 1;
        origins[edge] = from;
        origins[edge + 2] = to;
        return edge;
    }

    private void splice(int one, int other) {
        int alpha = turned(next[one]);
        int beta = turned(next[other]);
        int swap = next[one];
        next[one] = next[other];
        next[other] = swap;
        swap = next[alpha];
        next[alpha] = next[beta];
        next[beta] = swap;
    }

    private int connect(int one, int other) {
        int edge = edge(destination(one), origins[other]);
        splice(edge, leftNext(one));
        splice(edge ^ 2, other);
        return edge;
    }

    private void delete(int edge) {
        splice(edge, before(edge));
        splice(edge ^ 2, before(edge ^ 2));
        int base = edge & ~3;
        origins[base] = -1;
        next[base] = free;
        free = base;
    }

    private boolean leftTurn(int a, int b, int c) {
        return Orientation.turn(x[a], y[a], x[b], y[b], x[c], y[c]) > 0;
    }

    private boolean inCircle(int a, int b, int c, int d) {
        // A corner of the triangle is on its circle; no rounding need tell.
        return d != a && d != b && Orientation.inCircle(x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d]) > 0;
    }

    private boolean above(int edge, int base) {
        return leftTurn(destination(edge), destination(base), origins[base]);
    }

    /** Returns the edges at the left and at the right end of the hull. */
    private int[] build(int from, int to) {
        if (to - from == 2) {
            int edge = edge(sorted[from], sorted[from + 1]);
            return new int[] {edge, edge ^ 2};
        }
        if (to - from == 3) {
            return three(sorted[from], sorted[from + 1], sorted[from + 2]);
        }
        int middle = (from + to) >>> 1;
        int[] left = build(from, middle);
        int[] right = build(middle, to);
        int leftOuter = left[0];
        int leftInner = left[1];
        int rightInner = right[0];
        int rightOuter = right[1];
        while (true) {
            if (leftTurn(origins[rightInner], origins[leftInner], destination(leftInner))) {
                leftInner = leftNext(leftInner);
            } else if (leftTurn(origins[leftInner], destination(rightInner), origins[rightInner])) {
                rightInner = next[rightInner ^ 2];
            } else {
                break;
            }
        }
        int base = connect(rightInner ^ 2, leftInner);
        if (origins[leftInner] == origins[leftOuter]) {
            leftOuter = base ^ 2;
        }
        if (origins[rightInner] == origins[rightOuter]) {
            rightOuter = base;
        }
        merge(base);
        return new int[] {leftOuter, rightOuter};
    }

    private int[] three(int a, int b, int c) {
        int first = edge(a, b);
        int second = edge(b, c);
        splice(first ^ 2, second);
        if (leftTurn(a, b, c)) {
            connect(second, first);
            return new int[] {first, second ^ 2};
        }
        if (leftTurn(a, c, b)) {
            int third = connect(second, first);
            return new int[] {third ^ 2, third};
        }
        return new int[] {first, second ^ 2};
    }

    private void merge(int start) {
        int base = start;
        while (true) {
            int left = next[base ^ 2];
            if (above(left, base)) {
                while (inCircle(destination(base), origins[base], destination(left), destination(next[left]))) {
                    int after = next[left];
                    delete(left);
                    left = after;
                }
            }
            int right = before(base);
            if (above(right, base)) {
                while (inCircle(destination(base), origins[base], destination(right), destination(before(right)))) {
                    int after = before(right);
                    delete(right);
                    right = after;
                }
            }
            boolean leftAbove = above(left, base);
            boolean rightAbove = above(right, base);
            if (!leftAbove && !rightAbove) {
                return;
            }
            boolean takeRight = !leftAbove
                    || (rightAbove && inCircle(destination(left), origins[left], origins[right], destination(right)));
            base = takeRight ? connect(right, base ^ 2) : connect(base ^ 2, left ^ 2);
        }
    }

    /** Returns all edges: origins, and ends. */
    int[][] edges() {
        return collect(false);
    }

    /** Returns the edges whose circle holds no other point. */
    int[][] gabrielEdges() {
        return collect(true);
    }

    private int[][] collect(boolean gabriel) {
        int[] from = new int[used / 4 + x.length];
        int[] to = new int[from.length];
        int size = 0;
        for (int edge = 0; edge < used; edge += 4) {
            if (origins[edge] >= 0 && (!gabriel || emptyCircle(edge))) {
                from[size] = origins[edge];
                to[size++] = destination(edge);
            }
        }
        for (int i = 0; i < twins.length; i++) {
            if (twins[i] >= 0) {
                from[size] = i;
                to[size++] = twins[i];
            }
        }
        return new int[][] {Arrays.copyOf(from, size), Arrays.copyOf(to, size)};
    }

    /** Only the corners of the two triangles at an edge can lie in its circle. */
    private boolean emptyCircle(int edge) {
        return outside(edge, destination(next[edge])) && outside(edge, destination(before(edge)));
    }

    private boolean outside(int edge, int corner) {
        int a = origins[edge];
        int b = destination(edge);
        if (corner == a || corner == b) {
            return true;
        }
        return (x[a] - x[corner]) * (x[b] - x[corner]) + (y[a] - y[corner]) * (y[b] - y[corner]) >= 0;
    }
}
