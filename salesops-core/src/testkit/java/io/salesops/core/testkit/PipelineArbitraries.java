package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import io.salesops.core.pipeline.DealLookup;
import io.salesops.core.pipeline.Metric;
import io.salesops.core.pipeline.MetricCatalogue;
import io.salesops.core.pipeline.MetricDefinition;
import io.salesops.core.pipeline.MetricQuery;
import io.salesops.core.pipeline.MetricTable;
import io.salesops.core.pipeline.MetricValue;
import io.salesops.core.pipeline.PipelineMeter;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.testkit.ProcessArbitraries.AuditedDeals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of questions about deals, and of their answers. */
public final class PipelineArbitraries {
    private PipelineArbitraries() {}

    /**
     * Deals, a process and a question.
     *
     * @param audited the deals and their process
     * @param query what is asked
     */
    public record MeasuredDeals(AuditedDeals audited, MetricQuery query) {}

    /** Deals and questions about them. */
    public static Arbitrary<MeasuredDeals> measuredDeals() {
        Arbitrary<AuditedDeals> recent = Combinators.combine(
                        ProcessArbitraries.salesProcesses(),
                        recentDeals().list().ofMaxSize(12).uniqueElements(Opportunity::id))
                .as((process, deals) -> new AuditedDeals(process, ImmutableList.copyOf(deals)));
        return Combinators.combine(Arbitraries.oneOf(recent, ProcessArbitraries.auditedDeals()), metricQueries())
                .as(MeasuredDeals::new);
    }

    /** All metrics. */
    public static Arbitrary<Metric> metrics() {
        return metricDefinitions().map(definition -> Metric.of(definition.id()));
    }

    /** All definitions of metrics. */
    public static Arbitrary<MetricDefinition> metricDefinitions() {
        return Arbitraries.of(MetricCatalogue.definitions());
    }

    /** Look-ups of owners' regions. */
    public static Arbitrary<DealLookup> dealLookups() {
        return Arbitraries.maps(Arbitraries.of("ana", "ben", "cho"), Arbitraries.of("North", "South"))
                .map(table -> DealLookup.of("region", Opportunity.OWNER, table));
    }

    /** Questions for one to four metrics by up to two fields, some for a period, some for part of the deals. */
    public static Arbitrary<MetricQuery> metricQueries() {
        return Combinators.combine(
                        metrics().list().ofMinSize(1).ofMaxSize(4).uniqueElements(),
                        Arbitraries.of("owner", "stage", "custom.segment")
                                .list()
                                .ofMaxSize(2)
                                .uniqueElements(),
                        CrmArbitraries.dateRanges(),
                        CriteriaArbitraries.on(Opportunity.fields()).optional(0.3))
                .as((metrics, by, period, where) -> MetricQuery.builder()
                        .metrics(metrics)
                        .by(by)
                        .period(period)
                        .where(where)
                        .build());
    }

    /** Answers to {@link #measuredDeals()} on any day. */
    public static Arbitrary<MetricTable> metricTables() {
        return Combinators.combine(measuredDeals(), TimeArbitraries.asOf())
                .as((measured, asOf) -> PipelineMeter.of(measured.audited().process())
                        .measure(measured.query(), measured.audited().deals(), asOf));
    }

    /** Rows of answers. */
    public static Arbitrary<MetricTable.Row> metricRows() {
        return Members.of(metricTables().map(MetricTable::rows));
    }

    /** Values of each kind, some of them of no deal. */
    public static Arbitrary<MetricValue> metricValues() {
        return Members.of(metricRows().map(row -> row.values().values()));
    }

    /** Questions by a field that deals do not have. */
    public static Arbitrary<NearlyValid<MetricQuery>> nearlyValidMetricQueries() {
        return NearlyValid.from(
                metricQueries(), ImmutableList.of(new Flaw<>("pipeline.field.unknown", query -> query.withBy("ownr"))));
    }

    /** Deals of two years in three stages and one that no process knows, with few owners and currencies. */
    public static Arbitrary<Opportunity> recentDeals() {
        Arbitrary<String> stages = Arbitraries.of("Engaging", "Won", "Lost", "Lost elsewhere");
        Arbitrary<Optional<BigDecimal>> amounts = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100_000))
                .ofScale(2)
                .optional();
        Arbitrary<String> currencies = Arbitraries.of("EUR", "USD", "JPY");
        Arbitrary<Optional<Integer>> engaged =
                Arbitraries.integers().between(0, 300).optional();
        Arbitrary<Optional<Integer>> closed =
                Arbitraries.integers().between(0, 700).optional();
        Arbitrary<Optional<String>> owners = Arbitraries.of("ana", "ben", "cho").optional();
        LocalDate start = LocalDate.parse("2026-01-01");
        return Combinators.combine(Arbitraries.longs(), stages, amounts, currencies, engaged, closed, owners)
                .as((id, stage, amount, currency, from, to, owner) -> Opportunity.builder()
                        .id(OpportunityId.of("O" + id))
                        .stage(stage)
                        .amount(amount.map(number -> Amounts.of(number, Monetary.getCurrency(currency))))
                        .engagedOn(from.map(start::plusDays))
                        .closeDate(to.map(start::plusDays))
                        .owner(owner.map(RepId::of))
                        .build());
    }
}
