package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares two plans of one problem. Immutable and thread-safe.
 *
 * <p>The territories of both plans are paired so that the weight that stays is largest, in the measure of the problem's
 * disruption; then the number of units, then the number of equal names. Plans may differ in the number of territories. O(n log n)
 * in units and O(k³) in territories (Kuhn 1955); usually far less, as territories overlap with few others.
 */
public final class PlanComparer {
    private static final int EXAMPLES = 10;

    private final TerritoryProblem problem;
    private final ImmutableList<AlignmentUnit> units;
    private final ImmutableSet<UnitId> known;
    private final ImmutableList<String> measures;
    private final ImmutableMap<TerritoryId, RepId> reps;

    private PlanComparer(TerritoryProblem problem) {
        this.problem = problem;
        units = ImmutableList.sortedCopyOf(Comparator.comparing(AlignmentUnit::id), problem.units());
        known = units.stream().map(AlignmentUnit::id).collect(ImmutableSet.toImmutableSet());
        measures = units.stream()
                .flatMap(unit -> unit.weights().keySet().stream())
                .distinct()
                .sorted()
                .collect(ImmutableList.toImmutableList());
        ImmutableMap.Builder<TerritoryId, RepId> workers = ImmutableMap.builder();
        for (Territory territory : problem.territories()) {
            territory.rep().ifPresent(rep -> workers.put(territory.id(), rep));
        }
        reps = workers.buildOrThrow();
    }

    /**
     * Obtains the comparer of a problem's plans.
     *
     * @throws FindingsException with everything that is wrong with the problem as it is written
     */
    public static PlanComparer of(TerritoryProblem problem) {
        ImmutableList<Finding> findings = ProblemCheck.check(problem);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new PlanComparer(problem);
    }

    /** Compares the present territories with a plan. */
    public PlanComparison compareWithPresent(TerritoryPlan after) {
        return compare(problem.presentPlan("present"), after);
    }

    /** Compares two plans; units that the problem does not have, or that have no territory in either, are left out and counted. */
    public PlanComparison compare(TerritoryPlan before, TerritoryPlan after) {
        return new Run(before, after).result();
    }

    /** One comparison. */
    private final class Run {
        private final TerritoryPlan before;
        private final TerritoryPlan after;
        private final ImmutableList<TerritoryId> old;
        private final ImmutableList<TerritoryId> young;
        private final Map<TerritoryId, Integer> pairOfOld = new HashMap<>();
        private final Map<TerritoryId, Integer> pairOfYoung = new HashMap<>();
        private final List<TerritoryChange.Builder> pairs = new ArrayList<>();
        private final List<Optional<RepId>> workers = new ArrayList<>();

        Run(TerritoryPlan before, TerritoryPlan after) {
            this.before = before;
            this.after = after;
            old = territories(before);
            young = territories(after);
        }

        private ImmutableList<TerritoryId> territories(TerritoryPlan plan) {
            return ImmutableSortedSet.copyOf(plan.assignment().values()).asList();
        }

        private Optional<TerritoryId> in(TerritoryPlan plan, AlignmentUnit unit) {
            return Optional.ofNullable(plan.assignment().get(unit.id()));
        }

        /** What each pair of territories has in common: weight before units before name. */
        private List<Map<Integer, BigInteger>> common() {
            Map<TerritoryId, Integer> rows = numbers(old);
            Map<TerritoryId, Integer> columns = numbers(young);
            BigInteger perUnit = BigInteger.valueOf(Math.max(old.size(), young.size()) + 1L);
            BigInteger perWeight = perUnit.multiply(BigInteger.valueOf(units.size() + 1L));
            List<Map<Integer, BigInteger>> common = new ArrayList<>();
            for (TerritoryId territory : old) {
                Map<Integer, BigInteger> row = new HashMap<>();
                Optional.ofNullable(columns.get(territory)).ifPresent(column -> row.put(column, BigInteger.ONE));
                common.add(row);
            }
            for (AlignmentUnit unit : units) {
                Integer row = in(before, unit).map(rows::get).orElse(null);
                Integer column = in(after, unit).map(columns::get).orElse(null);
                if (row != null && column != null) {
                    BigInteger weight = problem.disruption()
                            .measure()
                            .map(measure -> BigInteger.valueOf(unit.weight(measure)))
                            .orElse(BigInteger.ZERO);
                    common.get(row).merge(column, weight.multiply(perWeight).add(perUnit), BigInteger::add);
                }
            }
            return common;
        }

