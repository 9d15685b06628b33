package io.salesops.territory.design;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Annealing of a large map, area by area at once: each round divides the territories anew into areas of neighbours, anneals a
 * batch in each as if the others did not exist, and puts the labels together. Borders of areas lie elsewhere in each round. What a
 * round does depends on its number alone, not on the threads.
 */
final class AreaAnnealing implements Lane {
    private static final int TERRITORIES_EACH = 16;
    private static final int MOST_AREAS = 16;

    private final SearchProblem problem;
    private final Profile profile;
    private final long seed;
    private final int batches;
    private final double scale;
    private final double grain;
    private final int[] labels;
    private final double[] emphasis;
    private final List<Area> areas = new ArrayList<>();
    private double price;
    private int done;
    private int[] best;
    private Score bestScore;

    AreaAnnealing(SearchProblem problem, int[] start, Profile profile, long proposals, long seed) {
        this.problem = problem;
        this.profile = profile;
        this.seed = seed;
        labels = start.clone();
        best = start.clone();
        bestScore = new Partition(problem, labels.clone()).score();
        batches = Annealing.batches(problem, proposals);
        scale = Annealing.scale(problem, bestScore);
        grain = problem.grain();
        price = profile.price() * scale / grain;
        emphasis = new double[problem.territories];
        Arrays.fill(emphasis, 1);
    }

    /** Whether a map is so large, and of such a kind, that it is annealed in areas. */
    static boolean suits(SearchProblem problem, Profile profile) {
        return problem.contiguous && profile.rising() && problem.territories >= 4 * TERRITORIES_EACH;
    }

    @Override
    public boolean done() {
        return done >= batches;
    }

    @Override
    public int[] best() {
        return best;
    }

    @Override
    public Score bestScore() {
        return bestScore;
    }

    @Override
    public List<Runnable> open(long most) {
        Randomness random = Randomness.of(seed, 3_000_000, done);
        List<int[]> found = new ArrayList<>();
        int count = Math.max(2, Math.min(MOST_AREAS, problem.territories / TERRITORIES_EACH));
        divide(centres(), numbers(), count, random, found);
        int[] area = new int[problem.territories];
        for (int i = 0; i < found.size(); i++) {
            for (int territory : found.get(i)) {
                area[territory] = i;
            }
        }
        int[][] units = units(area, found.size());
        double[] moved = new double[found.size()];
        double all = 0;
        for (int u = 0; u < labels.length; u++) {
            double one = problem.ties.moved(u, labels[u]);
            moved[area[labels[u]]] += one;
            all += one;
        }
        boolean limited = problem.ties.mostMoved < Double.MAX_VALUE;
        double slack = limited ? Math.max(0, problem.ties.mostMoved - all) / found.size() : 0;
        Annealing.Progress progress = new Annealing.Progress(profile, batches, done, price);
        areas.clear();
        for (int i = 0; i < Math.min(most, found.size()); i++) {
            double allowance = limited ? moved[i] + slack : Double.MAX_VALUE;
            areas.add(new Area(units[i], found.get(i), allowance, progress, i));
        }
        return areas.stream().<Runnable>map(one -> one::run).toList();
    }

    private int[] numbers() {
        int[] numbers = new int[problem.territories];
        Arrays.setAll(numbers, t -> t);
        return numbers;
    }

    private double[] centres() {
        double[] masses = new double[problem.territories];
        double[] centres = new double[3 * problem.territories];
        for (int u = 0; u < labels.length; u++) {
            int t = labels[u];
            masses[t] += problem.masses[u];
            centres[3 * t] += problem.masses[u] * problem.points.x[u];
            centres[3 * t + 1] += problem.masses[u] * problem.points.y[u];
            centres[3 * t + 2] += problem.masses[u] * problem.points.z[u];
        }
        for (int i = 0; i < centres.length; i++) {
            centres[i] /= Math.max(masses[i / 3], Double.MIN_NORMAL);
        }
        return centres;
    }

    /** Halves by a line of any direction, not quite in the middle, until there are as many areas as wanted. */
    private void divide(double[] centres, int[] territories, int count, Randomness random, List<int[]> found) {
        if (count == 1) {
            int[] area = territories.clone();
            Arrays.sort(area);
            found.add(area);
            return;
        }
        double[] direction = {random.unit() - 0.5, random.unit() - 0.5, random.unit() - 0.5};
        double[] along = new double[problem.territories];
        for (int t : territories) {
            along[t] = centres[3 * t] * direction[0]
                    + centres[3 * t + 1] * direction[1]
                    + centres[3 * t + 2] * direction[2];
        }
        int[] order = Arrays.stream(territories)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(t -> along[t]).thenComparingInt(t -> t))
                .mapToInt(Integer::intValue)
                .toArray();
        int half = count / 2;
        double share = (half + 0.5 * (random.unit() - 0.5)) / count;
        int cut = (int) (share * order.length);
        divide(centres, Arrays.copyOf(order, cut), half, random, found);
        divide(centres, Arrays.copyOfRange(order, cut, order.length), count - half, random, found);
    }

    private int[][] units(int[] area, int count) {
        int[] sizes = new int[count];
        for (int label : labels) {
            sizes[area[label]]++;
        }
        int[][] units = new int[count][];
        for (int i = 0; i < count; i++) {
            units[i] = new int[sizes[i]];
        }
        Arrays.fill(sizes, 0);
        for (int u = 0; u < labels.length; u++) {
            int i = area[labels[u]];
            units[i][sizes[i]++] = u;
        }
        return units;
    }

    @Override
    public void close() {
        double violation = 0;
        double objective = 0;
        int units = 0;
        for (Area area : areas) {
            area.takeOver();
            Score score = area.annealing().bestScore();
            violation += score.violation();
            objective += score.objective();
            units += area.units.length;
        }
        Score score = units == labels.length
                ? new Score(violation, objective)
                : new Partition(problem, labels.clone()).score();
        areas.clear();
        price = profile.risen((double) done / batches, price, scale / grain, violation > 0);
        done++;
        if (score.betterThan(bestScore)) {
            bestScore = score;
            best = labels.clone();
        }
    }

    /** Some territories and their units, for one round. */
    private final class Area {
        private final int[] units;
        private final int[] territories;
        private final double allowance;
        private final Annealing.Progress progress;
        private final long number;
        private @Nullable Annealing annealing;

        private Area(int[] units, int[] territories, double allowance, Annealing.Progress progress, long number) {
            this.units = units;
            this.territories = territories;
            this.allowance = allowance;
            this.progress = progress;
            this.number = number;
        }

        private void run() {
            int[] place = new int[problem.territories];
            for (int i = 0; i < territories.length; i++) {
                place[territories[i]] = i;
            }
            int[] own = new int[units.length];
            for (int i = 0; i < units.length; i++) {
                own[i] = place[labels[units[i]]];
            }
            SearchProblem part = problem.part(units, territories, allowance);
            Annealing one = new Annealing(
                    part, own, progress, scale, grain, Randomness.of(seed, 4_000_000 + progress.done(), number));
            Partition partition = one.partition();
            for (int i = 0; i < territories.length; i++) {
                partition.emphasis[i] = emphasis[territories[i]];
            }
            one.batch();
            annealing = one;
        }

        private Annealing annealing() {
            return checkNotNull(annealing);
        }

        private void takeOver() {
            Partition partition = annealing().partition();
            for (int i = 0; i < units.length; i++) {
                labels[units[i]] = territories[partition.labels[i]];
            }
            for (int i = 0; i < territories.length; i++) {
                emphasis[territories[i]] = partition.emphasis[i];
            }
        }
    }
}
