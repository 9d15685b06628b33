package io.salesops.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.By;
import io.salesops.core.crm.FieldChange;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.time.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessAuditorTest {
    private static final AsOf TODAY = AsOf.date("2026-03-31");
    private static final SalesProcess PROCESS = SalesProcess.builder()
            .id("new-business")
            .version("4")
            .addStages(
                    Stage.builder()
                            .id("Engaging")
                            .category(ForecastCategory.BEST_CASE)
                            .probability(Rate.of("45%"))
                            .maxDays(60)
                            .addRequires("account", "custom.segment")
                            .addNext("Won", "Lost")
                            .build(),
                    Stage.builder()
                            .id("Won")
                            .category(ForecastCategory.CLOSED)
                            .probability(Rate.ONE)
                            .addRequires("amount")
                            .build(),
                    Stage.builder()
                            .id("Lost")
                            .category(ForecastCategory.OMITTED)
                            .probability(Rate.ZERO)
                            .build())
            .build();

    private final ProcessAuditor auditor = ProcessAuditor.of(PROCESS);

    private static Opportunity.Builder engaging(String id) {
        return Opportunity.builder().id(OpportunityId.of(id)).stage("Engaging").owner(RepId.of("ana"));
    }

    @Test
    void namesEveryMissingFieldOfADeal() {
        AdherenceReport report = auditor.audit(List.of(engaging("1").build()), TODAY);
        assertThat(report.breaches(OpportunityId.of("1")))
                .extracting(Finding::code, finding -> finding.evidence().get("subject"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("process.field.missing", "account"),
                        org.assertj.core.groups.Tuple.tuple("process.field.missing", "custom.segment"));
        assertThat(report.breachCounts()).containsExactly(java.util.Map.entry("process.field.missing", 2L));
    }

    @Test
    void aDealThatKeepsToTheProcessHasNoBreach() {
        Opportunity good = engaging("2")
                .account(AccountId.of("A-1"))
                .custom(io.salesops.core.crm.CustomFields.none().with("segment", "SMB"))
                .closeDate(LocalDate.parse("2026-06-30"))
                .engagedOn(LocalDate.parse("2026-03-01"))
                .build();
        AdherenceReport report = auditor.audit(List.of(good, engaging("1").build()), TODAY);
        assertThat(report.breaches(good.id())).isEmpty();
        assertThat(report.adherence().rate()).contains(Rate.of("50%"));
        assertThat(report.byRep().get(RepId.of("ana")))
                .satisfies(ratio -> assertThat(ratio.rate()).contains(Rate.of("50%")));
    }

    @Test
    void countsTheAgeInAStageFromTheLastMoveIntoIt() {
        Opportunity moved = engaging("3")
                .engagedOn(LocalDate.parse("2025-01-01"))
                .addHistory(new FieldChange(
                        "stage", Optional.of("Lost"), Optional.of("Engaging"), By.of("ana", "2026-03-01T10:00:00Z")))
                .build();
        assertThat(auditor.audit(List.of(moved), TODAY).breachCounts()).doesNotContainKey("process.stage.stale");
        assertThat(auditor.audit(List.of(moved.withHistory()), TODAY).breaches(moved.id()))
                .anySatisfy(breach -> assertThat(breach.message()).isEqualTo("454 days in Engaging, limit 60"));
    }

    @Test
    void findsUnknownStagesAndPastCloseDates() {
        AdherenceReport report = auditor.audit(
                List.of(
                        engaging("4").closeDate(LocalDate.parse("2026-03-30")).build(),
                        engaging("5").stage("Engagin").build()),
                TODAY);
        assertThat(report.breachCounts())
                .containsEntry("process.closeDate.past", 1L)
                .containsEntry("process.stage.unknown", 1L);
        assertThat(report.explain()).contains("deals 2").contains("+2  do not");
    }

    private static FieldChange change(String field, String before, String after, String at) {
        return new FieldChange(field, Optional.of(before), Optional.of(after), By.of("ana", at));
    }

    @Test
    void namesMovesThatTheProcessDoesNotAllow() {
        Opportunity reopened = Opportunity.builder()
                .id(OpportunityId.of("6"))
                .stage("Won")
                .amount(io.salesops.core.money.Amounts.of("1", "EUR"))
                .addHistory(
                        change("stage", "Lost", "Won", "2026-03-02T10:00:00Z"),
                        change("stage", "Engaging", "Lost", "2026-03-01T10:00:00Z"))
                .build();
        AdherenceReport report = auditor.audit(List.of(reopened), TODAY);
        assertThat(report.breaches(reopened.id())).singleElement().satisfies(breach -> {
            assertThat(breach.code()).isEqualTo("process.stage.skipped");
            assertThat(breach.message()).isEqualTo("Lost -> Won on 2026-03-02; allowed next: none");
        });
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .isEqualTo("warning process.stage.skipped move Lost -> Won: 1 deal made a move that the"
                                + " process does not allow; for example 6"));
    }

    @Test
    void countsPushesOfTheCloseDateAgainstTheLimit() {
        Opportunity pushed = Opportunity.builder()
                .id(OpportunityId.of("7"))
                .stage("Lost")
                .addHistory(
                        change("closeDate", "2026-01-01", "2026-01-11", "2026-01-01T10:00:00Z"),
                        change("closeDate", "2026-01-11", "2026-01-05", "2026-01-02T10:00:00Z"),
                        change("closeDate", "2026-01-05", "2026-01-06", "2026-01-03T10:00:00Z"))
                .build();
        assertThat(auditor.audit(List.of(pushed), TODAY).breachCounts()).isEmpty();
        Opportunity again = io.salesops.core.crm.Opportunity.builder()
                .from(pushed)
                .addHistory(change("closeDate", "2026-01-06", "2026-02-06", "2026-01-04T10:00:00Z"))
                .build();
        assertThat(auditor.audit(List.of(again), TODAY).breaches(pushed.id()))
                .singleElement()
                .satisfies(breach -> assertThat(breach.message())
                        .isEqualTo("close date pushed out 3 times by 42 days in all, limit 2 times"));
        AsOf before = TODAY.knownAt(java.time.Instant.parse("2026-01-03T12:00:00Z"));
        assertThat(auditor.audit(List.of(again), before).breachCounts()).isEmpty();
    }

    @Test
    void aHistoryThatContradictsItselfIsABreachOfItsOwn() {
        Opportunity torn = Opportunity.builder()
                .id(OpportunityId.of("8"))
                .stage("Lost")
                .addHistory(
                        change("stage", "Engaging", "Won", "2026-03-01T10:00:00Z"),
                        change("stage", "Engaging", "Lost", "2026-03-02T10:00:00Z"))
                .build();
        assertThat(auditor.audit(List.of(torn), TODAY).breachCounts())
                .containsExactly(java.util.Map.entry("process.history.unreadable", 1L));
    }

    @Test
    void aProcessIsReadBackFromJson() {
        assertThat(SalesOpsJson.read(SalesOpsJson.write(PROCESS), SalesProcess.class)
                        .orThrow())
                .isEqualTo(PROCESS);
    }

    @Test
    void aReportIsReadBackFromJson() {
        Opportunity good = engaging("2")
                .account(AccountId.of("A-1"))
                .custom(io.salesops.core.crm.CustomFields.none().with("segment", "SMB"))
                .build();
        Opportunity late =
                engaging("4").closeDate(LocalDate.parse("2026-03-30")).build();
        Opportunity unknown = engaging("5").stage("Engagin").build();
        AdherenceReport report = auditor.audit(List.of(good, late, unknown), TODAY);
        assertThat(report.byDeal().keySet()).hasSize(2);
        JsonLaws.roundTrips(report, AdherenceReport.class);
        JsonLaws.sameText(report, auditor.audit(List.of(unknown, good, late), TODAY));
        JsonLaws.roundTrips(auditor.audit(List.of(), TODAY), AdherenceReport.class);
    }

    @Test
    void aLostStageIsOneThatIsOmittedAndLeadsNowhere() {
        assertThat(PROCESS.stages())
                .extracting(Stage::outcome)
                .containsExactly(StageOutcome.OPEN, StageOutcome.WON, StageOutcome.LOST);
    }
}