        private Map<TerritoryId, Integer> numbers(List<TerritoryId> territories) {
            Map<TerritoryId, Integer> numbers = new HashMap<>();
            for (int i = 0; i < territories.size(); i++) {
                numbers.put(territories.get(i), i);
            }
            return numbers;
        }

        private void pair() {
            int[] columnOf = BestMatching.of(common(), young.size());
            for (int row = 0; row < old.size(); row++) {
                pairOfOld.put(old.get(row), row);
                Optional<TerritoryId> next =
                        columnOf[row] < 0 ? Optional.empty() : Optional.of(young.get(columnOf[row]));
                next.ifPresent(territory -> pairOfYoung.put(territory, pairs.size()));
                addPair(Optional.of(old.get(row)), next);
            }
            for (TerritoryId territory : young) {
                if (!pairOfYoung.containsKey(territory)) {
                    pairOfYoung.put(territory, pairs.size());
                    addPair(Optional.empty(), Optional.of(territory));
                }
            }
        }

        private void addPair(Optional<TerritoryId> from, Optional<TerritoryId> to) {
            // A name that the first plan has as well belongs to whom the first plan gives it.
            Optional<RepId> rep = from.map(reps::get)
                    .or(() -> to.filter(territory -> !old.contains(territory)).map(reps::get));
            workers.add(rep);
            pairs.add(TerritoryChange.builder().before(from).after(to).rep(rep));
        }

        PlanComparison result() {
            pair();
            ImmutableList<RepId> people = ImmutableSortedSet.copyOf(
                            workers.stream().flatMap(Optional::stream).toList())
                    .asList();
            Books books = new Books(measures, pairs.size());
            Books peoples = new Books(measures, people.size());
            int[] movedOut = new int[pairs.size()];
            BigInteger[] all = new BigInteger[measures.size()];
            BigInteger[] gone = new BigInteger[measures.size()];
            Arrays.fill(all, BigInteger.ZERO);
            Arrays.fill(gone, BigInteger.ZERO);
            PlanComparison.Builder comparison =
                    PlanComparison.builder().before(before.id()).after(after.id());
            List<String> nowhere = new ArrayList<>();
            int renamed = 0;
            int moved = 0;
            for (AlignmentUnit unit : units) {
                Optional<TerritoryId> from = in(before, unit);
                Optional<TerritoryId> to = in(after, unit);
                int left = from.map(pairOfOld::get).orElse(-1);
                int right = to.map(pairOfYoung::get).orElse(-1);
                books.add(unit, left, right);
                peoples.add(unit, person(people, left), person(people, right));
                if (left < 0 && right < 0) {
                    nowhere.add(unit.id().value());
                } else if (left < 0) {
                    comparison.addAdded(unit.id());
                } else if (right < 0) {
                    comparison.addDropped(unit.id());
                } else {
                    for (int m = 0; m < all.length; m++) {
                        BigInteger weight = BigInteger.valueOf(unit.weight(measures.get(m)));
                        all[m] = all[m].add(weight);
                        gone[m] = left == right ? gone[m] : gone[m].add(weight);
                    }
                    if (left != right) {
                        moved++;
                        movedOut[left]++;
                        comparison.addMoved(new UnitChange(unit.id(), from.orElseThrow(), to.orElseThrow()));
                    } else if (!from.equals(to)) {
                        renamed++;
                    }
                }
            }
            for (int m = 0; m < all.length; m++) {
                comparison.addWeights(new MovedWeight(measures.get(m), gone[m], all[m]));
            }
            ImmutableList<TerritoryChange> territories = territories(books);
            comparison.renamed(renamed).territories(territories);
            for (int p = 0; p < people.size(); p++) {
                comparison.addReps(RepChange.builder()
                        .rep(people.get(p))
                        .kept(peoples.kept(p))
                        .gained(peoples.gained(p))
                        .lost(peoples.lost(p))
                        .weights(peoples.weights(p))
                        .build());
            }
            return comparison
                    .explanation(explanation(territories, movedOut, moved, gone, all))
                    .omitted(omissions(nowhere))
                    .computedFrom(provenance())
                    .build();
        }

