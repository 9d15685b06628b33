package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.process.StageOutcome;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures metrics over deals: linear in deals, with memory for the groups and for the cycle days of won deals.
 *
 * <p>The order of the deals changes nothing. Immutable and thread-safe.
 */
public final class PipelineMeter {
    private static final String NO_VALUE = "(none)";
    private static final int EXAMPLES = 5;

    private final SalesProcess process;
    private final ImmutableMap<String, StageOutcome> outcomes;
    private final Provenance.Input definition;
    private final Optional<ImmutableSortedSet<ProductId>> catalogue;

    private PipelineMeter(SalesProcess process, Optional<ImmutableSortedSet<ProductId>> catalogue) {
        this.process = process;
        this.catalogue = catalogue;
        ImmutableMap.Builder<String, StageOutcome> byStage = ImmutableMap.builder();
        for (Stage stage : process.stages()) {
            byStage.put(stage.id(), stage.outcome());
        }
        this.outcomes = byStage.buildOrThrow();
        this.definition =
                new Provenance.Input(process.id(), process.version(), Fingerprint.ofText(SalesOpsJson.write(process)));
    }

    /**
     * Makes a meter for the deals of a process.
     *
     * @throws FindingsException with everything that is wrong with the process
     */
    public static PipelineMeter of(SalesProcess process) {
        ImmutableList<Finding> problems = process.problems();
        if (!problems.isEmpty()) {
            throw new FindingsException(problems);
        }
        return new PipelineMeter(process, Optional.empty());
    }

    /** Returns a meter that reports deals whose lines name a product that is none of these; they count all the same. */
    public PipelineMeter knowing(Iterable<ProductId> products) {
        return new PipelineMeter(process, Optional.of(ImmutableSortedSet.copyOf(products)));
    }

