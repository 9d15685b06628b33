package io.salesops.territory.design;

/** A plan in the hands of the search: loads, penalties and objective, kept up to date move by move. For one thread. */
final class Partition {
    final SearchProblem problem;
    final int[] labels;
    final Members members;
    /** How much each territory's penalty counts; grows while it stays outside its band. */
    final double[] emphasis;

    private static final double RULE = 1_000;

    private final Bands bands;
    private final Ties ties;
    private final boolean tied;
    private final CompactnessTerm term;
    private final Connectivity connectivity;
    private final double[] loads;
    private final double[] burdens;
    private final double grain;
    /** What a unit costs that is where a rule says it must not be. */
    private final double rulePrice;

    private double price;
    private double moved;
    private int outside;

    /** Takes over the labels; they change with the moves. */
    Partition(SearchProblem problem, int[] labels) {
        this(problem, labels, problem.grain());
    }

    /** Takes over the labels of an area, with the grain of the map that it belongs to. */
    Partition(SearchProblem problem, int[] labels, double grain) {
        this.grain = grain;
        this.problem = problem;
        this.labels = labels;
        bands = problem.bands;
        ties = problem.ties;
        tied = !ties.free();
        members = new Members(problem.territories, labels);
        term = CompactnessTerm.of(problem, labels, members);
        connectivity = new Connectivity(problem.graph);
        loads = new double[problem.territories * bands.measures];
        burdens = new double[problem.territories];
        emphasis = new double[problem.territories];
        java.util.Arrays.fill(emphasis, 1);
        rulePrice = ties.rules() ? RULE * (1 + term.value() / problem.units) : 0;
        for (int u = 0; u < labels.length; u++) {
            add(loads, labels[u], u, 1);
            moved += ties.moved(u, labels[u]);
        }
        for (int t = 0; t < burdens.length; t++) {
            burdens[t] = burden(t, -1, 0);
            outside += burdens[t] > 0 ? 1 : 0;
        }
    }

    private void add(double[] table, int territory, int unit, int sign) {
        for (int m = 0; m < bands.measures; m++) {
            table[territory * bands.measures + m] += sign * bands.weights[unit * bands.measures + m];
        }
    }

    /** The penalty of a territory before price and emphasis, as if the unit joined it (1) or left it (-1). */
    private double burden(int territory, int unit, int sign) {
        int count = bands.measures;
        double burden = 0;
        for (int m = 0; m < count; m++) {
            int place = territory * count + m;
            double load = sign == 0 ? loads[place] : loads[place] + sign * bands.weights[unit * count + m];
            double excess = bands.excess(place, load);
            if (excess > 0) {
                burden += excess + excess * excess / grain + 0.02 * grain;
            }
        }
        return burden;
    }

    double price() {
        return price;
    }

    void price(double newPrice) {
        price = newPrice;
    }

    double load(int territory, int measure) {
        return loads[territory * bands.measures + measure];
    }

    double burden(int territory) {
        return burdens[territory];
    }

    /** The penalty of a territory before the price, as if the unit joined it (1) or left it (-1). */
    double penaltyWith(int territory, int unit, int sign) {
        return emphasis[territory] * burden(territory, unit, sign);
    }

    /** The penalty of a territory before the price, if it had other loads. */
    double penaltyOf(int territory, double[] others, int offset) {
        double burden = 0;
        for (int m = 0; m < bands.measures; m++) {
            double excess = bands.excess(territory * bands.measures + m, others[offset + m]);
            if (excess > 0) {
                burden += excess + excess * excess / grain + 0.02 * grain;
            }
        }
        return emphasis[territory] * burden;
    }

    /** How many territories lie outside a band. */
    int outside() {
        return outside;
    }

    /** Whether a territory is over its bands more than under them. */
    boolean over(int territory) {
        double over = 0;
        for (int m = 0; m < bands.measures; m++) {
            int place = territory * bands.measures + m;
            double excess = bands.excess(place, loads[place]);
            over += loads[place] > bands.most[place] ? excess : -excess;
        }
        return over > 0;
    }

    /** Whether forbidden pairs and the share that may move let a unit go to a territory. */
    boolean mayMove(int unit, int to) {
        return !tied
                || (!ties.bars(unit, to, labels)
                        && moved - ties.moved(unit, labels[unit]) + ties.moved(unit, to) <= ties.mostMoved);
    }

    double moved() {
        return moved;
    }

    /** By how much the penalties would change, at the present price and emphasis. */
    double penaltyDelta(int unit, int from, int to) {
        return price
                * (emphasis[from] * (burden(from, unit, -1) - burdens[from])
                        + emphasis[to] * (burden(to, unit, 1) - burdens[to]));
    }

    /** By how much the objective would change. */
    double objectiveDelta(int unit, int from, int to) {
        double delta = term.delta(unit, from, to);
        if (tied) {
            delta += ties.cost(problem.points, unit, problem.masses[unit], to)
                    - ties.cost(problem.points, unit, problem.masses[unit], from);
        }
        if (rulePrice > 0 && ties.bars(unit, from, labels)) {
            delta -= rulePrice;
        }
        return delta;
    }

    /** Whether rules let the unit leave its territory for another, contiguity aside. */
    boolean allows(int unit, int to) {
        int from = labels[unit];
        if (ties.locked[unit] >= 0 || members.size(from) <= 1) {
            return false;
        }
        return mayMove(unit, to);
    }

    /** Whether the territory of a unit hangs together without it, where it must. */
    boolean canLeave(int unit) {
        return !problem.contiguous || connectivity.holdsWithout(unit, labels);
    }

    /** Whether a unit touches a territory, where it must. */
    boolean touches(int unit, int territory) {
        if (!problem.contiguous) {
            return true;
        }
        Graph graph = problem.graph;
        for (int e = graph.offsets[unit]; e < graph.offsets[unit + 1]; e++) {
            if (labels[graph.ends[e]] == territory) {
                return true;
            }
        }
        return false;
    }

    void move(int unit, int to) {
        int from = labels[unit];
        term.move(unit, from, to);
        add(loads, from, unit, -1);
        add(loads, to, unit, 1);
        outside -= (burdens[from] > 0 ? 1 : 0) + (burdens[to] > 0 ? 1 : 0);
        burdens[from] = burden(from, -1, 0);
        burdens[to] = burden(to, -1, 0);
        outside += (burdens[from] > 0 ? 1 : 0) + (burdens[to] > 0 ? 1 : 0);
        if (tied) {
            moved += ties.moved(unit, to) - ties.moved(unit, from);
        }
        members.move(unit, from, to);
        labels[unit] = to;
    }

    /** By how much a territory lies outside its bands. */
    double violation(int territory) {
        double violation = 0;
        for (int m = 0; m < bands.measures; m++) {
            violation += bands.excess(territory * bands.measures + m, loads[territory * bands.measures + m]);
        }
        return violation;
    }

    double violation() {
        double violation = 0;
        for (int t = 0; t < burdens.length; t++) {
            violation += violation(t);
        }
        return violation;
    }

    Score score() {
        double objective = term.value();
        if (tied) {
            for (int u = 0; u < labels.length; u++) {
                objective += ties.cost(problem.points, u, problem.masses[u], labels[u]);
            }
        }
        double violation = violation();
        for (int u = 0; u < labels.length && rulePrice > 0; u++) {
            violation += ties.bars(u, labels[u], labels) ? RULE : 0;
        }
        return new Score(violation, objective);
    }
}
