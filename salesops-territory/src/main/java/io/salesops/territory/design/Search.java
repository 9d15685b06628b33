package io.salesops.territory.design;

import io.salesops.territory.area.Compactness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The search of one plan, in steps: a batch of annealing, or one region. A round is a list of steps that can run at once.
 * What a step does depends on the problem, the seed and its number alone.
 */
final class Search {
    private static final int PROPOSALS = 2_000;
    private static final int SMALL = 2_500;

    /** How hot a plan is annealed that is to be improved, not replaced. */
    private static final double WARM = 0.1;

    private final SearchProblem problem;
    private final long seed;
    private final Optional<int[]> given;
    private final Beginnings beginnings;
    private final List<Annealing> lanes = new ArrayList<>();
    private final int[] failures;
    private int[] current;
    private Score currentScore;
    private int[] best;
    private Score bestScore;
    private long steps;
    private int cycle;
    private int idle;
    private long settledAt = -1;

    /**
     * @param given the plan to improve; without one the search begins from nothing
     */
    Search(SearchProblem problem, long seed, Optional<int[]> given) {
        this.problem = problem;
        beginnings = new Beginnings(problem);
        this.seed = seed;
        this.given = given;
        failures = new int[problem.territories];
        current = given.map(int[]::clone).orElseGet(() -> start(0, 0));
        currentScore = new Partition(problem, current.clone()).score();
        best = current;
        bestScore = currentScore;
        if (!trivial()) {
            lanes(current);
        }
    }

    private int[] start(int number, double noise) {
        return beginnings.fresh(noise, Randomness.of(seed, 1 + cycle, number));
    }

    /** Small problems are annealed several times over, as single runs end in different places. */
    private void lanes(int[] first) {
        int count = problem.units <= SMALL ? Math.max(2, Math.min(8, 1_000 / problem.units)) : 1;
        boolean limited = problem.ties.mostMoved < Double.MAX_VALUE;
        for (int lane = 0; lane < Math.max(count, given.isPresent() ? 2 : 1); lane++) {
            boolean improves = given.isPresent() && (lane == 0 || limited);
            int[] start = lane == 0 || limited ? first : start(lane, 0.6);
            Profile profile = Profile.whole(problem);
            lanes.add(new Annealing(
                    problem,
                    start,
                    improves ? profile.cooled(lane == 0 ? WARM : 1) : profile,
                    (long) PROPOSALS * problem.units,
                    Randomness.of(seed, 1_000 + cycle, lane)));
        }
    }

    long steps() {
        return steps;
    }

    int[] best() {
        return best;
    }

    Score bestScore() {
        return bestScore;
    }

    /** Whether there is nothing to search. */
    boolean trivial() {
        return problem.territories <= 1 || problem.units <= problem.territories || problem.ties.mostMoved == 0;
    }

    /** Whether the first round of annealing is over. */
    boolean settled() {
        return trivial() || cycle > 0 || lanes.isEmpty();
    }

    /** How many steps followed the first round of annealing. */
    long stepsSinceSettled() {
        return settledAt < 0 ? 0 : steps - settledAt;
    }

    /** Goes on with a plan by regions alone. */
    Search resume(int[] labels) {
        lanes.clear();
        current = labels.clone();
        currentScore = new Partition(problem, labels.clone()).score();
        best = current.clone();
        bestScore = currentScore;
        return this;
    }

    /** Does a round, of at most so many steps. */
    void round(long most, Workers workers) {
        if (lanes.isEmpty()) {
            regions(most, workers);
        } else {
            anneal(most, workers);
        }
    }

    private void anneal(long most, Workers workers) {
        List<Runnable> tasks = new ArrayList<>();
        for (Annealing lane : lanes) {
            if (!lane.done() && tasks.size() < most) {
                tasks.add(lane::batch);
            }
        }
        workers.run(tasks);
        steps += tasks.size();
        boolean done = true;
        for (Annealing lane : lanes) {
            done &= lane.done();
            keep(lane.best(), lane.bestScore());
        }
        if (done) {
            Annealing first = lanes.get(0);
            for (Annealing lane : lanes) {
                first = lane.bestScore().betterThan(first.bestScore()) ? lane : first;
            }
            current = first.best().clone();
            currentScore = first.bestScore();
            lanes.clear();
            idle = 0;
            settledAt = settledAt < 0 ? steps : settledAt;
        }
    }

    private void keep(int[] labels, Score score) {
        if (score.betterThan(bestScore)) {
            bestScore = score;
            best = labels.clone();
        }
    }

    private void regions(long most, Workers workers) {
        Partition partition = new Partition(problem, current.clone());
        TerritoryGraph graph = new TerritoryGraph(problem, current);
        int count = (int) Math.min(most, Math.max(1, Math.min(8, problem.territories / 8)));
        boolean[] taken = new boolean[problem.territories];
        List<RegionSearch> searches = new ArrayList<>();
        int[] centres = new int[count];
        double slack = Math.max(0, problem.ties.mostMoved - partition.moved()) / count;
        for (int i = 0; i < count; i++) {
            Randomness random = Randomness.of(seed, 500_000, steps + i);
            centres[i] = centre(partition, taken, random);
            int size = size(partition.violation(centres[i]) > 0, random);
            int[] region = graph.region(centres[i], size, taken, random);
            searches.add(new RegionSearch(problem, current, region, moved(region) + slack, random));
        }
        workers.run(List.<Runnable>copyOf(
                searches.stream().map(one -> (Runnable) one::run).toList()));
        boolean any = false;
        for (int i = 0; i < count; i++) {
            any |= searches.get(i).better();
            failures[centres[i]] = searches.get(i).better() ? 0 : failures[centres[i]] + 1;
            searches.get(i).takeOver(current);
        }
        steps += count;
        idle = any ? 0 : idle + count;
        if (any) {
            currentScore = new Partition(problem, current.clone()).score();
            keep(current, currentScore);
        }
        if (idle > patience()) {
            restart();
        }
    }

    private int patience() {
        return 20 + 4 * problem.territories;
    }

    private void restart() {
        cycle++;
        Arrays.fill(failures, 0);
        lanes(given.map(int[]::clone).orElseGet(() -> start(0, 0.6)));
    }

    private double moved(int[] region) {
        if (problem.ties.mostMoved == Double.MAX_VALUE) {
            return 0;
        }
        boolean[] inside = new boolean[problem.territories];
        for (int t : region) {
            inside[t] = true;
        }
        double moved = 0;
        for (int u = 0; u < current.length; u++) {
            moved += inside[current[u]] ? problem.ties.moved(u, current[u]) : 0;
        }
        return moved;
    }

    /** Every second region is about a territory outside its band, rarely one that resisted often. */
    private int centre(Partition partition, boolean[] taken, Randomness random) {
        if (partition.outside() > 0 && random.below(2) == 0) {
            for (int attempt = 0; attempt < 4 * problem.territories; attempt++) {
                int territory = random.below(problem.territories);
                if (!taken[territory]
                        && partition.violation(territory) > 0
                        && random.below(10 + failures[territory]) < 10) {
                    return territory;
                }
            }
        }
        int territory = random.below(problem.territories);
        while (taken[territory]) {
            territory = (territory + 1) % problem.territories;
        }
        return territory;
    }

    private int size(boolean outside, Randomness random) {
        if (problem.compactness == Compactness.MEDIAN && !problem.contiguous) {
            return 5 + random.below(8);
        }
        return 3 + random.below(outside ? 6 : 4);
    }
}
