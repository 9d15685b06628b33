package io.salesops.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.testkit.PlanLaws;
import io.salesops.core.crm.Account;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.testkit.MatchLaws;
import io.salesops.examples.sample.SampleFiles;
import io.salesops.quote.testkit.PriceBookLaws;
import io.salesops.territory.testkit.TerritoryLaws;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The definitions of the sample are held against the laws, as users hold their own. */
class SampleLawsTest {
    private static final FileSource SAMPLE = FileSource.resources(SampleFiles.class);

    private static LeadToCashState state;

    @BeforeAll
    static void read() throws IOException {
        try (Reader mapping = SAMPLE.open("sample.json").orElseThrow()) {
            state = new LeadToCashState(SalesOpsJson.read("sample.json", mapping, LeadToCashMapping.class)
                    .orThrow());
        }
        Printer silent = new Printer(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        new ReadFiles(SAMPLE, silent).into(state);
    }

    @Test
    void thePlanKeepsTheLaws() {
        PlanLaws.holdFor(state.definitions().commissionPlan().orElseThrow());
    }

    @Test
    void thePriceBookKeepsTheLaws() {
        PriceBookLaws.holdFor(
                state.definitions().catalog().orElseThrow(),
                state.definitions().pricingPolicy().orElseThrow(),
                state.definitions().priceBook().orElseThrow());
    }

    @Test
    void theAssignmentRulesKeepTheLaws() {
        TerritoryLaws.holdFor(state.definitions().assignment().orElseThrow());
    }

    @Test
    void theTrainedModelAndTheSurvivorshipKeepTheLaws() {
        ImmutableList<Account> accounts = state.accounts;
        assertThat(accounts).isNotEmpty();
        MatchLaws.holdFor(
                MatchTrainer.standard().train(Records.accounts(accounts)).model(), RecordShape.ACCOUNT, accounts);
        MatchLaws.holdFor(state.definitions().survivorship(), accounts);
    }
}
