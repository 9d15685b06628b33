package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.FactSum;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.process.StageOutcome;
import io.salesops.core.time.AsOf;
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
 * A measurement under way: deals are added in any order and in any number of parts, and parts merge into one.
 *
 * <p>Merging is associative: however deals are spread over parts, the table is that of one measurement of all. For one thread
 * at a time. Memory: the groups, the ids of the deals, and each amount where a median is asked for.
 */
public final class MetricTally {
    private final PipelineMeter meter;
    private final MetricQuery query;
    private final AsOf asOf;
    private final Criteria<Opportunity> where;
    private final GroupNames names;
    private final boolean keeping;
    private final Map<List<String>, DealGroup> groups =
            new TreeMap<>(Comparator.comparing((List<String> group) -> String.join("\u0000", group)));
    private final Map<StageOutcome, Long> byOutcome = new EnumMap<>(StageOutcome.class);
    private final Map<String, IdSample> unknownStages = new TreeMap<>();
    private final Map<ProductId, IdSample> unknownProducts = new TreeMap<>();
    private final Map<String, IdSample> unmatched = new TreeMap<>();
    private final IdSample filtered = new IdSample();
    private final IdSample undecided = new IdSample();
    private final IdSample twice = new IdSample();
    private final IdSample closedLater = new IdSample();
    private final Set<OpportunityId> ids = new HashSet<>();
    private final FactSum facts = new FactSum();
    private long given;

    MetricTally(PipelineMeter meter, MetricQuery query, AsOf asOf) {
        this.meter = meter;
        this.query = query;
        this.asOf = asOf;
        this.where = query.where().orElseGet(Criteria::all);
        this.names = new GroupNames(query, meter.lookups(), meter.catalogue());
        this.keeping = query.metrics().stream().anyMatch(metric -> metric.id().startsWith("dealSize."));
    }

    /** Adds a deal. */
    public void add(Opportunity deal) {
        given++;
        String id = deal.id().value();
        facts.add(deal.toString());
        if (!ids.add(deal.id())) {
            twice.add(id);
        }
        Truth meets = where.test(deal);
        StageOutcome outcome = meter.outcomes().get(deal.stage());
        if (meets != Truth.TRUE) {
            (meets == Truth.FALSE ? filtered : undecided).add(id);
        } else if (outcome == null) {
            unknownStages.computeIfAbsent(deal.stage(), stage -> new IdSample()).add(id);
        } else {
            byOutcome.merge(outcome, 1L, Long::sum);
            group(names.of(deal)).add(deal, outcome);
            noteUnmatched(deal, id);
            if (outcome != StageOutcome.OPEN
                    && deal.closeDate()
                            .filter(date -> date.isAfter(asOf.date()))
                            .isPresent()) {
                closedLater.add(id);
            }
        }
    }

    private DealGroup group(List<String> name) {
        return groups.computeIfAbsent(name, group -> new DealGroup(query.period(), asOf.date(), keeping));
    }

    private void noteUnmatched(Opportunity deal, String id) {
        meter.catalogue()
                .ifPresent(known -> deal.lines().stream()
                        .map(ProductLine::product)
                        .filter(product -> !known.contains(product))
                        .distinct()
                        .forEach(product -> unknownProducts
                                .computeIfAbsent(product, name -> new IdSample())
                                .add(id)));
        for (String name : query.by()) {
            DealLookup lookup = meter.lookups().get(name);
            if (lookup != null && GroupNames.lookedUp(deal, lookup).equals(GroupNames.UNMATCHED)) {
                unmatched.computeIfAbsent(name, any -> new IdSample()).add(id);
            }
        }
    }

