package io.salesops.territory.design;

import io.salesops.territory.area.Compactness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The search of one plan, in steps: a batch of annealing, or one region. A round is a list of steps that can run at once.
 * What a step does depends on the problem, the seed and its number alone.
 */
final class Search {
    private static final int PROPOSALS = 2_000;
    /** Without borders single runs end far apart, and regions do the rest: small maps begin with short ones. */
    private static final int PROPOSALS_BY_UNIT = 7;

    /** Each time that regions find nothing more, annealing begins anew; without borders it takes twice as long, up to so often. */
    private static final int LONGEST = 6;

    private static final int MOST_REFINING = 300;
    private static final int LEAST_REFINING = 10;
    private static final double REFINED = 1e7;
    private static final int SMALL = 2_500;
    private static final int REGIONS_AT_ONCE = 8;
    private static final double NOISE = 0.6;
    /** How hot a plan is annealed that is to be improved, not replaced. */
    private static final double WARM = 0.1;

    private final SearchProblem problem;
    private final long seed;
    /** Whether there is a plan that is to be improved. */
    private final boolean improves;

    private final int[] first;
    private final Beginnings beginnings;
    private final List<Lane> lanes = new ArrayList<>();
    private final int[] failures;
    private int[] current;
    private int[] best;
    private Score bestScore;
    private long steps;
    private long settledAt = -1;
    private int cycle;
    private int idle;

    private Search(SearchProblem problem, long seed, boolean improves, int[] first, Beginnings beginnings) {
        this.problem = problem;
        this.seed = seed;
        this.improves = improves;
        this.first = first;
        this.beginnings = beginnings;
        failures = new int[problem.territories];
        current = first.clone();
        best = first.clone();
        bestScore = new Partition(problem, first.clone()).score();
    }

    /** Begins with nothing. */
    static Search fresh(SearchProblem problem, long seed) {
        Beginnings beginnings = new Beginnings(problem);
        int[] first = beginnings.fresh(0, Randomness.of(seed, 1, 0));
        return new Search(problem, seed, false, first, beginnings).annealed();
    }

    /** Begins with a plan that is to be improved. */
    static Search from(SearchProblem problem, long seed, int[] plan) {
        return new Search(problem, seed, true, plan, new Beginnings(problem)).annealed();
    }

    /** Begins with a plan of which little is to change, such as that of a coarser level: cool and short. */
    static Search refining(SearchProblem problem, long seed, int[] plan) {
        Search search = new Search(problem, seed, true, plan, new Beginnings(problem));
        if (!search.trivial()) {
            double factor = Math.max(LEAST_REFINING, Math.min(MOST_REFINING, REFINED / problem.units));
            Profile profile = Profile.whole(problem).refining();
            long proposals = (long) (factor * problem.units);
            search.lanes.add(lane(problem, plan, profile, proposals, seed, 2_000, problem.units));
        }
        return search;
    }

    /** Goes on with a plan by regions alone. */
    static Search regions(SearchProblem problem, long seed, int[] plan) {
        Search search = new Search(problem, seed, true, plan, new Beginnings(problem));
        search.settledAt = 0;
        return search;
    }

    private Search annealed() {
        if (!trivial()) {
            lanes();
        }
        return this;
    }

    /** Small problems are annealed several times over, as single runs end in different places. */
    private void lanes() {
        int count = problem.units <= SMALL ? Math.max(2, Math.min(8, 1_000 / problem.units)) : 1;
        boolean limited = problem.ties.mostMoved < Double.MAX_VALUE;
        Profile profile = Profile.whole(problem);
        long proposals = problem.contiguous
                ? PROPOSALS
                : Math.min(PROPOSALS, (long) PROPOSALS_BY_UNIT * problem.units) << Math.min(cycle, LONGEST);
        for (int lane = 0; lane < Math.max(count, improves ? 2 : 1); lane++) {
            boolean keeps = improves && (lane == 0 || limited);
            boolean again = keeps || (cycle == 0 && lane == 0);
            int[] start = again ? first : beginnings.fresh(NOISE, Randomness.of(seed, 1 + cycle, lane));
            lanes.add(lane(
                    problem,
                    start,
                    keeps && lane == 0 ? profile.cooled(WARM) : profile,
                    proposals * problem.units,
                    seed,
                    1_000 + cycle,
                    lane));
        }
    }

    private static Lane lane(
            SearchProblem problem, int[] start, Profile profile, long proposals, long seed, long part, long number) {
        Randomness random = Randomness.of(seed, part, number);
        return AreaAnnealing.suits(problem, profile)
                ? new AreaAnnealing(problem, start, profile, proposals, random.next())
                : new Annealing(problem, start, profile, proposals, random);
    }

    SearchProblem problem() {
        return problem;
    }

    long steps() {
        return steps;
    }

    int[] best() {
        return best;
    }

    /** Whether there is nothing to search. */
    boolean trivial() {
        return problem.territories <= 1 || problem.units <= problem.territories || problem.ties.mostMoved <= 0;
    }

    /** Whether the first round of annealing is over. */
    boolean settled() {
        return trivial() || settledAt >= 0;
    }

    /** How many steps followed the first round of annealing. */
    long stepsSinceSettled() {
        return settledAt < 0 ? 0 : steps - settledAt;
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
        List<Lane> opened = new ArrayList<>();
        for (Lane lane : lanes) {
            if (!lane.done() && tasks.size() < most) {
                tasks.addAll(lane.open(most - tasks.size()));
                opened.add(lane);
            }
        }
        workers.run(tasks);
        opened.forEach(Lane::close);
        steps += tasks.size();
        boolean done = true;
        Lane winner = lanes.get(0);
        for (Lane lane : lanes) {
            done &= lane.done();
            keep(lane.best(), lane.bestScore());
            winner = lane.bestScore().betterThan(winner.bestScore()) ? lane : winner;
        }
        if (done) {
            current = winner.best().clone();
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
        int count = (int) Math.min(most, Math.max(1, Math.min(REGIONS_AT_ONCE, problem.territories / 8)));
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
        workers.run(searches.stream().<Runnable>map(one -> one::run).toList());
        boolean any = false;
        for (int i = 0; i < count; i++) {
            boolean better = searches.get(i).better();
            any |= better;
            failures[centres[i]] = better ? 0 : failures[centres[i]] + 1;
            searches.get(i).takeOver(current);
        }
        steps += count;
        idle = any ? 0 : idle + count;
        if (any) {
            keep(current, new Partition(problem, current.clone()).score());
        }
        if (idle > patience()) {
            cycle++;
            Arrays.fill(failures, 0);
            lanes();
        }
    }

    private int patience() {
        return problem.contiguous ? 20 + 4 * problem.territories : 10 + problem.territories;
    }

    private double moved(int[] region) {
        if (problem.ties.mostMoved == Double.MAX_VALUE) {
            return Double.MAX_VALUE;
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
