package io.salesops.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.By;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.TeamId;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessChangeTest {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    private static SalesProcess process(String version, String stages) {
        return SalesOpsJson.read(
                        "{ \"schema\": \"salesops/sales-process/1\", \"id\": \"new\", \"version\": \"" + version
                                + "\", \"stages\": [" + stages + "]}",
                        SalesProcess.class)
                .orThrow();
    }

    private static final SalesProcess BEFORE = process("1", """
            {"id": "Lead", "category": "pipeline", "probability": "10%", "next": ["Proposal"],
             "exit": {"field": "account", "present": true}},
            {"id": "Proposal", "category": "bestCase", "probability": "50%", "next": ["Lead", "Won", "Lost"],
             "entry": {"field": "amount", "atLeast": {"amount": "100", "currency": "EUR"}}},
            {"id": "Won", "category": "closed", "probability": "100%"},
            {"id": "Lost", "category": "omitted", "probability": "0%"}
            """);

    private static final SalesProcess AFTER = process("2", """
            {"id": "Discovery", "category": "pipeline", "probability": "5%", "next": ["Offer"]},
            {"id": "Offer", "category": "commit", "probability": "60%", "next": ["Won", "Lost"], "requires": ["closeDate"]},
            {"id": "Won", "category": "closed", "probability": "100%"},
            {"id": "Lost", "category": "omitted", "probability": "0%"}
            """);

    private static Opportunity deal(String id, String stage, String amount) {
        return Opportunity.builder()
                .id(OpportunityId.of(id))
                .stage(stage)
                .owner(RepId.of("ana"))
                .amount(Amounts.of(amount, "EUR"))
                .build();
    }

    @Test
    void criteriaOfStagesAreHeldAgainstDealsThatAreInThemOrLeftThem() {
        Opportunity moved = deal("1", "Lead", "50")
                .change(Opportunity.STAGE, Optional.of("Proposal"), By.of("ana", "2026-02-01T10:00:00Z"));
        assertThat(ProcessAuditor.of(BEFORE).audit(List.of(moved), TODAY).breaches(moved.id()))
                .extracting(Finding::code)
                .containsExactly("process.entry.unmet", "process.exit.unmet");
        Opportunity back = moved.change(Opportunity.STAGE, Optional.of("Lead"), By.of("ana", "2026-02-02T10:00:00Z"));
        assertThat(ProcessAuditor.of(AFTER.withStages(BEFORE.stages().stream()
                                .map(stage -> stage.withNext("Won", "Lost"))
                                .toList()))
                        .audit(List.of(back), TODAY)
                        .breaches(back.id()))
                .extracting(Finding::code)
                .contains("process.stage.skipped", "process.stage.regressed");
    }

    @Test
    void dealsOfRepsWhoLeftAreFoundAndCountedByTeamAndQuarter() {
        SalesRep ana = SalesRep.builder()
                .id(RepId.of("ana"))
                .name("Ana")
                .team(TeamId.of("north"))
                .active(DateRange.of("2020-01-01", "2026-03-01"))
                .build();
        List<Opportunity> deals = List.of(
                deal("1", "Proposal", "200").withCloseDate(LocalDate.of(2026, 5, 1)),
                deal("2", "Won", "200").withCloseDate(LocalDate.of(2026, 2, 1)),
                deal("3", "Proposal", "200").withOwner(RepId.of("bob")));
        AdherenceReport report =
                ProcessAuditor.of(BEFORE).withReps(List.of(ana)).audit(deals, TODAY);
        assertThat(report.breaches(OpportunityId.of("1")))
                .extracting(Finding::code)
                .containsExactly("process.owner.inactive");
        assertThat(report.breaches(OpportunityId.of("2"))).isEmpty();
        assertThat(report.breaches(OpportunityId.of("3")))
                .extracting(Finding::code)
                .containsExactly("process.owner.unknown");
        assertThat(report.byTeam()).containsEntry(TeamId.of("north"), Ratio.of(1, 2, List.of()));
        assertThat(report.byPeriod())
                .containsEntry("FY2026-Q1", Ratio.of(1, 1, List.of()))
                .containsEntry("FY2026-Q2", Ratio.of(0, 1, List.of()));
    }

    @Test
    void pushesAreCountedWithTheirDays() {
        Opportunity deal = deal("1", "Proposal", "200").withCloseDate(LocalDate.of(2026, 1, 31));
        int hour = 10;
        for (String day : List.of("2026-02-28", "2026-02-20", "2026-03-31", "2026-04-30")) {
            deal = deal.change(
                    Opportunity.CLOSE_DATE,
                    Optional.of(LocalDate.parse(day)),
                    By.of("ana", "2026-01-05T" + hour++ + ":00:00Z"));
        }
        assertThat(CloseDateMoves.of(deal, TODAY)).isEqualTo(new CloseDateMoves(3, 1, 28 + 39 + 30, 89));
        assertThat(ProcessAuditor.of(BEFORE).audit(List.of(deal), TODAY).breaches(deal.id()))
                .filteredOn(finding -> finding.code().equals("process.closeDate.pushed"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .containsEntry("pushes", "3")
                        .containsEntry("netDays", "89"));
    }

    @Test
    void remappingShowsWhatItDoesToTheOpenPipeline() {
        StageRemapping remapping = StageRemapping.of(BEFORE, AFTER, Map.of("Lead", "Discovery", "Proposal", "Offer"));
        List<Opportunity> deals = List.of(
                deal("1", "Lead", "1000"),
                deal("2", "Proposal", "200.10").withCloseDate(LocalDate.of(2026, 5, 1)),
                deal("3", "Proposal", "100"),
                deal("4", "Won", "999"));
        assertThat(remapping.effect(deals)).hasSize(2).anySatisfy(stage -> {
            assertThat(stage.from()).isEqualTo("Proposal");
            assertThat(stage.to()).isEqualTo("Offer");
            assertThat(stage.deals()).isEqualTo(2);
            assertThat(stage.before()).isEqualTo(ForecastCategory.BEST_CASE);
            assertThat(stage.after()).isEqualTo(ForecastCategory.COMMIT);
            assertThat(stage.weightedBefore()).containsEntry("EUR", Amounts.of("150.05", "EUR"));
            assertThat(stage.weightedAfter()).containsEntry("EUR", Amounts.of("180.06", "EUR"));
            assertThat(stage.lacking()).isEqualTo(1);
        });
        assertThat(remapping.changes()).isNotEmpty();
        Opportunity moved = remapping.apply(deals.get(0), By.of("ops", "2026-04-01T00:00:00Z"));
        assertThat(moved.stage()).isEqualTo("Discovery");
        assertThat(moved.history()).hasSize(1);
        assertThatThrownBy(() -> StageRemapping.of(BEFORE, AFTER, Map.of("Lead", "Won", "Nothing", "Offer")))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        failure -> assertThat(failure.findings())
                                .extracting(Finding::code)
                                .containsExactly(
                                        "process.remapping.unknown",
                                        "process.remapping.outcome",
                                        "process.remapping.missing"));
    }

    @Test
    void contentIsCheckedForAgeAndCoverage() {
        SalesContent deck = SalesContent.builder()
                .id("deck")
                .title("Pitch")
                .version("3")
                .owner("eva")
                .reviewBy(LocalDate.of(2026, 3, 1))
                .addStages("Lead")
                .build();
        SalesContent study = deck.withId("study")
                .withTitle("Case study")
                .withOwner(Optional.empty())
                .withReviewBy(Optional.empty())
                .withExpires(LocalDate.of(2026, 3, 31))
                .withStages("Proposal");
        ContentCatalogue catalogue = ContentCatalogue.of(List.of(deck, study));
        assertThat(catalogue.stale(TODAY.date()))
                .extracting(Finding::code)
                .containsExactly("process.content.review", "process.content.expired", "process.content.owner");
        assertThat(catalogue.uncovered(List.of("Lead", "Proposal"), List.of("GTX"), List.of("CFO"), TODAY.date()))
                .extracting(Finding::path)
                .containsExactly("Proposal/GTX/CFO");
    }

    @Test
    void newSellerIsFollowedToTheFirstDeal() {
        Onboarding ana = Onboarding.builder()
                .rep(RepId.of("ana"))
                .started(LocalDate.of(2026, 1, 5))
                .putChecklist("CRM training", 10)
                .putChecklist("Product exam", 30)
                .putDone("CRM training", LocalDate.of(2026, 1, 12))
                .build();
        assertThat(ana.progress(TODAY.date())).isEqualTo(Ratio.of(1, 2, List.of()));
        assertThat(ana.progress(LocalDate.of(2026, 1, 11))).isEqualTo(Ratio.of(0, 2, List.of()));
        assertThat(ana.overdue(TODAY.date()))
                .extracting(Finding::text)
                .containsExactly(
                        "warning process.onboarding.overdue ana/Product exam: 'Product exam' was due on 2026-02-04");
        assertThat(ana.overdue(LocalDate.of(2026, 2, 4))).isEmpty();
        assertThat(ana.daysToFirstDeal(
                        BEFORE,
                        List.of(
                                deal("1", "Won", "1").withCloseDate(LocalDate.of(2026, 3, 1)),
                                deal("2", "Won", "1").withCloseDate(LocalDate.of(2026, 2, 14)),
                                deal("3", "Proposal", "1").withCloseDate(LocalDate.of(2026, 1, 14)))))
                .hasValue(40);
        assertThat(ana.daysToFirstDeal(BEFORE, List.of())).isEmpty();
        assertThatThrownBy(() -> ana.withDone(Map.of("Nothing", TODAY.date())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Nothing' is done, but not on the checklist");
    }
}
