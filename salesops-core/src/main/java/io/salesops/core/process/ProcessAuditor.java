package io.salesops.core.process;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.TeamId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.Ratio;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalCalendar;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds deals that do not keep to the sales process: a stage that the process does not know, a move that it does not allow,
 * a field that the stage requires and the deal lacks, a stage that lasts too long, a close date that was pushed out too often
 * or has passed. Moves and pushes are read from the deal's history; a deal without history has none.
 *
 * <p>Linear in deals and required fields. Immutable and thread-safe.
 */
public final class ProcessAuditor {
    private static final int EXAMPLES = 5;
    private static final ImmutableMap<String, String> WORDS = ImmutableMap.<String, String>builder()
            .put("process.stage.unknown", "are in a stage that the process does not know")
            .put("process.field.missing", "lack what their stage requires")
            .put("process.closeDate.past", "are open after their close date")
            .put("process.closeDate.pushed", "had their close date pushed out more often than allowed")
            .put("process.stage.stale", "are longer in their stage than allowed")
            .put("process.stage.regressed", "went back to an earlier stage")
            .put("process.entry.unmet", "do not meet what their stage demands")
            .put("process.exit.unmet", "did not meet what a stage demands of those that leave it")
            .put("process.owner.inactive", "are owned by a rep who does not sell any more")
            .put("process.owner.unknown", "are owned by a rep who is not there")
            .put("process.stage.skipped", "made a move that the process does not allow")
            .put("process.history.unreadable", "have a history of stages that contradicts itself")
            .buildOrThrow();

    private final SalesProcess process;
    private final ImmutableMap<String, Stage> stages;
    private final Optional<ImmutableMap<RepId, SalesRep>> reps;
    private final FiscalCalendar calendar;
    private final Provenance.Input definition;

    private ProcessAuditor(
            SalesProcess process, Optional<ImmutableMap<RepId, SalesRep>> reps, FiscalCalendar calendar) {
        this.process = process;
        this.reps = reps;
        this.calendar = calendar;
        ImmutableMap.Builder<String, Stage> byName = ImmutableMap.builder();
        process.stages().forEach(stage -> byName.put(stage.id(), stage));
        this.stages = byName.buildOrThrow();
        this.definition =
                new Provenance.Input(process.id(), process.version(), Fingerprint.ofText(SalesOpsJson.write(process)));
    }

    /**
     * Makes an auditor.
     *
     * @throws FindingsException with everything that is wrong with the process
     */
    public static ProcessAuditor of(SalesProcess process) {
        ImmutableList<Finding> problems = check(process);
        if (!problems.isEmpty()) {
            throw new FindingsException(problems);
        }
        return new ProcessAuditor(process, Optional.empty(), FiscalCalendar.startingIn(Month.JANUARY));
    }

    /** Returns an auditor that knows the reps: it finds open deals of those who left, and counts by team. */
    public ProcessAuditor withReps(Iterable<SalesRep> all) {
        ImmutableMap.Builder<RepId, SalesRep> known = ImmutableMap.builder();
        all.forEach(rep -> known.put(rep.id(), rep));
        return new ProcessAuditor(process, Optional.of(known.buildKeepingLast()), calendar);
    }

    /** Returns an auditor that counts by the quarters of another calendar than the calendar year's. */
    public ProcessAuditor withCalendar(FiscalCalendar fiscal) {
        return new ProcessAuditor(process, reps, fiscal);
    }

    /** Returns everything that is wrong with a process; never throws. */
    public static ImmutableList<Finding> check(SalesProcess process) {
        return process.problems();
    }

    /**
     * Checks deals on a day.
     *
     * @param deals any number, in any order
     * @param asOf the day against which ages and close dates are held, and the zone in which history has days
     */
    public AdherenceReport audit(Iterable<Opportunity> deals, AsOf asOf) {
        Run run = new Run(asOf);
        // The deals are hashed as they pass, so that they are read once and need not stay.
        Fingerprint facts = Fingerprint.ofFacts(Iterables.transform(deals, deal -> {
            run.check(deal);
            return deal.toString();
        }));
        return run.report(facts);
    }

    /** The state of one audit. */
    private final class Run {
        private final AsOf asOf;
        private final DealCheck dealCheck;
        private final ImmutableListMultimap.Builder<OpportunityId, Finding> byDeal = ImmutableListMultimap.builder();
        private final Map<String, List<Finding>> sameBreaches = new TreeMap<>();
        private final Map<RepId, long[]> byRep = new TreeMap<>();
        private final Map<TeamId, long[]> byTeam = new TreeMap<>();
        private final Map<String, long[]> byPeriod = new TreeMap<>();
        private long deals;
        private long adhering;

