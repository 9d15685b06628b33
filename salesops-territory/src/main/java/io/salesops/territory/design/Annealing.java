package io.salesops.territory.design;

import io.salesops.territory.area.Compactness;
import java.util.List;

/**
 * Simulated annealing (Kirkpatrick and others 1983) of a plan: shifts, swaps and chains of two, and now and then a pair of
 * territories merged and split anew. Works in batches; the best plan at the end of a batch is kept. For one thread.
 */
final class Annealing implements Lane {
    static final int BATCH_FACTOR = 20;
    private static final int LEAST_BATCHES = 8;
    private static final double CHAINS_FROM = 0.6;
    private static final double NOISE = 1e-12;

    private final SearchProblem problem;
    private final Partition partition;
    private final Profile profile;
    private final Randomness random;
    private final Recombination recombination;
    private final EjectionChains chains;
    private final int batches;
    private final int batchSize;
    private final double scale;
    private final double firstPrice;
    private int done;
    private double threshold;
    private int[] best;
    private Score bestScore;

    Annealing(SearchProblem problem, int[] labels, Profile profile, long proposals, Randomness random) {
        this.problem = problem;
        this.profile = profile;
        this.random = random;
        partition = new Partition(problem, labels.clone());
        recombination = new Recombination(partition, random);
        chains = new EjectionChains(partition, random);
        batchSize = (int) Math.max(1, Math.min((long) BATCH_FACTOR * problem.units, proposals / LEAST_BATCHES));
        batches = (int) Math.max(LEAST_BATCHES, proposals / batchSize);
        best = labels.clone();
        bestScore = partition.score();
        scale = scale(problem, bestScore);
        firstPrice = scale / problem.grain();
        partition.price(profile.price() * firstPrice);
    }

    /**
     * One batch of the annealing of a larger map, in an area of it.
     *
     * @param whole the annealing of the map, by its batches so far
     * @param scale the mean objective of a unit of the map
     * @param grain the share of an average unit of the map in an average territory
     */
    Annealing(SearchProblem area, int[] labels, Progress whole, double scale, double grain, Randomness random) {
        this.problem = area;
        this.random = random;
        this.scale = scale;
        profile = whole.profile();
        partition = new Partition(area, labels, grain);
        recombination = new Recombination(partition, random);
        chains = new EjectionChains(partition, random);
        batchSize = BATCH_FACTOR * area.units;
        batches = whole.batches();
        done = whole.done();
        best = labels;
        bestScore = new Score(Double.MAX_VALUE, Double.MAX_VALUE);
        firstPrice = scale / grain;
        partition.price(whole.price());
    }

    /**
     * How far an annealing has come.
     *
     * @param price what violations cost at present
     */
    record Progress(Profile profile, int batches, int done, double price) {}

    /** Temperatures and prices are in units of it. */
    static double scale(SearchProblem problem, Score score) {
        if (problem.compactness == Compactness.CUT_EDGES) {
            return 1;
        }
        double mean = score.objective() / problem.units;
        double farthest = 0;
        double mass = 0;
        for (int u = 0; u < problem.units; u++) {
            farthest = Math.max(farthest, problem.points.square(u, 0, 0, 0));
            mass = Math.max(mass, problem.masses[u]);
        }
        double noise = NOISE * Math.sqrt(farthest);
        // Units that all lie in one place have no distances but what rounding leaves: then balance alone counts.
        return mean <= mass * (problem.compactness == Compactness.INERTIA ? noise * noise : noise) ? 1 : mean;
    }

    static int batches(SearchProblem problem, long proposals) {
        return (int) Math.max(LEAST_BATCHES, proposals / BATCH_FACTOR / problem.units);
    }

    @Override
    public boolean done() {
        return done >= batches;
    }

    @Override
    public List<Runnable> open(long most) {
        return List.of(this::batch);
    }

    @Override
    public void close() {}

    @Override
    public int[] best() {
        return best;
    }

