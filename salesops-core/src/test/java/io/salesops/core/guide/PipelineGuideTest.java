package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.pipeline.Metric;
import io.salesops.core.pipeline.MetricQuery;
import io.salesops.core.pipeline.MetricTable;
import io.salesops.core.pipeline.PipelineMeter;
import io.salesops.core.pipeline.Waterfall;
import io.salesops.core.pipeline.WaterfallMeter;
import io.salesops.core.process.AdherenceReport;
import io.salesops.core.process.ProcessAuditor;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineGuideTest {
    private static final String JSON = """
            {"schema": "salesops/sales-process/1", "id": "new-business", "version": "4", "stages": [
              {"id": "Engaging", "category": "bestCase", "probability": "45%", "maxDays": 138,
               "requires": ["account", "amount"], "next": ["Won", "Lost"]},
              {"id": "Won", "category": "closed", "probability": "100%"},
              {"id": "Lost", "category": "omitted", "probability": "0%"}]}
            """;

    private static List<Opportunity> deals() {
        return List.of(
                deal("006-1", "Won").build(),
                deal("006-2", "Lost").build(),
                deal("006-118", "Engaging")
                        .engagedOn(LocalDate.parse("2025-10-31"))
                        .build());
    }

    private static Opportunity.Builder deal(String id, String stage) {
        return Opportunity.builder()
                .id(OpportunityId.of(id))
                .stage(stage)
                .owner(RepId.of("ana"))
                .amount(Amounts.of("100", "EUR"))
                .closeDate(LocalDate.parse("2026-05-01"))
                .engagedOn(LocalDate.parse("2026-02-01"));
    }

    @Test
    void measure() {
        SalesProcess process = SalesOpsJson.read(JSON, SalesProcess.class).orThrow();
        List<Opportunity> deals = deals();
        // snippet:pipeline
        PipelineMeter meter = PipelineMeter.of(process);
        MetricQuery query = MetricQuery.builder()
                .addMetrics(Metric.WIN_RATE_CLOSED_BY_COUNT, Metric.BOOKINGS, Metric.CYCLE_DAYS_WON_MEDIAN)
                .addBy(Opportunity.OWNER)
                .period(DateRange.of("2026-04-01", "2026-07-01"))
                .build();
        MetricTable table = meter.measure(query, deals, AsOf.date("2026-06-30"));
        String markdown = table.toMarkdown();
        // end
        assertThat(markdown).contains("| ana | 0.500000 | EUR 100.00 | 89.00 |");
    }

    @Test
    void waterfall() {
        SalesProcess process = SalesOpsJson.read(JSON, SalesProcess.class).orThrow();
        List<Opportunity> deals = deals();
        // snippet:waterfall
        Waterfall waterfall = WaterfallMeter.of(process)
                .waterfall(DateRange.of("2026-04-01", "2026-07-01"), deals, AsOf.date("2026-06-30"));
        waterfall.buckets().forEach(bucket -> show(bucket.kind() + " " + bucket.deals() + " " + bucket.perCurrency()));
        // end
        assertThat(waterfall.bucket(Waterfall.Kind.START).deals()).isEqualTo(3);
        assertThat(waterfall.bucket(Waterfall.Kind.END).deals()).isEqualTo(1);
    }

    @Test
    void audit() {
        SalesProcess process = SalesOpsJson.read(JSON, SalesProcess.class).orThrow();
        List<Opportunity> deals = deals();
        // snippet:process
        ProcessAuditor auditor = ProcessAuditor.of(process);
        AdherenceReport report = auditor.audit(deals, AsOf.date("2026-03-31"));
        report.breaches(OpportunityId.of("006-118")).forEach(breach -> show(breach.message()));
        // end
        assertThat(report.breaches(OpportunityId.of("006-118")))
                .extracting("message")
                .containsExactly("account is required in Engaging", "151 days in Engaging, limit 138");
    }

    private static void show(String text) {
        assertThat(text).isNotBlank();
    }
}