        Run(AsOf asOf) {
            this.asOf = asOf;
            this.dealCheck = new DealCheck(process, stages, reps, asOf);
        }

        void check(Opportunity deal) {
            List<Finding> breaches = dealCheck.breaches(deal);
            deals++;
            adhering += breaches.isEmpty() ? 1 : 0;
            boolean adheres = breaches.isEmpty();
            deal.owner().ifPresent(rep -> count(byRep, rep, adheres));
            deal.owner()
                    .flatMap(rep -> reps.map(known -> known.get(rep)))
                    .flatMap(SalesRep::team)
                    .ifPresent(team -> count(byTeam, team, adheres));
            deal.closeDate()
                    .ifPresent(date -> count(byPeriod, calendar.quarterOf(date).name(), adheres));
            byDeal.putAll(deal.id(), breaches);
            for (Finding breach : breaches) {
                sameBreaches
                        .computeIfAbsent(breach.code() + "/" + subject(breach), key -> new ArrayList<>())
                        .add(breach);
            }
        }

        private <K> void count(Map<K, long[]> groups, K key, boolean adheres) {
            long[] counts = groups.computeIfAbsent(key, any -> new long[2]);
            counts[0] += adheres ? 1 : 0;
            counts[1]++;
        }

        private <K extends Comparable<K>> ImmutableSortedMap<K, Ratio> ratios(Map<K, long[]> groups) {
            ImmutableSortedMap.Builder<K, Ratio> ratios = ImmutableSortedMap.naturalOrder();
            groups.forEach((key, counts) -> ratios.put(key, Ratio.of(counts[0], counts[1], ImmutableList.of())));
            return ratios.buildOrThrow();
        }

        AdherenceReport report(Fingerprint facts) {
            TreeMap<String, Long> counts = new TreeMap<>();
            ImmutableList.Builder<Finding> findings = ImmutableList.builder();
            sameBreaches.forEach((key, same) -> {
                counts.merge(same.get(0).code(), (long) same.size(), Long::sum);
                findings.add(summary(same));
            });
            RuleRef rule = new RuleRef(process.id(), process.version(), "/stages");
            return new AdherenceReport(
                    Ratio.of(adhering, deals, ImmutableList.of()),
                    ratios(byRep),
                    ratios(byTeam),
                    ratios(byPeriod),
                    ImmutableSortedMap.copyOfSorted(counts),
                    byDeal.orderKeysBy(Comparator.naturalOrder()).build(),
                    findings.build(),
                    ImmutableList.<Omission>of(),
                    new Explanation.Sum(
                            "against " + process.id() + " " + process.version() + " on " + asOf.date(),
                            Quantity.of(deals, "deals"),
                            ImmutableList.of(
                                    Step.of(rule, "keep to the process", Quantity.of(adhering, "deals")),
                                    Step.of(rule, "do not", Quantity.of(deals - adhering, "deals")))),
                    Provenance.builder()
                            .engine("ProcessAuditor")
                            .putInputs("process", definition)
                            .putInputs(
                                    "asOf",
                                    new Provenance.Input(
                                            asOf.date().toString(),
                                            asOf.knownAt().map(Object::toString).orElse("all"),
                                            SalesOpsJson.fingerprint(asOf)))
                            .putInputs("deals", new Provenance.Input("deals", deals + " rows", facts))
                            .build());
        }

        /** One finding for the same breach of many deals; what it says of one deal stands beside the deal. */
        private Finding summary(List<Finding> same) {
            Finding one = same.get(0);
            List<String> first = same.stream()
                    .map(breach -> breach.path()
                            .substring(
                                    0, breach.path().length() - subject(breach).length() - 1))
                    .sorted()
                    .limit(EXAMPLES)
                    .toList();
            return one.withPath(subject(one))
                    .withMessage(same.size() + (same.size() == 1 ? " deal" : " deals") + " "
                            + WORDS.getOrDefault(one.code(), "") + "; for example " + String.join(", ", first))
                    .withEvidence(Map.of("deals", Integer.toString(same.size())));
        }
    }

    private static String subject(Finding breach) {
        return breach.evidence().getOrDefault("subject", "");
    }
}
