package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rational;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.process.StageOutcome;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures metrics over deals: linear in deals.
 *
 * <p>The order of the deals changes nothing, and parts may be measured apart and merged. Immutable and thread-safe.
 */
public final class PipelineMeter {
    private final SalesProcess process;
    private final ImmutableMap<String, StageOutcome> outcomes;
    private final ImmutableMap<String, Rational> probabilities;
    private final Provenance.Input definition;
    private final Optional<ImmutableSortedSet<ProductId>> catalogue;
    private final ImmutableMap<String, DealLookup> lookups;

    private PipelineMeter(
            SalesProcess process,
            Optional<ImmutableSortedSet<ProductId>> catalogue,
            ImmutableMap<String, DealLookup> lookups) {
        this.process = process;
        this.catalogue = catalogue;
        this.lookups = lookups;
        ImmutableMap.Builder<String, StageOutcome> byStage = ImmutableMap.builder();
        ImmutableMap.Builder<String, Rational> chances = ImmutableMap.builder();
        for (Stage stage : process.stages()) {
            byStage.put(stage.id(), stage.outcome());
            chances.put(stage.id(), stage.probability().value());
        }
        this.outcomes = byStage.buildOrThrow();
        this.probabilities = chances.buildOrThrow();
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
        return new PipelineMeter(process, Optional.empty(), ImmutableMap.of());
    }

    /**
     * Returns a meter that reports deals whose lines name a product that is none of these; they count all the same, and by
     * product they are in the group {@code (unmatched)}.
     */
    public PipelineMeter knowing(Iterable<ProductId> products) {
        return new PipelineMeter(process, Optional.of(ImmutableSortedSet.copyOf(products)), lookups);
    }

    /** Returns a meter whose queries may group by the look-up's name too. */
    public PipelineMeter with(DealLookup lookup) {
        ImmutableMap.Builder<String, DealLookup> all = ImmutableMap.builder();
        return new PipelineMeter(
                process,
                catalogue,
                all.putAll(lookups).put(lookup.name(), lookup).buildKeepingLast());
    }

    /** Returns everything that is wrong with a query; never throws. */
    public ImmutableList<Finding> check(MetricQuery query) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        for (int i = 0; i < query.by().size(); i++) {
            String name = query.by().get(i);
            if (!name.startsWith(CustomFields.PREFIX)
                    && !lookups.containsKey(name)
                    && !name.equals(MetricQuery.CLOSE_PERIOD)
                    && !name.equals(MetricQuery.PRODUCT)
                    && !Opportunity.fields().named().containsKey(name)) {
                List<String> known =
                        new ArrayList<>(Opportunity.fields().named().keySet());
                known.addAll(lookups.keySet());
                findings.add(Finding.error("pipeline.field.unknown", "/by/" + i, "'" + name + "' is no field of a deal")
                        .maybe("Maybe one of " + known + ", product, closePeriod, or custom.<name>."));
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
        MetricTally tally = start(query, asOf);
        deals.forEach(tally::add);
        return tally.table();
    }

    /**
     * Starts a measurement to which deals are added part by part.
     *
     * @throws FindingsException with everything that is wrong with the query
     */
    public MetricTally start(MetricQuery query, AsOf asOf) {
        ImmutableList<Finding> problems = check(query);
        if (!problems.isEmpty()) {
            throw new FindingsException(problems);
        }
        return new MetricTally(this, query, asOf);
    }

    ImmutableMap<String, StageOutcome> outcomes() {
        return outcomes;
    }

    ImmutableMap<String, Rational> probabilities() {
        return probabilities;
    }

    Optional<ImmutableSortedSet<ProductId>> catalogue() {
        return catalogue;
    }

    ImmutableMap<String, DealLookup> lookups() {
        return lookups;
    }

    RuleRef rule() {
        return new RuleRef(process.id(), process.version(), "/stages");
    }

    boolean isLike(PipelineMeter other) {
        return process.equals(other.process) && catalogue.equals(other.catalogue) && lookups.equals(other.lookups);
    }

    Provenance provenance(MetricQuery query, AsOf asOf, long given, Fingerprint facts) {
        Provenance.Builder provenance = Provenance.builder()
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
                .putAllInputs(products());
        lookups.values()
                .forEach(lookup -> provenance.putInputs(
                        "lookup " + lookup.name(),
                        new Provenance.Input(
                                lookup.name(), lookup.table().size() + " rows", SalesOpsJson.fingerprint(lookup))));
        return provenance.build();
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
}
