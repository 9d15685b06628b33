package io.salesops.examples;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.finding.Omission;
import io.salesops.core.pipeline.Metric;
import io.salesops.core.pipeline.MetricQuery;
import io.salesops.core.pipeline.MetricTable;
import io.salesops.core.pipeline.MetricValue;
import io.salesops.core.pipeline.PipelineMeter;
import io.salesops.core.process.AdherenceReport;
import io.salesops.core.process.ProcessAuditor;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds deals against the sales process, and measures them. */
final class MeasurePipeline implements LeadToCashStep {
    private static final int ROWS = 8;

    @Override
    public String title() {
        return "Measure the pipeline";
    }

    @Override
    public Optional<String> lacks(LeadToCashState state) {
        return state.opportunities.isEmpty() ? Optional.of("opportunities") : Optional.empty();
    }

    @Override
    public void run(LeadToCashState state, Printer out) {
        AdherenceReport adherence = ProcessAuditor.of(state.mapping.process()).audit(state.opportunities, state.asOf);
        out.text(adherence.explain());
        out.outcome(adherence);

        PipelineMeter meter = PipelineMeter.of(state.mapping.process());
        if (!state.products.isEmpty()) {
            meter = meter.knowing(state.products.stream().map(Product::id).toList());
        }
        MetricQuery query = MetricQuery.builder()
                .addMetrics(
                        Metric.WON,
                        Metric.LOST,
                        Metric.OPEN,
                        Metric.WIN_RATE_CLOSED_BY_COUNT,
                        Metric.BOOKINGS,
                        Metric.CYCLE_DAYS_WON_MEDIAN)
                .build();
        MetricTable table = meter.measure(query, state.opportunities, state.asOf);
        out.text(table.explain());
        out.findings(table.findings());
        query.metrics().forEach(metric -> table.value(metric).ifPresent(value -> print(metric, value, out)));
        table.value(Metric.BOOKINGS).ifPresent(bookings -> new ReportCurrency(state).print("bookings", bookings, out));
        out.text(
                meter.measure(
                                query.withMetrics(Metric.WON, Metric.WIN_RATE_CLOSED_BY_COUNT, Metric.BOOKINGS)
                                        .withBy(Opportunity.OWNER.name()),
                                state.opportunities,
                                state.asOf)
                        .toMarkdown(),
                ROWS);
    }

    private static void print(Metric metric, MetricValue value, Printer out) {
        String left = value.excluded().stream().map(MeasurePipeline::text).collect(Collectors.joining(", "));
        out.line(
                "%s = %s%s  (%s)",
                metric, value.text(), left.isEmpty() ? "" : "; left out: " + left, metric.definition());
    }

    private static String text(Omission omission) {
        return String.format(java.util.Locale.ROOT, "%,d %s", omission.count(), omission.reason());
    }
}
