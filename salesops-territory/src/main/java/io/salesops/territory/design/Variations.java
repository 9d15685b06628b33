package io.salesops.territory.design;

import io.salesops.core.money.Rate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Searches beside the main one, each of which puts another weight on balance, compactness or disruption, so that there are plans to
 * choose between: narrower and wider bands, and, where there is a present plan, fewer moves and more of them.
 */
final class Variations {
    private static final double FAR_MORE = 16;
    private static final double MORE = 4;

    private final Compilation compilation;
    private final List<Integer> alone;
    private final int[] freeNodes;
    private final int[] freeTerritories;
    private final SearchProblem whole;
    private final SearchProblem part;
    private final boolean banded;
    private final double importance;
    private final int most;
    private final List<Search> searches = new ArrayList<>();

    /**
     * @param alone nodes that have a territory of their own
     * @param freeNodes the nodes of the part
     * @param freeTerritories the territories of the part
     * @param part the part of the problem that is searched
     * @param most how many searches at most
     */
    Variations(
            UnitTable table,
            Compilation compilation,
            List<Integer> alone,
            int[] freeNodes,
            int[] freeTerritories,
            SearchProblem whole,
            SearchProblem part,
            int most) {
        this.most = most;
        this.compilation = compilation;
        this.alone = alone;
        this.freeNodes = freeNodes;
        this.freeTerritories = freeTerritories;
        this.whole = whole;
        this.part = part;
        banded = table.balance.stream().anyMatch(balance -> balance.band().isPresent());
        importance = table.problem.disruption().importance();
    }

    /** Returns searches that go on from a plan, or from the present one where they are to move less. */
    List<Search> of(long seed, int[] plan) {
        boolean moves =
                Arrays.stream(part.ties.present).anyMatch(present -> present >= 0 && present < part.territories);
        if (moves) {
            calmer(seed + 101, MORE, 0.5);
        }
        band("50%", seed + 1, plan);
        band("200%", seed + 2, plan);
        if (moves) {
            calmer(seed + 102, FAR_MORE, 0.25);
        }
        if (moves && importance > 0 && wanted()) {
            searches.add(Search.regions(costing(0, part.ties.mostMoved), seed + 103, plan));
        }
        band("25%", seed + 3, plan);
        band("400%", seed + 4, plan);
        band("150%", seed + 5, plan);
        band("300%", seed + 6, plan);
        return List.copyOf(searches);
    }

    private boolean wanted() {
        return searches.size() < most;
    }

    private void band(String widening, long seed, int[] plan) {
        if (banded && wanted()) {
            Bands bands = compilation.bands(alone, Rate.of(widening)).part(freeNodes, freeTerritories);
            searches.add(Search.regions(part.with(bands), seed, plan));
        }
    }

    /** Moves cost more; and where there is a limit to them, only a share of it may be used. */
    private void calmer(long seed, double factor, double share) {
        boolean limited = part.ties.mostMoved < Double.MAX_VALUE;
        double allowance = limited ? Math.floor(share * part.ties.mostMoved) : part.ties.mostMoved;
        if (allowance <= 0 || !wanted()) {
            return;
        }
        SearchProblem calm = costing(Math.max(factor / MORE, factor * importance), allowance);
        searches.add(Search.refining(calm, seed, new Beginnings(calm).present()));
    }

    private SearchProblem costing(double weight, double allowance) {
        double[] all = compilation.moveCosts(whole, weight);
        double[] costs = Arrays.stream(freeNodes).mapToDouble(node -> all[node]).toArray();
        return part.with(part.ties.moving(costs, allowance));
    }
}
