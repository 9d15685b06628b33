package io.salesops.territory.design;

import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules that each could be kept, but not all of them: locks that cut a territory, moves that rules force and a limit forbids. */
final class RuleConflicts {
    private final UnitTable table;
    private final Compilation compilation;
    private final int[] locked;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Integer, Set<Integer>> banned = new HashMap<>();

    private RuleConflicts(UnitTable table, Compilation compilation, int[] locked) {
        this.table = table;
        this.compilation = compilation;
        this.locked = locked;
        for (Forbidden pair : table.problem.forbidden()) {
            banned.computeIfAbsent(compilation.nodes()[table.number(pair.unit())], node -> new HashSet<>())
                    .add(table.number(pair.territory()));
        }
    }

    /**
     * Finds what cannot be kept together.
     *
     * @param locked the territory in which each node is locked, or -1
     */
    static List<Finding> find(UnitTable table, Compilation compilation, int[] locked) {
        RuleConflicts conflicts = new RuleConflicts(table, compilation, locked);
        conflicts.nowhere();
        conflicts.empty();
        conflicts.forcedMoves();
        if (table.problem.contiguous()) {
            int[] island = compilation.unitBorders().components();
            conflicts.groupsOnIslands(island);
            conflicts.findings.addAll(ApartPeninsulas.find(table, compilation));
            conflicts.cut(island);
        }
        return conflicts.findings;
    }

    private void error(String code, String path, String message, String remedy) {
        findings.add(Finding.error(code, path, message).maybe(remedy));
    }

    private UnitId unit(int number) {
        return table.units.get(number).id();
    }

    /** Units, with those that stay with them, for which no territory is left. */
    private void nowhere() {
        Set<Integer> told = new HashSet<>();
        for (int u = 0; u < table.units.size(); u++) {
            int node = compilation.nodes()[u];
            if (banned.getOrDefault(node, Set.of()).size() == table.territories.size() && told.add(node)) {
                error(
                        "territory.forbidden.everywhere",
                        "/forbidden",
                        "unit " + unit(u) + ", with those that stay with it, is forbidden in every territory",
                        "Maybe one of the pairs is out of date.");
            }
        }
    }

    /** Territories that must stay empty, as too much is locked in others. */
    private void empty() {
        Set<Integer> settled = new HashSet<>();
        int free = 0;
        for (int territory : locked) {
            if (territory >= 0) {
                settled.add(territory);
            } else {
                free++;
            }
        }
        int open = table.territories.size() - settled.size();
        if (!settled.isEmpty() && open > free) {
            error(
                    "territory.locked.all",
                    "/units",
                    open + " territories have nothing locked in them, but only " + free
                            + " units are not locked in others: some would be empty",
                    "Maybe unlock some units, or use fewer territories.");
        }
    }

    /** What must leave its present territory by the other rules, against what may move. */
    private void forcedMoves() {
        Map<Integer, Map<Integer, BigInteger>> presentOf = new HashMap<>();
        Optional<String> measure = table.problem.disruption().measure();
        BigInteger all = BigInteger.ZERO;
        for (int u = 0; u < table.units.size(); u++) {
            int present = table.present(u);
            if (present >= 0) {
                BigInteger weight = BigInteger.valueOf(
                        measure.map(table.units.get(u)::weight).orElse(1L));
                all = all.add(weight);
                presentOf
                        .computeIfAbsent(compilation.nodes()[u], node -> new HashMap<>())
                        .merge(present, weight, BigInteger::add);
            }
        }
        BigInteger forced = BigInteger.ZERO;
        for (Map.Entry<Integer, Map<Integer, BigInteger>> node : presentOf.entrySet()) {
            BigInteger most = BigInteger.ZERO;
            for (Map.Entry<Integer, BigInteger> territory : node.getValue().entrySet()) {
                forced = forced.add(territory.getValue());
                most = allowed(node.getKey(), territory.getKey()) ? most.max(territory.getValue()) : most;
            }
            forced = forced.subtract(most);
        }
        Rational allowed = table.problem.disruption().mostMoved().value().times(new Rational(all, BigInteger.ONE));
        if (new Rational(forced, BigInteger.ONE).compareTo(allowed) > 0) {
            error(
                    "territory.moved.forced",
                    "/disruption/mostMoved",
                    "units that weigh " + forced
                            + measure.map(name -> " in " + name).orElse("") + " of " + all
                            + " must leave their territory, as other rules forbid it to them, but at most "
                            + table.problem.disruption().mostMoved() + " may move",
                    "Maybe allow more, or drop the rules.");
        }
    }

