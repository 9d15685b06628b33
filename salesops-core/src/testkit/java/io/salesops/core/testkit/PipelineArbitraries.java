package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.pipeline.Metric;
import io.salesops.core.pipeline.MetricQuery;
import io.salesops.core.pipeline.MetricTable;
import io.salesops.core.pipeline.MetricValue;
import io.salesops.core.pipeline.PipelineMeter;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.testkit.ProcessArbitraries.AuditedDeals;
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
        return Combinators.combine(ProcessArbitraries.auditedDeals(), metricQueries())
                .as(MeasuredDeals::new);
    }

    /** All metrics. */
    public static Arbitrary<Metric> metrics() {
        return Arbitraries.of(
                Metric.WON,
                Metric.LOST,
                Metric.OPEN,
                Metric.WIN_RATE_CLOSED_BY_COUNT,
                Metric.WIN_RATE_CLOSED_BY_AMOUNT,
                Metric.BOOKINGS,
                Metric.OPEN_PIPELINE,
                Metric.CYCLE_DAYS_WON_MEDIAN,
                Metric.CYCLE_DAYS_WON_MEAN);
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
}
