package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.run.Execution;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.TerritoryProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** One design: compiles, takes out what is fixed, searches step by step until the steps or the time end, and puts all together. */
final class DesignRun {
    /** Regions after the first annealing, where neither steps nor time end the search. */
    private static final int REGIONS = 40;

    private final TerritoryProblem problem;
    private final DesignOptions options;
    private final Execution execution;
    private final long deadline;
    private final UnitTable table;
    private final Adjacencies adjacencies;
    private final Compilation compilation;
    private final Graph nodeBorders;
    private final int[] base;
    private final List<Integer> alone = new ArrayList<>();
    private int[] freeNodes = new int[0];
    private int[] freeTerritories = new int[0];
    private long steps;

    DesignRun(TerritoryProblem problem, DesignOptions options, Execution execution) {
        this.problem = problem;
        this.options = options;
        this.execution = execution;
        deadline = execution
                .limit()
                .map(limit -> limit.nanoClock().getAsLong() + limit.duration().toNanos())
                .orElse(0L);
        execution.progress().at("compile", 0, 0);
        table = new UnitTable(problem);
        adjacencies = Adjacencies.of(table);
        compilation = new Compilation(table, adjacencies.graph());
        nodeBorders = compilation.borders();
        base = new int[compilation.nodeCount()];
        Arrays.fill(base, -1);
    }

    Checked<TerritoryDesign> run(List<Finding> before) {
        List<Finding> findings = new ArrayList<>(before);
        findings.addAll(FeasibilityCheck.check(table, compilation, nodeBorders));
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Checked.refused(findings);
        }
        ImmutableList<AttainableBound> bounds = new AttainableBounds(table, compilation, nodeBorders).find();
        SearchProblem locks = compilation.problem(List.of());
        boolean keepsPresent = keepsPresent(locks);
        if (!keepsPresent && options.region().isEmpty()) {
            alone.addAll(OversizedUnits.of(table, compilation, nodeBorders, locks.ties.locked));
        }
        SearchProblem whole = alone.isEmpty() ? locks : compilation.problem(alone);
        fix(whole);
        List<int[]> found = search(whole, keepsPresent);
        List<Alternative> alternatives = new DesignReport(
                        problem, options, table, adjacencies, bounds, compilation.aimed(alone))
                .alternatives(found.stream().map(this::unitLabels).toList(), whole, compilation.nodes());
        findings.addAll(DesignReport.findings(alternatives.get(0)));
        return Checked.accepted(
                DesignReport.design(problem, options, steps, alternatives, bounds, bridges(), findings), findings);
    }

    private boolean keepsPresent(SearchProblem whole) {
        boolean any = Arrays.stream(whole.ties.present).anyMatch(present -> present >= 0);
        return any && (options.beginning() == Beginning.PRESENT || whole.ties.mostMoved < Double.MAX_VALUE);
    }

    private ImmutableList<Border> bridges() {
        return adjacencies.bridges().stream()
                .map(bridge -> new Border(
                        table.units.get(bridge[0]).id(),
                        table.units.get(bridge[1]).id()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Takes out the nodes that are alone in a territory, and all outside the region. */
    private void fix(SearchProblem whole) {
        int territories = whole.territories;
        boolean[] closed = new boolean[territories];
        boolean[] wanted = new boolean[territories];
        for (int node = 0; node < base.length; node++) {
            if (whole.ties.locked[node] >= 0) {
                wanted[whole.ties.locked[node]] = true;
            }
        }
        for (int node : alone) {
            int present = whole.ties.present[node];
            int territory = present >= 0 && !closed[present] && !wanted[present] ? present : -1;
            for (int t = territories - 1; t >= 0 && territory < 0; t--) {
                territory = closed[t] || wanted[t] ? -1 : t;
            }
            if (territory >= 0) {
                base[node] = territory;
                closed[territory] = true;
            }
        }
        if (!options.region().isEmpty()) {
            for (int t = 0; t < territories; t++) {
                closed[t] = !options.region().contains(table.territories.get(t).id());
            }
            for (int node = 0; node < base.length; node++) {
                int present = whole.ties.present[node];
                if (present >= 0 && closed[present]) {
                    base[node] = present;
                }
            }
        }
        freeTerritories = numbers(territories, t -> !closed[t]);
        freeNodes = numbers(base.length, node -> base[node] < 0);
    }

    private static int[] numbers(int count, java.util.function.IntPredicate condition) {
        return java.util.stream.IntStream.range(0, count).filter(condition).toArray();
    }

    private List<int[]> search(SearchProblem whole, boolean keepsPresent) {
        if (freeNodes.length == 0 || freeTerritories.length == 0) {
            return List.of(base.clone());
        }
        double moved = 0;
        for (int node = 0; node < base.length; node++) {
            moved += base[node] >= 0 ? whole.ties.moved(node, base[node]) : 0;
        }
        double allowance = whole.ties.mostMoved == Double.MAX_VALUE ? Double.MAX_VALUE : whole.ties.mostMoved - moved;
        SearchProblem part = freeNodes.length == base.length && freeTerritories.length == whole.territories
                ? whole
                : whole.part(freeNodes, freeTerritories, allowance);
        java.util.Optional<int[]> given =
                keepsPresent ? java.util.Optional.of(new Beginnings(part).present()) : java.util.Optional.empty();
        MultilevelSearch main = new MultilevelSearch(part, options.seed(), given);
        List<Search> variants = new ArrayList<>();
        Workers workers = new Workers(execution);
        int turn = 0;
        while (!main.trivial() && goesOn(main)) {
            execution.cancellation().check("territory design");
            long left = Math.max(1, options.steps().orElse(Long.MAX_VALUE) - steps);
            if (main.settled() && variants.isEmpty() && options.alternatives() > 1) {
                variants.addAll(new Variations(
                                table,
                                compilation,
                                alone,
                                freeNodes,
                                freeTerritories,
                                whole,
                                part,
                                options.alternatives() - 1)
                        .of(options.seed(), main.best()));
            }
            // Every second round is for the main search, the others take turns.
            turn++;
            if (variants.isEmpty() || turn % 2 == 0) {
                long done = main.steps();
                main.round(left, workers);
                steps += main.steps() - done;
            } else {
                Search next = variants.get(turn / 2 % variants.size());
                long done = next.steps();
                next.round(left, workers);
                steps += next.steps() - done;
            }
            execution.progress().at("search", steps, options.steps().orElse(0));
        }
        List<int[]> found = new ArrayList<>(List.of(merged(main.best())));
        variants.forEach(variant -> found.add(merged(variant.best())));
        return found;
    }

    private boolean goesOn(MultilevelSearch main) {
        OptionalLong wanted = options.steps();
        if (wanted.isPresent() && steps >= wanted.getAsLong()) {
            return false;
        }
        if (execution.limit().isPresent()) {
            return execution.limit().get().nanoClock().getAsLong() - deadline < 0;
        }
        return wanted.isPresent() || !main.settled() || main.stepsSinceSettled() < REGIONS + freeTerritories.length;
    }

    private int[] merged(int[] labels) {
        int[] all = base.clone();
        for (int i = 0; i < freeNodes.length; i++) {
            all[freeNodes[i]] = freeTerritories[labels[i]];
        }
        return all;
    }

    private int[] unitLabels(int[] nodeLabels) {
        int[] labels = new int[compilation.nodes().length];
        for (int u = 0; u < labels.length; u++) {
            labels[u] = nodeLabels[compilation.nodes()[u]];
        }
        return Naming.northToSouth(table, labels);
    }
}