    /**
     * Adds what another measurement of the same question has collected; that one must not be used any more.
     *
     * @throws IllegalArgumentException if it is one of another question
     */
    public void merge(MetricTally other) {
        checkArgument(
                query.equals(other.query) && asOf.equals(other.asOf) && meter.isLike(other.meter),
                "measurements of different questions do not merge: %s and %s",
                query,
                other.query);
        given += other.given;
        facts.merge(other.facts);
        for (OpportunityId id : other.ids) {
            if (!ids.add(id)) {
                twice.add(id.value());
            }
        }
        other.groups.forEach((name, deals) -> group(name).merge(deals));
        other.byOutcome.forEach((outcome, count) -> byOutcome.merge(outcome, count, Long::sum));
        merge(unknownStages, other.unknownStages);
        merge(unknownProducts, other.unknownProducts);
        merge(unmatched, other.unmatched);
        filtered.merge(other.filtered);
        undecided.merge(other.undecided);
        twice.merge(other.twice);
        closedLater.merge(other.closedLater);
    }

    private static <K> void merge(Map<K, IdSample> into, Map<K, IdSample> from) {
        from.forEach((key, sample) ->
                into.computeIfAbsent(key, any -> new IdSample()).merge(sample));
    }

    /** Returns the table of the deals so far. */
    public MetricTable table() {
        if (groups.isEmpty() && query.by().isEmpty()) {
            group(List.of());
        }
        ImmutableList.Builder<MetricTable.Row> rows = ImmutableList.builder();
        groups.forEach((group, deals) -> {
            ImmutableMap.Builder<Metric, MetricValue> values = ImmutableMap.builder();
            query.metrics()
                    .forEach(metric -> values.put(metric, MetricCatalogue.value(metric, deals, meter.probabilities())));
            rows.add(new MetricTable.Row(ImmutableList.copyOf(group), values.buildKeepingLast()));
        });
        return new MetricTable(
                query.by(),
                query.metrics(),
                rows.build(),
                explanation(),
                findings(),
                omitted(),
                meter.provenance(query, asOf, given, facts.fingerprint()));
    }

    private Explanation explanation() {
        RuleRef rule = meter.rule();
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
        unknownStages.forEach((stage, deals) -> findings.add(Finding.error(
                        "pipeline.stage.unknown",
                        "stage/" + stage,
                        deals.count() + " deals are in stage '" + stage + "', which "
                                + meter.rule().document() + " does not know")
                .maybe("Maybe one of " + meter.outcomes().keySet() + ".")));
        unknownProducts.forEach((product, deals) -> findings.add(unknownProduct(product, deals)));
        unmatched.forEach((name, deals) -> findings.add(Finding.warning(
                        "pipeline.lookup.unmatched",
                        name,
                        deals.count() + " deals have a value that the look-up '" + name
                                + "' does not hold; for example " + deals.examples())
                .withEvidence(Map.of("deals", Long.toString(deals.count())))
                .maybe("Maybe the table is older than the deals.")));
        if (twice.count() > 0) {
            findings.add(Finding.error(
                            "pipeline.deal.duplicate",
                            "id",
                            "deals given more than once, each counted each time: " + twice.examples())
                    .maybe("Maybe two files hold the same deals."));
        }
        if (closedLater.count() > 0) {
            findings.add(Finding.warning(
                            "pipeline.closeDate.future",
                            "closeDate",
                            closedLater.count() + " closed deals have a close date after " + asOf.date()
                                    + " and count all the same; for example " + closedLater.examples())
                    .maybe("Maybe ask for the deals as they were known on the day."));
        }
        return findings.build();
    }

    private Finding unknownProduct(ProductId product, IdSample deals) {
        Finding finding = Finding.warning(
                        "pipeline.product.unmatched",
                        "product/" + product,
                        deals.count() + " deals name the product '" + product + "', which is not in the catalogue")
                .withEvidence(Map.of("deals", Long.toString(deals.count())));
        return meter.catalogue().orElseThrow().stream()
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
        unknownStages.forEach((stage, deals) ->
                deals.omission("unknown stage '" + stage + "'").ifPresent(omitted::add));
        Optional<Omission> other = filtered.omission("not asked for: not " + where.words());
        other.ifPresent(omitted::add);
        undecided.omission("cannot be decided: " + where.words()).ifPresent(omitted::add);
        return omitted.build();
    }
}
