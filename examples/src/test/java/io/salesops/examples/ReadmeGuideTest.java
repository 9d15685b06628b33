package io.salesops.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.statement.Statement;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.Records;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import io.salesops.examples.sample.SampleFiles;
import java.io.IOException;
import java.io.Reader;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeGuideTest {
    private static final List<String> PRINTED = new ArrayList<>();

    private static void print(Object text) {
        PRINTED.add(text.toString());
    }

    @Test
    void readme() throws IOException {
        List<Account> accounts = sampleAccounts();
        // snippet:readme
        // A plan is data. The engine is made once; its verb takes the facts of a payee.
        CommissionPlan plan = SalesOpsJson.read("""
                        {"schema": "salesops/commission-plan/1", "id": "ae-2026", "version": "3", "currency": "USD",
                         "effective": {"from": "2026-01-01", "before": "2027-01-01"},
                         "rules": [{"kind": "tiered", "id": "new-business", "measure": "bookings", "mode": "marginal",
                           "tiers": [{"upTo": "100%", "rate": "50%"}, {"upTo": "125%", "rate": "75%"}, {"rate": "100%"}]}]}
                        """, CommissionPlan.class)
                .orThrow(); // a wrong plan comes back with every fault at once, each with line and column
        FiscalPeriod year = FiscalCalendar.startingIn(Month.JANUARY).year(2026);
        PayeeYear ana = PayeeYear.builder()
                .payee(PayeeId.of("ana"))
                .addQuotas(Quota.builder()
                        .owner(RepId.of("ana"))
                        .measure("bookings")
                        .period(DateRange.of("2026-01-01", "2027-01-01"))
                        .amount(Amounts.of("100000", "USD"))
                        .build())
                .addCredits(Credit.of("C-1", "ana", "2026-11-30", Amounts.of("140000", "USD")))
                .build();
        Statement statement = CommissionCalculator.of(plan)
                .calculate(year, ana, AsOf.date("2026-12-31"))
                .orThrow();
        print(statement.total());
        print(statement.explain());

        // Which of these accounts are one company? Learned from the accounts alone, no labels.
        MatchModel model =
                MatchTrainer.standard().train(Records.accounts(accounts)).model();
        Duplicates<AccountId> duplicates = Deduplicator.of(model).dedupe(Records.accounts(accounts));
        duplicates.matches().forEach(match -> print(match.explain()));
        // end
        assertThat(statement.total()).isEqualTo(Amounts.of("83750", "USD"));
        assertThat(String.join("\n", PRINTED)).contains("USD 83,750.00", "attainment 140%", "+18,750.00");
        assertThat(duplicates.matches()).isNotEmpty();
        assertThat(PRINTED).anySatisfy(text -> assertThat(text).contains("prior:", "website"));
    }

    private static List<Account> sampleAccounts() throws IOException {
        try (Reader mapping = open("sample.json");
                Reader file = open("accounts.csv")) {
            CrmMapping columns = SalesOpsJson.read(mapping, LeadToCashMapping.class)
                    .orThrow()
                    .files()
                    .accounts()
                    .orElseThrow()
                    .mapping();
            return CrmImporter.of(columns).accounts("accounts.csv", file).records();
        }
    }

    private static Reader open(String name) throws IOException {
        return FileSource.resources(SampleFiles.class).open(name).orElseThrow();
    }
}