    private boolean allowed(int node, int territory) {
        return locked[node] >= 0
                ? locked[node] == territory
                : !banned.getOrDefault(node, Set.of()).contains(territory);
    }

    private void groupsOnIslands(int[] island) {
        for (int g = 0; g < table.problem.together().size(); g++) {
            UnitGroup group = table.problem.together().get(g);
            UnitId first = group.units().asList().get(0);
            for (UnitId other : group.units()) {
                if (island[table.number(first)] != island[table.number(other)]) {
                    error(
                            "territory.together.islands",
                            "/together/" + g,
                            "units " + first + " and " + other
                                    + " stay together, but lie on two islands that no border joins",
                            "Maybe add a bridge.");
                    break;
                }
            }
        }
    }

    /** Territories whose locked units are cut off from each other by units that are locked elsewhere. */
    private void cut(int[] island) {
        int[] area = areas();
        Map<Integer, Integer> first = new HashMap<>();
        Set<Integer> told = new HashSet<>();
        for (int u = 0; u < table.units.size(); u++) {
            int territory = locked[compilation.nodes()[u]];
            if (territory < 0) {
                continue;
            }
            int other = first.computeIfAbsent(territory, t -> -1);
            if (other < 0) {
                first.put(territory, u);
            } else if (area[u] != area[other] && island[u] == island[other] && told.add(territory)) {
                error(
                        "territory.locked.cut",
                        "/units",
                        "units " + unit(other) + " and " + unit(u) + " are locked in territory "
                                + table.territories.get(territory).id()
                                + ", but units that are locked in others lie between them",
                        "Maybe unlock one of them, add a bridge, or do without contiguous territories.");
            }
        }
    }

    /**
     * For each locked unit a number that it shares with those of its territory that can be joined with it through units that
     * are not locked. Free areas are sets of their own for each territory that touches them, so that none joins another.
     */
    private int[] areas() {
        Graph graph = compilation.unitBorders();
        int size = table.units.size();
        int[] free = freeAreas(graph);
        int[] parent = new int[size];
        for (int u = 0; u < size; u++) {
            parent[u] = u;
        }
        Map<Long, Integer> touching = new HashMap<>();
        for (int u = 0; u < size; u++) {
            int territory = locked[compilation.nodes()[u]];
            for (int e = graph.offsets[u]; territory >= 0 && e < graph.offsets[u + 1]; e++) {
                int end = graph.ends[e];
                int there = locked[compilation.nodes()[end]];
                if (there == territory) {
                    join(parent, u, end);
                } else if (there < 0) {
                    Integer known = touching.putIfAbsent((long) free[end] * table.territories.size() + territory, u);
                    join(parent, u, known == null ? u : known);
                }
            }
        }
        int[] areas = new int[size];
        for (int u = 0; u < size; u++) {
            areas[u] = root(parent, u);
        }
        return areas;
    }

    /** The connected areas of units that are not locked. */
    private int[] freeAreas(Graph graph) {
        int[] parent = new int[table.units.size()];
        for (int u = 0; u < parent.length; u++) {
            parent[u] = u;
        }
        for (int u = 0; u < parent.length; u++) {
            for (int e = graph.offsets[u]; e < graph.offsets[u + 1]; e++) {
                if (locked[compilation.nodes()[u]] < 0 && locked[compilation.nodes()[graph.ends[e]]] < 0) {
                    join(parent, u, graph.ends[e]);
                }
            }
        }
        for (int u = 0; u < parent.length; u++) {
            parent[u] = root(parent, u);
        }
        return parent;
    }

    private static int root(int[] parent, int start) {
        int unit = start;
        while (parent[unit] != unit) {
            parent[unit] = parent[parent[unit]];
            unit = parent[unit];
        }
        return unit;
    }

    private static void join(int[] parent, int one, int other) {
        int a = root(parent, one);
        int b = root(parent, other);
        parent[Math.max(a, b)] = Math.min(a, b);
    }
}
