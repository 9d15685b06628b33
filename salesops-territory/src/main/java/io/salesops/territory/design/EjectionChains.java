package io.salesops.territory.design;

import java.util.Arrays;

/**
 * Ejection chains (Glover 1996): a territory outside its band passes a unit on, the receiver passes one on in turn, until the
 * whole is better though no single move was. A beam search over chains of up to eight moves. For one thread.
 */
final class EjectionChains {
    private static final int BEAM = 12;
    private static final int LENGTH = 8;

    private final Partition partition;
    private final Randomness random;
    private Beam beam = new Beam();
    private Beam next = new Beam();

    EjectionChains(Partition partition, Randomness random) {
        this.partition = partition;
        this.random = random;
    }

    /** Up to {@link #BEAM} chains, by rank. */
    private static final class Beam {
        private final int[][] units = new int[BEAM][LENGTH];
        private final int[][] targets = new int[BEAM][LENGTH];
        private final int[] active = new int[BEAM];
        private final double[] deltas = new double[BEAM];
        private final double[] ranks = new double[BEAM];
        private int size;

        /** Whether a rank is among the least; contiguity is only worth testing then. */
        private boolean admits(double rank) {
            return size < BEAM || rank < ranks[size - 1];
        }

        private void insert(
                Beam old, int chain, int length, int unit, int target, int nextActive, double delta, double rank) {
            int at = size < BEAM ? size++ : size - 1;
            int[] lastUnits = units[at];
            int[] lastTargets = targets[at];
            while (at > 0 && ranks[at - 1] > rank) {
                units[at] = units[at - 1];
                targets[at] = targets[at - 1];
                active[at] = active[at - 1];
                deltas[at] = deltas[at - 1];
                ranks[at] = ranks[at - 1];
                at--;
            }
            System.arraycopy(old.units[chain], 0, lastUnits, 0, length);
            System.arraycopy(old.targets[chain], 0, lastTargets, 0, length);
            lastUnits[length] = unit;
            lastTargets[length] = target;
            units[at] = lastUnits;
            targets[at] = lastTargets;
            active[at] = nextActive;
            deltas[at] = delta;
            ranks[at] = rank;
        }
    }

    /** Tries chains from some territories outside their bands, at a price of violations. */
    void run(int count, double price) {
        if (partition.outside() == 0) {
            return;
        }
        double before = partition.price();
        partition.price(price);
        int territories = partition.problem.territories;
        int[] outside = new int[territories];
        for (int i = 0; i < count && partition.outside() > 0; i++) {
            int size = 0;
            for (int t = 0; t < territories; t++) {
                if (partition.burden(t) > 0) {
                    outside[size++] = t;
                }
            }
            from(outside[random.below(size)]);
        }
        partition.price(before);
    }

    private void from(int territory) {
        beam.size = 1;
        beam.active[0] = territory;
        beam.deltas[0] = 0;
        for (int length = 0; length < LENGTH && beam.size > 0; length++) {
            next.size = 0;
            for (int chain = 0; chain < beam.size; chain++) {
                extend(chain, length);
            }
            Beam swap = beam;
            beam = next;
            next = swap;
            int best = -1;
            for (int chain = 0; chain < beam.size; chain++) {
                if (beam.deltas[chain] < -1e-9 && (best < 0 || beam.deltas[chain] < beam.deltas[best])) {
                    best = chain;
                }
            }
            if (best >= 0) {
                for (int i = 0; i <= length; i++) {
                    partition.move(beam.units[best][i], beam.targets[best][i]);
                }
                return;
            }
        }
    }

    private void extend(int chain, int length) {
        int[] before = new int[length];
        for (int i = 0; i < length; i++) {
            before[i] = partition.labels[beam.units[chain][i]];
            partition.move(beam.units[chain][i], beam.targets[chain][i]);
        }
        int active = beam.active[chain];
        int[] members = partition.members.copy(active);
        Arrays.sort(members);
        boolean push = partition.over(active);
        Graph graph = partition.problem.graph;
        for (int unit : members) {
            for (int e = graph.offsets[unit]; e < graph.offsets[unit + 1]; e++) {
                int other = graph.ends[e];
                int label = partition.labels[other];
                if (label != active) {
                    if (push) {
                        offer(chain, length, unit, label, label);
                    } else {
                        offer(chain, length, other, active, label);
                    }
                }
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            partition.move(beam.units[chain][i], before[i]);
        }
    }

    private void offer(int chain, int length, int unit, int target, int nextActive) {
        for (int i = 0; i < length; i++) {
            if (beam.units[chain][i] == unit) {
                return;
            }
        }
        for (int i = next.size - 1; i >= 0; i--) {
            if (next.units[i][length] == unit && next.targets[i][length] == target && sameStart(chain, i, length)) {
                return;
            }
        }
        int from = partition.labels[unit];
        double delta = beam.deltas[chain] + partition.penaltyDelta(unit, from, target);
        int sign = nextActive == target ? 1 : -1;
        double credit = partition.price() * partition.penaltyWith(nextActive, unit, sign);
        if (!partition.allows(unit, target)) {
            return;
        }
        delta += partition.objectiveDelta(unit, from, target);
        if (next.admits(delta - credit) && partition.canLeave(unit)) {
            next.insert(beam, chain, length, unit, target, nextActive, delta, delta - credit);
        }
    }

    private boolean sameStart(int chain, int other, int length) {
        for (int i = 0; i < length; i++) {
            if (beam.units[chain][i] != next.units[other][i]) {
                return false;
            }
        }
        return true;
    }
}
