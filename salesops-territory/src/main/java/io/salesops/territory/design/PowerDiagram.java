package io.salesops.territory.design;

import java.util.Arrays;

/**
 * A balanced power diagram: each unit belongs to the centre with the least squared distance plus an offset, and the offsets are
 * raised and lowered until territories weigh what they are to (Aurenhammer and others 1998; here by damped quantiles). One pass
 * looks at the nearest centres of each block of units, not at all. For one thread.
 */
final class PowerDiagram {
    private static final int BLOCK = 64;
    private static final int LISTED = 24;
    private static final int REBUILD = 4;

    private final Points points;
    private final double[] weights;
    private final double[] shares;
    private final int[] locked;
    private final int[] order;
    private final int territories;
    private final int[] listed;
    private final int width;
    private final double[] offsets;
    private final double[] centres;
    private final int[] labels;
    private final double[] least;
    private final double[] second;
    private final double[] loads;
    private final double[] sizes;
    private double damping = 0.5;

    /**
     * @param weights what units weigh, in all 1
     * @param shares what territories are to weigh, in all 1
     * @param locked the territory of units that stay, or -1
     * @param start the plan whose centres are the first
     */
    PowerDiagram(Points points, double[] weights, double[] shares, int[] locked, int[] start) {
        this.points = points;
        this.weights = weights;
        this.shares = shares;
        this.locked = locked;
        territories = shares.length;
        order = KdOrder.of(points, BLOCK);
        width = Math.min(LISTED, territories);
        listed = new int[(points.size() + BLOCK - 1) / BLOCK * width];
        offsets = new double[territories];
        centres = new double[3 * territories];
        labels = start.clone();
        least = new double[points.size()];
        second = new double[points.size()];
        loads = new double[territories];
        sizes = new double[territories];
        centre(1);
    }

    /** Balances while centres move, then balances alone; returns the plan that was most equal at the end. */
    int[] run(int moving, int still) {
        double[] keptOffsets = offsets.clone();
        double[] keptCentres = centres.clone();
        int[] keptLabels = labels.clone();
        double kept = Double.MAX_VALUE;
        for (int pass = 0; pass < moving + still; pass++) {
            boolean movesCentres = pass < moving && pass >= 4 && pass % 6 == 0;
            if (pass >= moving || pass % REBUILD == 0) {
                list();
            }
            assign();
            double unequal = unequal();
            if (pass == moving) {
                kept = Double.MAX_VALUE;
                damping = 0.5;
            }
            if (unequal < kept) {
                kept = unequal;
                System.arraycopy(offsets, 0, keptOffsets, 0, offsets.length);
                System.arraycopy(centres, 0, keptCentres, 0, centres.length);
                System.arraycopy(labels, 0, keptLabels, 0, labels.length);
            } else if (unequal > 2 * kept + 0.08) {
                System.arraycopy(keptOffsets, 0, offsets, 0, offsets.length);
                System.arraycopy(keptCentres, 0, centres, 0, centres.length);
                damping *= 0.6;
                list();
                assign();
            }
            if (pass >= moving && reseed()) {
                list();
                assign();
            } else if (movesCentres) {
                centre(0.5);
                kept = Math.max(kept, unequal);
            } else {
                balance();
            }
        }
        return keptLabels;
    }

    /** Puts the centre of an empty territory to the farthest unit of the heaviest, with its offset; false if none is empty. */
    private boolean reseed() {
        boolean any = false;
        for (int t = 0; t < territories; t++) {
            if (loads[t] > 0 || shares[t] <= 0) {
                continue;
            }
            int heaviest = 0;
            for (int other = 0; other < territories; other++) {
                heaviest = loads[other] - shares[other] > loads[heaviest] - shares[heaviest] ? other : heaviest;
            }
            int far = -1;
            double farthest = 0;
            for (int u = 0; u < labels.length; u++) {
                double square = labels[u] == heaviest && locked[u] < 0 ? square(u, heaviest) * weights[u] : 0;
                if (square > farthest) {
                    farthest = square;
                    far = u;
                }
            }
            if (far < 0) {
                continue;
            }
            centres[3 * t] = points.x[far];
            centres[3 * t + 1] = points.y[far];
            centres[3 * t + 2] = points.z[far];
            offsets[t] = offsets[heaviest];
            sizes[t] = sizes[heaviest] / 2;
            // The next empty one goes elsewhere.
            loads[heaviest] /= 2;
            loads[t] = loads[heaviest];
            any = true;
        }
        return any;
    }

    private double unequal() {
        double sum = 0;
        for (int t = 0; t < territories; t++) {
            sum += Math.abs(loads[t] - shares[t]);
        }
        return sum;
    }