    @Override
    public Score bestScore() {
        return bestScore;
    }

    Partition partition() {
        return partition;
    }

    /** Runs to the end. */
    Annealing finish() {
        while (!done()) {
            batch();
        }
        return this;
    }

    /** Does one batch of proposals. */
    void batch() {
        double progress = (double) done / batches;
        double temperature = scale * profile.hot() * StrictMath.pow(profile.cold() / profile.hot(), progress);
        int infeasible = 0;
        for (int i = 0; i < batchSize; i++) {
            threshold = temperature * random.exponential();
            propose();
            if ((i & 63) == 0 && partition.outside() > 0) {
                infeasible++;
            }
        }
        done++;
        if (progress > CHAINS_FROM || done()) {
            chains.run(done() ? 8 : 3, Math.max(partition.price(), 20 * firstPrice));
        }
        price(progress, infeasible * 64.0 / batchSize);
        keep();
    }

    private void propose() {
        Graph graph = problem.graph;
        int[] labels = partition.labels;
        int unit = random.below(problem.units);
        int degree = graph.degree(unit);
        if (degree == 0) {
            return;
        }
        long bits = random.next();
        int other = graph.ends[graph.offsets[unit] + (int) (((bits >>> 32) * degree) >>> 32)];
        int from = labels[unit];
        int to = labels[other];
        if (from == to || !partition.allows(unit, to)) {
            return;
        }
        double kind = (bits & 0xFFFFFF) * 0x1.0p-24;
        if (kind < profile.recombination()) {
            recombination.propose(from, to, threshold);
        } else if (kind < profile.recombination() + profile.compound()) {
            compound(unit, from, to);
        } else {
            double delta = partition.penaltyDelta(unit, from, to);
            delta += partition.objectiveDelta(unit, from, to);
            if (delta <= threshold && partition.canLeave(unit)) {
                partition.move(unit, to);
            }
        }
    }

    /** Moves a unit, and in the same breath one of its new territory: back, or on to a third. */
    private void compound(int unit, int from, int to) {
        Graph graph = problem.graph;
        int[] labels = partition.labels;
        int size = partition.members.size(to);
        for (int sample = 0; sample < 8; sample++) {
            int second = partition.members.get(to, random.below(size));
            int degree = graph.degree(second);
            if (degree == 0) {
                continue;
            }
            int third = labels[graph.ends[graph.offsets[second] + random.below(degree)]];
            if (third == to || (sample < 5 && third != from) || !partition.canLeave(unit)) {
                continue;
            }
            double delta = partition.penaltyDelta(unit, from, to) + partition.objectiveDelta(unit, from, to);
            partition.move(unit, to);
            if (partition.allows(second, third)) {
                delta += partition.penaltyDelta(second, to, third) + partition.objectiveDelta(second, to, third);
                if (delta <= threshold && partition.touches(second, third) && partition.canLeave(second)) {
                    partition.move(second, third);
                    return;
                }
            }
            partition.move(unit, from);
            return;
        }
    }

    private void price(double progress, double infeasible) {
        double price = partition.price();
        boolean outside = false;
        for (int t = 0; t < problem.territories; t++) {
            boolean out = partition.violation(t) > 0;
            outside |= out;
            partition.emphasis[t] =
                    out ? Math.min(30, partition.emphasis[t] * 1.1) : Math.max(1, partition.emphasis[t] * 0.93);
        }
        if (profile.rising()) {
            price = profile.risen(progress, price, firstPrice, outside);
        } else {
            if (infeasible > 0.4) {
                price = Math.min(600 * firstPrice, price * 1.15);
            } else if (infeasible < 0.2 && progress < Profile.RISE_UNTIL) {
                price = Math.max(1e-3 * firstPrice, price * 0.93);
            }
        }
        partition.price(price);
    }

    private void keep() {
        Score score = partition.score();
        if (score.betterThan(bestScore)) {
            bestScore = score;
            best = partition.labels.clone();
        }
    }
}
