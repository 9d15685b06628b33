package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.territory.area.Adjacency;
import io.salesops.territory.area.Balance;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Why no plan can keep the rules of a problem: capacities, islands, locks, groups; all at once, before any search. */
final class FeasibilityCheck {
    private final UnitTable table;
    private final Compilation compilation;
    private final Graph borders;
    private final List<Finding> findings = new ArrayList<>();
    private final int[] locked;

    private FeasibilityCheck(UnitTable table, Compilation compilation, Graph borders) {
        this.table = table;
        this.compilation = compilation;
        this.borders = borders;
        locked = new int[compilation.nodeCount()];
        Arrays.fill(locked, -1);
    }

    static ImmutableList<Finding> check(UnitTable table, Compilation compilation, Graph borders) {
        FeasibilityCheck check = new FeasibilityCheck(table, compilation, borders);
        check.locks();
        check.count();
        check.groups();
        check.capacities();
        if (table.problem.contiguous()) {
            check.islands();
        }
        check.findings.addAll(RuleConflicts.find(table, compilation, check.locked));
        check.findings.addAll(ApartConflicts.find(table, compilation));
        return ImmutableList.copyOf(check.findings);
    }

    private void error(String code, String path, String message, String remedy) {
        findings.add(Finding.error(code, path, message).maybe(remedy));
    }

    private void locks() {
        for (int u = 0; u < table.units.size(); u++) {
            int present = table.present(u);
            if (!table.units.get(u).locked() || present < 0) {
                continue;
            }
            int node = compilation.nodes()[u];
            if (locked[node] >= 0 && locked[node] != present) {
                error(
                        "territory.together.locked",
                        "/together",
                        "unit " + table.units.get(u).id() + " is locked in "
                                + table.territories.get(present).id() + ", but must stay together with one locked in "
                                + table.territories.get(locked[node]).id(),
                        "Maybe unlock one of them.");
            }
            locked[node] = present;
        }
        for (Forbidden pair : table.problem.forbidden()) {
            int territory = table.number(pair.territory());
            if (locked[compilation.nodes()[table.number(pair.unit())]] == territory) {
                error(
                        "territory.forbidden.locked",
                        "/forbidden",
                        "unit " + pair.unit() + " is locked in " + pair.territory() + ", where it is forbidden",
                        "Maybe unlock it.");
            }
        }
    }

    private void count() {
        if (table.territories.size() > compilation.nodeCount()) {
            error(
                    "territory.count.tooMany",
                    "/count",
                    table.territories.size() + " territories, but only " + compilation.nodeCount()
                            + " units that can be told apart: some would be empty",
                    "Maybe use smaller units, or fewer territories.");
        }
    }

    private void groups() {
        for (UnitGroup group : table.problem.apart()) {
            if (group.units().size() > table.territories.size()) {
                error(
                        "territory.apart.tooMany",
                        "/apart",
                        group.units().size() + " units are to be apart in " + table.territories.size() + " territories",
                        "Maybe split the group.");
            }
            UnitId[] units = group.units().toArray(UnitId[]::new);
            for (int i = 0; i < units.length; i++) {
                for (int j = 0; j < i; j++) {
                    int one = compilation.nodes()[table.number(units[i])];
                    int other = compilation.nodes()[table.number(units[j])];
                    if (one == other || (locked[one] >= 0 && locked[one] == locked[other])) {
                        error(
                                "territory.apart.together",
                                "/apart",
                                "units " + units[j] + " and " + units[i] + " are to be apart, but "
                                        + (one == other ? "stay together" : "are locked in one territory"),
                                "Maybe one of the two rules is out of date.");
                    }
                }
            }
        }
    }

    private void capacities() {
        for (int m = 0; m < table.balance.size(); m++) {
            Balance balance = table.balance.get(m);
            Balance hard = balance.withBand(java.util.Optional.empty());
            BigInteger total = table.total(balance.measure());
            Targets limits = new Targets(hard, table.territories, total, 1);
            BigInteger most = BigInteger.ZERO;
            BigInteger least = BigInteger.ZERO;
            BigInteger largest = BigInteger.ZERO;
            for (int t = 0; t < table.territories.size(); t++) {
                most = most.add(limits.most(t, total));
                largest = largest.max(limits.most(t, total));
                least = least.add(limits.least(t));
            }
            String path = "/balance/" + m;
            if (most.compareTo(total) < 0) {
                error(
                        "territory.capacity.short",
                        path,
                        "the territories hold " + most + " in " + balance.measure() + ", the units weigh " + total
                                + ": " + total.subtract(most) + " too much",
                        "Maybe add territories, or raise capacities.");
            }
            if (least.compareTo(total) > 0) {
                error(
                        "territory.minimum.short",
                        path,
                        "the territories ask for " + least + " in " + balance.measure() + ", the units weigh " + total,
                        "Maybe lower the minimum, or use fewer territories.");
            }
            targets(balance, total);
            heavy(balance, path, largest);
            halves(balance, path, largest);
            lockedLoads(balance, path, limits, total);
        }
    }

