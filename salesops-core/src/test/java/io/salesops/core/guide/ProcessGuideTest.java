package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.AdherenceReport;
import io.salesops.core.process.HandoffReport;
import io.salesops.core.process.LeadEvent;
import io.salesops.core.process.LeadHandoff;
import io.salesops.core.process.ProcessAuditor;
import io.salesops.core.process.RemappedStage;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.ServiceClock;
import io.salesops.core.process.StageRemapping;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessGuideTest {
    private static final String JSON = """
            { "schema": "salesops/sales-process/1", "id": "new-business", "version": "4", "maxPushes": 2,
              "stages": [
                {"id": "Prospecting", "category": "pipeline", "probability": "10%", "maxDays": 60,
                 "requires": ["account"], "next": ["Engaging", "Lost"]},
                {"id": "Engaging", "category": "bestCase", "probability": "45%", "maxDays": 138,
                 "requires": ["account", "amount", "closeDate"], "next": ["Won", "Lost"],
                 "exit": {"field": "custom.signedBy", "type": "text", "present": true}},
                {"id": "Won", "category": "closed", "probability": "100%", "requires": ["amount", "closeDate"]},
                {"id": "Lost", "category": "omitted", "probability": "0%", "requires": ["closeDate"]}] }
            """;

    private static final List<Opportunity> DEALS = List.of(Opportunity.builder()
            .id(OpportunityId.of("006-118"))
            .owner(RepId.of("ana"))
            .stage("Engaging")
            .amount(Amounts.of("1000", "EUR"))
            .closeDate(LocalDate.of(2026, 4, 30))
            .engagedOn(LocalDate.of(2025, 10, 31))
            .build());

    private static SalesProcess process(String json) {
        return SalesOpsJson.read(json, SalesProcess.class).orThrow();
    }

    @Test
    void dealsAreHeldAgainstTheProcess() {
        String json = JSON;
        List<Opportunity> deals = DEALS;
        List<SalesRep> reps =
                List.of(SalesRep.builder().id(RepId.of("ana")).name("Ana").build());
        // snippet:process-audit
        SalesProcess process = SalesOpsJson.read(json, SalesProcess.class).orThrow();
        ProcessAuditor auditor = ProcessAuditor.of(process).withReps(reps);
        AdherenceReport report = auditor.audit(deals, AsOf.date("2026-03-31"));
        ImmutableList<Finding> breaches = report.breaches(OpportunityId.of("006-118"));
        // end
        assertThat(breaches)
                .extracting(Finding::message)
                .containsExactly("account is required in Engaging", "151 days in Engaging, limit 138");
    }

    @Test
    void stagesBecomeOthers() {
        SalesProcess present = process(JSON);
        SalesProcess next = process(JSON.replace("Engaging", "Offer").replace("\"4\"", "\"5\""));
        List<Opportunity> deals = DEALS;
        // snippet:process-remap
        StageRemapping remapping = StageRemapping.of(present, next, Map.of("Engaging", "Offer"));
        ImmutableList<RemappedStage> effect = remapping.effect(deals);
        // end
        assertThat(effect).extracting(RemappedStage::lacking).containsExactly(1L);
    }

    @Test
    void leadsAreAnsweredInTime() {
        Instant friday = Instant.parse("2026-03-27T15:45:00Z");
        Instant monday = Instant.parse("2026-03-30T07:10:00Z");
        LeadId id = LeadId.of("L-1");
        List<Lead> leads = List.of(Lead.builder().id(id).source("web").build());
        List<LeadEvent> events = List.of(
                new LeadEvent(id, LeadEvent.Kind.ACCEPTED, monday, Optional.empty()),
                new LeadEvent(id, LeadEvent.Kind.QUALIFIED, friday, Optional.empty()));
        // snippet:process-leads
        ServiceClock clock = ServiceClock.builder()
                .calendar(BusinessCalendar.weekdays("Europe/Berlin", "09:00", "17:30"))
                .respondWithin(Duration.ofHours(1))
                .build();
        Instant respondBy = clock.deadline(friday); // Friday 16:45 and one hour: Monday 09:15
        HandoffReport report = LeadHandoff.of(clock).report(leads, events, monday);
        // end
        assertThat(respondBy).isEqualTo(Instant.parse("2026-03-30T07:15:00Z"));
        assertThat(report.inTime().rate().orElseThrow()).hasToString("100%");
    }
}