    /** Returns everything that is wrong with a query; never throws. */
    public static ImmutableList<Finding> check(MetricQuery query) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        for (int i = 0; i < query.by().size(); i++) {
            String name = query.by().get(i);
            if (!name.startsWith(CustomFields.PREFIX)
                    && !Opportunity.fields().named().containsKey(name)) {
                findings.add(Finding.error("pipeline.field.unknown", "/by/" + i, "'" + name + "' is no field of a deal")
                        .maybe("Maybe one of " + Opportunity.fields().named().keySet() + ", or custom.<name>."));
            }
        }
        return findings.build();
    }

    /**
     * Measures deals on a day.
     *
     * @param query what is asked
     * @param deals any number, in any order; their stages are taken as they are
     * @param asOf the day of the question, which the result names
     * @throws FindingsException with everything that is wrong with the query
     */
    public MetricTable measure(MetricQuery query, Iterable<Opportunity> deals, AsOf asOf) {
        ImmutableList<Finding> problems = check(query);
        if (!problems.isEmpty()) {
            throw new FindingsException(problems);
        }
        Run run = new Run(query, asOf);
        // The deals are hashed as they pass, so that they are read once and need not stay.
        Fingerprint facts = Fingerprint.ofFacts(Iterables.transform(deals, deal -> {
            run.add(deal);
            return deal.toString();
        }));
        return run.table(facts);
    }

    /** The state of one measurement. */
    private final class Run {
        private final MetricQuery query;
        private final AsOf asOf;
        private final Criteria<Opportunity> where;
        private final Map<List<String>, DealGroup> groups =
                new TreeMap<>(Comparator.comparing((List<String> group) -> String.join("\u0000", group)));
        private final Map<StageOutcome, Long> byOutcome = new EnumMap<>(StageOutcome.class);
        private final Map<String, List<String>> unknownStages = new TreeMap<>();
        private final Map<ProductId, List<String>> unknownProducts = new TreeMap<>();
        private final List<String> filtered = new ArrayList<>();
        private final List<String> undecided = new ArrayList<>();
        private final Set<OpportunityId> ids = new HashSet<>();
        private final List<String> twice = new ArrayList<>();
        private final List<String> closedLater = new ArrayList<>();
        private long given;

        Run(MetricQuery query, AsOf asOf) {
            this.query = query;
            this.asOf = asOf;
            this.where = query.where().orElseGet(Criteria::all);
        }

        void add(Opportunity deal) {
            given++;
            if (!ids.add(deal.id())) {
                twice.add(deal.id().value());
            }
            Truth meets = where.test(deal);
            StageOutcome outcome = outcomes.get(deal.stage());
            if (meets != Truth.TRUE) {
                (meets == Truth.FALSE ? filtered : undecided).add(deal.id().value());
            } else if (outcome == null) {
                unknownStages
                        .computeIfAbsent(deal.stage(), stage -> new ArrayList<>())
                        .add(deal.id().value());
            } else {
                byOutcome.merge(outcome, 1L, Long::sum);
                groups.computeIfAbsent(groupOf(deal), group -> new DealGroup(query.period()))
                        .add(deal, outcome);
                noteUnknownProducts(deal);
                if (outcome != StageOutcome.OPEN
                        && deal.closeDate()
                                .filter(date -> date.isAfter(asOf.date()))
                                .isPresent()) {
                    closedLater.add(deal.id().value());
                }
            }
        }

        private void noteUnknownProducts(Opportunity deal) {
            catalogue.ifPresent(known -> deal.lines().stream()
                    .map(ProductLine::product)
                    .filter(product -> !known.contains(product))
                    .distinct()
                    .forEach(product -> unknownProducts
                            .computeIfAbsent(product, name -> new ArrayList<>())
                            .add(deal.id().value())));
        }

        private List<String> groupOf(Opportunity deal) {
            List<String> group = new ArrayList<>();
            for (String name : query.by()) {
                group.add(valueOf(deal, name).map(Object::toString).orElse(NO_VALUE));
            }
            return group;
        }

        private static Optional<?> valueOf(Opportunity deal, String name) {
            if (name.startsWith(CustomFields.PREFIX)) {
                return Optional.ofNullable(deal.custom().values().get(name.substring(CustomFields.PREFIX.length())))
                        .map(CustomFields.CustomValue::value);
            }
            Field<Opportunity, ?> field = Opportunity.fields().named().get(name);
            return field == null ? Optional.empty() : field.get(deal);
        }

        MetricTable table(Fingerprint facts) {
            if (groups.isEmpty() && query.by().isEmpty()) {
                groups.put(List.of(), new DealGroup(query.period()));
            }
            ImmutableList.Builder<MetricTable.Row> rows = ImmutableList.builder();
            groups.forEach((group, deals) -> {
                ImmutableMap.Builder<Metric, MetricValue> values = ImmutableMap.builder();
                query.metrics().forEach(metric -> values.put(metric, deals.value(metric)));
                rows.add(new MetricTable.Row(ImmutableList.copyOf(group), values.buildKeepingLast()));
            });
            return new MetricTable(
                    query.by(),
                    query.metrics(),
                    rows.build(),
                    explanation(),
                    findings(),
                    omitted(),
                    Provenance.builder()
                            .engine("PipelineMeter")
                            .putInputs("process", definition)
                            .putInputs("query", new Provenance.Input("query", "1", SalesOpsJson.fingerprint(query)))
                            .putInputs(
                                    "asOf",
                                    new Provenance.Input(
                                            asOf.date().toString(),
                                            asOf.knownAt().map(Object::toString).orElse("all"),
                                            SalesOpsJson.fingerprint(asOf)))
                            .putInputs("deals", new Provenance.Input("deals", given + " rows", facts))
                            .putAllInputs(products())
                            .build());
        }

        private Map<String, Provenance.Input> products() {
            return catalogue
                    .map(known -> Map.of(
                            "products",
                            new Provenance.Input(
                                    "products",
                                    known.size() + " ids",
                                    Fingerprint.ofFacts(Iterables.transform(known, ProductId::value)))))
                    .orElseGet(Map::of);
        }

        private Explanation explanation() {
            RuleRef rule = new RuleRef(process.id(), process.version(), "/stages");
            ImmutableList.Builder<Step> steps = ImmutableList.builder();
            for (StageOutcome outcome : StageOutcome.values()) {
                long deals = byOutcome.getOrDefault(outcome, 0L);
                steps.add(Step.of(rule, outcome.name().toLowerCase(Locale.ROOT), Quantity.of(deals, "deals")));
            }
            for (Omission omission : omitted()) {
                steps.add(Step.of(rule, "left out: " + omission.reason(), Quantity.of(omission.count(), "deals")));
            }
            return new Explanation.Sum("on " + asOf.date(), Quantity.of(given, "deals"), steps.build());
        }

        private ImmutableList<Finding> findings() {
            ImmutableList.Builder<Finding> findings = ImmutableList.builder();
            unknownStages.forEach((stage, ids) -> findings.add(Finding.error(
                            "pipeline.stage.unknown",
                            "stage/" + stage,
                            ids.size() + " deals are in stage '" + stage + "', which " + process.id()
                                    + " does not know")
                    .maybe("Maybe one of " + outcomes.keySet() + ".")));
            unknownProducts.forEach((product, ids) -> findings.add(unknownProduct(product, ids)));
            if (!twice.isEmpty()) {
                findings.add(Finding.error(
                                "pipeline.deal.duplicate",
                                "id",
                                "deals given more than once, each counted each time: " + first(twice))
                        .maybe("Maybe two files hold the same deals."));
            }
            if (!closedLater.isEmpty()) {
                findings.add(Finding.warning(
                                "pipeline.closeDate.future",
                                "closeDate",
                                closedLater.size() + " closed deals have a close date after " + asOf.date()
                                        + " and count all the same; for example " + first(closedLater))
                        .maybe("Maybe ask for the deals as they were known on the day."));
            }
            return findings.build();
        }

        private static String first(List<String> ids) {
            return String.join(
                    ", ", ids.stream().sorted().distinct().limit(EXAMPLES).toList());
        }

        private Finding unknownProduct(ProductId product, List<String> ids) {
            Finding finding = Finding.warning(
                            "pipeline.product.unmatched",
                            "product/" + product,
                            ids.size() + " deals name the product '" + product + "', which is not in the catalogue")
                    .withEvidence(Map.of("deals", Integer.toString(ids.size())));
            return catalogue.orElseThrow().stream()
                    .filter(known -> letters(known).equals(letters(product)))
                    .findFirst()
                    .map(known -> finding.maybe("Maybe an alias should read it as '" + known + "'."))
                    .orElse(finding);
        }

        private static String letters(ProductId product) {
            return product.value().replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        }

        private ImmutableList<Omission> omitted() {
            ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
            unknownStages.forEach((stage, ids) -> omitted.add(omission("unknown stage '" + stage + "'", ids)));
            if (!filtered.isEmpty()) {
                omitted.add(omission("not asked for: not " + where.words(), filtered));
            }
            if (!undecided.isEmpty()) {
                omitted.add(omission("cannot be decided: " + where.words(), undecided));
            }
            return omitted.build();
        }

        private Omission omission(String reason, List<String> ids) {
            return Omission.of(reason, ids.stream().sorted().toList(), EXAMPLES);
        }
    }
}
