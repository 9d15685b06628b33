package io.salesops.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.commission.testkit.PlanLaws;
import io.salesops.core.crm.Account;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.repository.Accounts;
import io.salesops.core.testkit.AccountsContract;
import io.salesops.core.testkit.FaultyDocument;
import io.salesops.core.testkit.FaultyDocuments;
import io.salesops.core.testkit.MatchLaws;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.time.DateRange;
import io.salesops.quote.document.Quote;
import io.salesops.quote.testkit.PriceBookLaws;
import io.salesops.quote.testkit.QuoteArbitraries.Scenario;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.testkit.TerritoryLaws;
import io.salesops.testkit.CaseArbitraries;
import io.salesops.testkit.NearlyValidArbitraries;
import io.salesops.testkit.SalesOpsArbitraries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.money.Monetary;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TestingGuideTest {
    private static final Desk desk = new Desk();

    // snippet:testkit-sample
    @Test
    void aQuoteIsShownWithItsNumber() {
        Quote quote = SalesOpsArbitraries.quotes().sample();
        assertThat(desk.page(quote)).contains(quote.id().value());
    }
    // end

    // snippet:testkit-faulty
    @Test
    void anUploadIsRefusedWithThePlaceOfItsFault() {
        FaultyDocument document = FaultyDocuments.of(SalesOpsArbitraries.commissionPlans(), CommissionPlan.class)
                .sample();
        assertThat(desk.upload(document.text())).contains(document.fault().code(), document.path());
    }
    // end

    private static CommissionPlan ourPlan() {
        return CommissionPlan.builder()
                .id(PlanId.of("ae-2026"))
                .version("3")
                .effective(DateRange.of("2026-01-01", "2027-01-01"))
                .currency(Monetary.getCurrency("USD"))
                .addRules(PlanRule.Tiered.marginal(
                        "new-business", "bookings", Tier.to("100%", "50%"), Tier.beyond("75%")))
                .build();
    }

    // snippet:testkit-laws
    @Test
    void ourPlanKeepsTheLaws() {
        PlanLaws.holdFor(ourPlan());
    }
    // end

    // snippet:testkit-laws-seed
    @Test
    void ourPlanKeepsTheLawsInAThousandCases() {
        PlanLaws.holdFor(ourPlan(), 1_000, 42L);
    }
    // end

    @Test
    void ourOtherDefinitionsKeepTheirs() {
        Scenario scenario = CaseArbitraries.pricedCases().sample();
        AssignmentRules rules = SalesOpsArbitraries.assignmentRules().sample();
        ImmutableList<Account> accounts = CaseArbitraries.accountsWithDuplicates()
                .filter(several -> several.size() > 9)
                .sample();
        MatchModel model =
                MatchTrainer.standard().train(Records.accounts(accounts)).model();
        // snippet:testkit-other-laws
        PriceBookLaws.holdFor(scenario.catalog(), scenario.policy(), scenario.book());
        TerritoryLaws.holdFor(rules);
        MatchLaws.holdFor(model, RecordShape.ACCOUNT, accounts);
        // end
    }

    /** What a user has. */
    private static final class Desk {
        String page(Quote quote) {
            return "Quote " + quote.id() + " for " + quote.account();
        }

        String upload(String text) {
            return SalesOpsJson.read(text, CommissionPlan.class).findings().stream()
                    .map(finding -> finding.code() + " at " + finding.path())
                    .collect(Collectors.joining("\n"));
        }
    }
}

class OurQuotesProperties {
    private final Table table = new Table();

    // snippet:testkit-property
    @Provide
    Arbitrary<Quote> dueInNinetyDays() {
        return SalesOpsArbitraries.quotes().map(quote -> quote.withPaymentDays(90));
    }

    @Property
    void ourTableKeepsAnyQuote(@ForAll("dueInNinetyDays") Quote quote) {
        table.write(quote);
        assertThat(table.read(quote.id().value())).isEqualTo(quote);
    }
    // end

    /** What a user has. */
    private static final class Table {
        private final Map<String, String> rows = new HashMap<>();

        void write(Quote quote) {
            rows.put(quote.id().value(), SalesOpsJson.write(quote));
        }

        Quote read(String id) {
            return SalesOpsJson.read(Objects.requireNonNull(rows.get(id)), Quote.class)
                    .orThrow();
        }
    }
}

class OurEditorProperties {
    private final Editor editor = new Editor();

    // snippet:testkit-nearly-valid
    @Provide
    Arbitrary<NearlyValid<CommissionPlan>> plansWithOneFault() {
        return NearlyValidArbitraries.commissionPlans();
    }

    @Property
    void ourEditorNamesTheFaultAndNothingElse(@ForAll("plansWithOneFault") NearlyValid<CommissionPlan> plan) {
        plan.isFoundBy(editor::problems);
    }
    // end

    /** What a user has. */
    private static final class Editor {
        List<Finding> problems(CommissionPlan plan) {
            return CommissionCalculator.check(plan);
        }
    }
}

// snippet:testkit-contract
class OurAccountsTest implements AccountsContract {
    private static final Database DATABASE = Database.start();

    @Override
    public Accounts newStore() {
        return DATABASE.accounts("tenant " + UUID.randomUUID());
    }

    @Override
    public OptionalInt openCursors() {
        return OptionalInt.of(DATABASE.openCursors());
    }
}
// end