    private void targets(Balance balance, BigInteger total) {
        BigInteger asked = BigInteger.ZERO;
        boolean all = true;
        for (Territory territory : table.territories) {
            Long target = territory.target().get(balance.measure());
            all &= target != null;
            asked = target == null ? asked : asked.add(BigInteger.valueOf(target));
        }
        if (asked.compareTo(total) > 0 || (all && !asked.equals(total))) {
            findings.add(Finding.warning(
                            "territory.target.sum",
                            "/territories",
                            "the targets in " + balance.measure() + " add up to " + asked + ", the units weigh " + total
                                    + ": no plan meets them all")
                    .maybe("Maybe the targets are of another year, or in another unit."));
        }
    }

    private void heavy(Balance balance, String path, BigInteger largest) {
        BigInteger[] weights = compilation.exact(balance.measure());
        boolean[] named = new boolean[weights.length];
        for (int u = 0; u < table.units.size(); u++) {
            int node = compilation.nodes()[u];
            if (!named[node] && weights[node].compareTo(largest) > 0) {
                named[node] = true;
                error(
                        "territory.capacity.unit",
                        path,
                        "unit " + table.units.get(u).id() + " weighs " + weights[node] + " in " + balance.measure()
                                + ", with those that stay with it; no territory holds more than " + largest,
                        "Maybe split it, or give it to two reps.");
            }
        }
    }

    /** No two units that weigh more than half of the largest capacity fit into one territory. */
    private void halves(Balance balance, String path, BigInteger largest) {
        int heavy = 0;
        for (BigInteger weight : compilation.exact(balance.measure())) {
            heavy += weight.shiftLeft(1).compareTo(largest) > 0 ? 1 : 0;
        }
        if (heavy > table.territories.size()) {
            error(
                    "territory.capacity.halves",
                    path,
                    heavy + " units weigh more than half of " + largest + " in " + balance.measure()
                            + ", the most that a territory holds: no two of them fit into one, and there are "
                            + table.territories.size() + " territories",
                    "Maybe raise capacities, or split units.");
        }
    }

    private void lockedLoads(Balance balance, String path, Targets limits, BigInteger total) {
        BigInteger[] weights = compilation.exact(balance.measure());
        BigInteger[] loads = new BigInteger[table.territories.size()];
        Arrays.fill(loads, BigInteger.ZERO);
        for (int node = 0; node < weights.length; node++) {
            if (locked[node] >= 0) {
                loads[locked[node]] = loads[locked[node]].add(weights[node]);
            }
        }
        for (int t = 0; t < loads.length; t++) {
            Territory territory = table.territories.get(t);
            if (loads[t].compareTo(limits.most(t, total)) > 0) {
                error(
                        "territory.locked.tooHeavy",
                        path,
                        "what is locked in territory " + territory.id() + " weighs " + loads[t] + " in "
                                + balance.measure() + ", but it holds " + limits.most(t, total),
                        "Maybe unlock some of it.");
            }
        }
    }

    private void islands() {
        int[] part = borders.components();
        int parts = 1 + Arrays.stream(part).max().orElse(-1);
        if (parts > table.territories.size()) {
            String examples = examples(part, parts);
            error(
                    "territory.islands.tooMany",
                    "/borders",
                    "the map falls into " + parts + " islands, among them " + examples + ", but there are only "
                            + table.territories.size() + " territories, each of which must hang together",
                    table.problem.borders().isEmpty() && table.problem.adjacency() == Adjacency.GIVEN
                            ? "Maybe the borders were not filled; adjacency delaunay or gabriel finds them."
                            : "Maybe add bridges, or set bridgeIslands.");
        }
        int[] home = new int[table.territories.size()];
        Arrays.fill(home, -1);
        for (int node = 0; node < part.length; node++) {
            int territory = locked[node];
            if (territory < 0) {
                continue;
            }
            if (home[territory] >= 0 && home[territory] != part[node]) {
                error(
                        "territory.locked.islands",
                        "/units",
                        "territory " + table.territories.get(territory).id()
                                + " has locked units on two islands that no border joins",
                        "Maybe add a bridge, or unlock one of them.");
            }
            home[territory] = part[node];
        }
    }

    /** One unit of each of a few small islands. */
    private String examples(int[] part, int parts) {
        int[] first = new int[parts];
        Arrays.fill(first, -1);
        for (int u = table.units.size() - 1; u >= 0; u--) {
            first[part[compilation.nodes()[u]]] = u;
        }
        StringBuilder names = new StringBuilder();
        for (int p = parts - 1; p >= 0 && p >= parts - 5; p--) {
            names.append(names.length() == 0 ? "that of " : ", ")
                    .append(table.units.get(first[p]).id());
        }
        return names.toString();
    }
}