        private int person(ImmutableList<RepId> people, int pair) {
            return pair < 0 ? -1 : workers.get(pair).map(people::indexOf).orElse(-1);
        }

        private ImmutableList<TerritoryChange> territories(Books books) {
            ImmutableList.Builder<TerritoryChange> changes = ImmutableList.builder();
            for (int p = 0; p < pairs.size(); p++) {
                changes.add(pairs.get(p)
                        .kept(books.kept(p))
                        .gained(books.gained(p))
                        .lost(books.lost(p))
                        .weights(books.weights(p))
                        .build());
            }
            return changes.build();
        }

        private Explanation explanation(
                ImmutableList<TerritoryChange> territories,
                int[] movedOut,
                int moved,
                BigInteger[] gone,
                BigInteger[] all) {
            StringBuilder subject = new StringBuilder()
                    .append(before.id())
                    .append(" to ")
                    .append(after.id())
                    .append(": ");
            subject.append(moved).append(" units move");
            for (int m = 0; m < all.length; m++) {
                MovedWeight weight = new MovedWeight(measures.get(m), gone[m], all[m]);
                weight.share()
                        .ifPresent(share -> subject.append(", ")
                                .append(share)
                                .append(" of ")
                                .append(weight.measure()));
            }
            List<Step> steps = new ArrayList<>();
            RuleRef rule = new RuleRef(problem.id(), problem.version(), "");
            for (int p = 0; p < territories.size(); p++) {
                TerritoryChange change = territories.get(p);
                steps.add(Step.builder()
                        .rule(rule)
                        .label("from {before}, goes on as {after}, {rep}: {kept} units stay, {gained} come, {lost} go")
                        .amount(Quantity.of(movedOut[p], "units"))
                        .residue(Optional.empty())
                        .inputs(ImmutableMap.<String, String>builder()
                                .put(
                                        "before",
                                        change.before().map(TerritoryId::value).orElse("none"))
                                .put(
                                        "after",
                                        change.after().map(TerritoryId::value).orElse("none"))
                                .put("rep", change.rep().map(RepId::value).orElse("no rep"))
                                .put("kept", Integer.toString(change.kept()))
                                .put("gained", Integer.toString(change.gained()))
                                .put("lost", Integer.toString(change.lost()))
                                .buildOrThrow())
                        .parts(ImmutableList.of())
                        .build());
            }
            return new Explanation.Sum(subject.toString(), Quantity.of(moved, "units"), ImmutableList.copyOf(steps));
        }

        private ImmutableList<Omission> omissions(List<String> nowhere) {
            ImmutableList.Builder<Omission> omissions = ImmutableList.builder();
            if (!nowhere.isEmpty()) {
                omissions.add(Omission.of("units without a territory in either plan", nowhere, EXAMPLES));
            }
            List<String> strangers = Stream.concat(
                            before.assignment().keySet().stream(), after.assignment().keySet().stream())
                    .filter(unit -> !known.contains(unit))
                    .distinct()
                    .sorted()
                    .map(UnitId::value)
                    .toList();
            if (!strangers.isEmpty()) {
                omissions.add(Omission.of("units that the problem does not have", strangers, EXAMPLES));
            }
            return omissions.build();
        }

        private Provenance provenance() {
            return Provenance.builder()
                    .engine("PlanComparer")
                    .putInputs(
                            "problem",
                            new Provenance.Input(problem.id(), problem.version(), DesignReport.fingerprint(problem)))
                    .putInputs("before", input(before))
                    .putInputs("after", input(after))
                    .build();
        }

        private Provenance.Input input(TerritoryPlan plan) {
            return new Provenance.Input(
                    plan.id().value(), Integer.toString(plan.assignment().size()), SalesOpsJson.fingerprint(plan));
        }
    }
}