    private void centre(double share) {
        double[] mass = new double[territories];
        double[] sum = new double[3 * territories];
        for (int u = 0; u < labels.length; u++) {
            int t = labels[u];
            double weight = weights[u] + 1e-12;
            mass[t] += weight;
            sum[3 * t] += weight * points.x[u];
            sum[3 * t + 1] += weight * points.y[u];
            sum[3 * t + 2] += weight * points.z[u];
        }
        for (int t = 0; t < territories; t++) {
            for (int i = 0; i < 3 && mass[t] > 0; i++) {
                centres[3 * t + i] += share * (sum[3 * t + i] / mass[t] - centres[3 * t + i]);
            }
        }
        Arrays.fill(sizes, 0);
        for (int u = 0; u < labels.length; u++) {
            sizes[labels[u]] += (weights[u] + 1e-12) * square(u, labels[u]);
        }
        for (int t = 0; t < territories; t++) {
            sizes[t] = mass[t] > 0 ? sizes[t] / mass[t] : 0;
        }
    }

    private double square(int unit, int territory) {
        return points.square(unit, centres[3 * territory], centres[3 * territory + 1], centres[3 * territory + 2]);
    }

    /** Lists for each block the centres that are nearest, offsets included. */
    private void list() {
        double[] best = new double[width];
        for (int block = 0; block * width < listed.length; block++) {
            int from = block * BLOCK;
            int before = Math.min(order.length, from + BLOCK);
            double x = 0;
            double y = 0;
            double z = 0;
            for (int i = from; i < before; i++) {
                x += points.x[order[i]];
                y += points.y[order[i]];
                z += points.z[order[i]];
            }
            x /= before - from;
            y /= before - from;
            z /= before - from;
            int size = 0;
            for (int t = 0; t < territories; t++) {
                double dx = centres[3 * t] - x;
                double dy = centres[3 * t + 1] - y;
                double dz = centres[3 * t + 2] - z;
                double value = dx * dx + dy * dy + dz * dz + offsets[t];
                if (size == width && value >= best[size - 1]) {
                    continue;
                }
                int at = size < width ? size++ : size - 1;
                while (at > 0 && best[at - 1] > value) {
                    best[at] = best[at - 1];
                    listed[block * width + at] = listed[block * width + at - 1];
                    at--;
                }
                best[at] = value;
                listed[block * width + at] = t;
            }
        }
    }

    private void assign() {
        Arrays.fill(loads, 0);
        for (int i = 0; i < order.length; i++) {
            int u = order[i];
            int block = i / BLOCK * width;
            double first = Double.MAX_VALUE;
            double next = Double.MAX_VALUE;
            int label = 0;
            for (int j = 0; j < width; j++) {
                int t = listed[block + j];
                double value = square(u, t) + offsets[t];
                if (value < first) {
                    next = first;
                    first = value;
                    label = t;
                } else if (value < next) {
                    next = value;
                }
            }
            least[u] = first;
            second[u] = next;
            labels[u] = locked[u] >= 0 ? locked[u] : label;
            loads[labels[u]] += weights[u];
        }
    }

    /** Raises the offsets of territories that are too heavy, and lowers those of the light ones, all at once. */
    private void balance() {
        double[] need = new double[territories];
        for (int t = 0; t < territories; t++) {
            need[t] = damping * Math.min(Math.abs(loads[t] - shares[t]), 0.5 * shares[t]);
        }
        Quantiles over = new Quantiles(territories, order.length);
        Quantiles under = new Quantiles(territories, order.length);
        for (int i = 0; i < order.length; i++) {
            int u = order[i];
            int own = labels[u];
            if (locked[u] >= 0) {
                continue;
            }
            if (loads[own] > shares[own] && second[u] < Double.MAX_VALUE) {
                over.add(own, second[u] - least[u], u);
            }
            int block = i / BLOCK * width;
            for (int j = 0; j < width; j++) {
                int t = listed[block + j];
                if (t != own && loads[t] < shares[t]) {
                    double gap = square(u, t) + offsets[t] - least[u];
                    if (gap < 2 * sizes[t]) {
                        under.add(t, gap, u);
                    }
                }
            }
        }
        for (int t = 0; t < territories; t++) {
            if (loads[t] > shares[t]) {
                offsets[t] += Math.min(sizes[t], over.value(t, need[t], weights, sizes[t]));
            } else if (loads[t] < shares[t]) {
                offsets[t] -= under.value(t, need[t], weights, 2 * sizes[t]);
            }
        }
    }

    /** Values with the weights of units, by territory. */
    private static final class Quantiles {
        private final long[][] entries;
        private final int[] counts;

        private Quantiles(int territories, int units) {
            entries = new long[territories][Math.max(8, units / territories)];
            counts = new int[territories];
        }

        private void add(int territory, double value, int unit) {
            if (counts[territory] == entries[territory].length) {
                entries[territory] = Arrays.copyOf(entries[territory], 2 * counts[territory]);
            }
            // The bits of a float that is not negative are in the order of its value.
            entries[territory][counts[territory]++] =
                    ((long) Float.floatToIntBits((float) Math.max(0, value)) << 32) | unit;
        }

        /** The value up to which units weigh {@code need}, or {@code otherwise} where there are not enough. */
        private double value(int territory, double need, double[] weights, double otherwise) {
            Arrays.sort(entries[territory], 0, counts[territory]);
            double sum = 0;
            for (int i = 0; i < counts[territory]; i++) {
                long entry = entries[territory][i];
                sum += weights[(int) entry];
                if (sum >= need) {
                    return Float.intBitsToFloat((int) (entry >>> 32));
                }
            }
            return otherwise;
        }
    }
}
