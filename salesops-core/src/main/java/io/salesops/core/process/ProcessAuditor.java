package io.salesops.core.process;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.criteria.Field;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds deals that do not keep to the sales process: a stage that the process does not know, a field that the stage
 * requires and the deal lacks, a stage that lasts too long, and an open deal whose close date has passed.
 *
 * <p>Linear in deals and required fields. Immutable and thread-safe.
 */
public final class ProcessAuditor {
    private static final int EXAMPLES = 5;

    private final SalesProcess process;
    private final ImmutableMap<String, Stage> stages;
    private final Provenance.Input definition;

    private ProcessAuditor(SalesProcess process) {
        this.process = process;
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
        return new ProcessAuditor(process);
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
        deals.forEach(run::check);
        return run.report();
    }

    /** The state of one audit. */
    private final class Run {
        private final AsOf asOf;
        private final ImmutableListMultimap.Builder<OpportunityId, Finding> byDeal = ImmutableListMultimap.builder();
        private final Map<List<String>, List<String>> idsByBreach =
                new TreeMap<>(java.util.Comparator.comparing(List::toString));
        private final Map<RepId, long[]> byRep = new TreeMap<>();
        private final List<String> facts = new ArrayList<>();
        private long deals;
        private long adhering;

        Run(AsOf asOf) {
            this.asOf = asOf;
        }

        void check(Opportunity deal) {
            List<Finding> breaches = breaches(deal);
            deals++;
            adhering += breaches.isEmpty() ? 1 : 0;
            deal.owner().ifPresent(rep -> {
                long[] counts = byRep.computeIfAbsent(rep, key -> new long[2]);
                counts[0] += breaches.isEmpty() ? 1 : 0;
                counts[1]++;
            });
            byDeal.putAll(deal.id(), breaches);
            for (Finding breach : breaches) {
                idsByBreach
                        .computeIfAbsent(
                                List.of(breach.code(), breach.evidence().getOrDefault("field", deal.stage())),
                                key -> new ArrayList<>())
                        .add(deal.id().value());
            }
            facts.add(deal.id() + "|" + deal.stage() + "|" + breaches.size());
        }

        private List<Finding> breaches(Opportunity deal) {
            Stage stage = stages.get(deal.stage());
            if (stage == null) {
                return List.of(breach(
                                deal,
                                "process.stage.unknown",
                                "stage '" + deal.stage() + "' is not in " + process.id(),
                                "stage")
                        .maybe("Maybe one of " + stages.keySet() + "."));
            }
            List<Finding> breaches = new ArrayList<>();
            for (String required : stage.requires()) {
                if (!isPresent(deal, required)) {
                    breaches.add(breach(
                            deal, "process.field.missing", required + " is required in " + stage.id(), required));
                }
            }
            if (stage.outcome() == StageOutcome.OPEN) {
                deal.closeDate()
                        .filter(date -> date.isBefore(asOf.date()))
                        .ifPresent(date -> breaches.add(breach(
                                deal,
                                "process.closeDate.past",
                                "close date " + date + " has passed and the deal is still in " + stage.id(),
                                "closeDate")));
                addStale(deal, stage, breaches);
            }
            return breaches;
        }

        /** The age in a stage counts from the last move into it, else from the day on which selling began. */
        private void addStale(Opportunity deal, Stage stage, List<Finding> breaches) {
            if (stage.maxDays().isEmpty()) {
                return;
            }
            deal.history().stream()
                    .filter(change -> change.field().equals(Opportunity.STAGE.name())
                            && change.after().equals(Optional.of(stage.id())))
                    .map(change -> change.by().at().atZone(asOf.zone()).toLocalDate())
                    .max(java.util.Comparator.naturalOrder())
                    .or(deal::engagedOn)
                    .or(() -> deal.createdAt().map(at -> at.atZone(asOf.zone()).toLocalDate()))
                    .map(since -> ChronoUnit.DAYS.between(since, asOf.date()))
                    .filter(days -> days > stage.maxDays().getAsInt())
                    .ifPresent(days -> breaches.add(breach(
                            deal,
                            "process.stage.stale",
                            days + " days in " + stage.id() + ", limit "
                                    + stage.maxDays().getAsInt(),
                            "stage")));
        }

        AdherenceReport report() {
            ImmutableSortedMap.Builder<RepId, Ratio> ratios = ImmutableSortedMap.naturalOrder();
            byRep.forEach((rep, counts) -> ratios.put(rep, Ratio.of(counts[0], counts[1], ImmutableList.of())));
            TreeMap<String, Long> counts = new TreeMap<>();
            ImmutableList.Builder<Finding> findings = ImmutableList.builder();
            idsByBreach.forEach((breach, ids) -> {
                counts.merge(breach.get(0), (long) ids.size(), Long::sum);
                findings.add(summary(breach.get(0), breach.get(1), ids));
            });
            RuleRef rule = new RuleRef(process.id(), process.version(), "/stages");
            return new AdherenceReport(
                    Ratio.of(adhering, deals, ImmutableList.of()),
                    ratios.build(),
                    ImmutableSortedMap.copyOfSorted(counts),
                    byDeal.build(),
                    findings.build(),
                    ImmutableList.<Omission>of(),
                    new Explanation.Sum(
                            "deals against " + process.id() + " " + process.version() + " on " + asOf.date(),
                            Quantity.of(deals, "deals"),
                            ImmutableList.of(
                                    Step.of(rule, "keep to the process", Quantity.of(adhering, "deals")),
                                    Step.of(rule, "do not", Quantity.of(deals - adhering, "deals")))),
                    Provenance.builder()
                            .engine("ProcessAuditor")
                            .putInputs("process", definition)
                            .putInputs(
                                    "deals", new Provenance.Input("deals", deals + " rows", Fingerprint.ofFacts(facts)))
                            .build());
        }

        private Finding summary(String code, String field, List<String> ids) {
            List<String> first = ids.stream().sorted().limit(EXAMPLES).toList();
            return Finding.builder()
                    .severity(
                            code.equals("process.stage.stale") || code.equals("process.closeDate.past")
                                    ? io.salesops.core.finding.Severity.WARNING
                                    : io.salesops.core.finding.Severity.ERROR)
                    .code(code)
                    .path(field)
                    .message(ids.size() + (ids.size() == 1 ? " deal" : " deals") + ": " + field + "; for example "
                            + String.join(", ", first))
                    .putEvidence("deals", Integer.toString(ids.size()))
                    .build();
        }
    }

    private static boolean isPresent(Opportunity deal, String field) {
        if (field.startsWith("custom.")) {
            return deal.custom().values().containsKey(field.substring("custom.".length()));
        }
        Field<Opportunity, ?> named = Opportunity.fields().named().get(field);
        return named != null && named.get(deal).isPresent();
    }

    private static Finding breach(Opportunity deal, String code, String message, String field) {
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("field", field);
        evidence.put("stage", deal.stage());
        return Finding.error(code, deal.id() + "/" + field, message).withEvidence(evidence);
    }
}
