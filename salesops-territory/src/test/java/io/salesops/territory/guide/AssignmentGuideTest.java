package io.salesops.territory.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.territory.assign.AccountAssigner;
import io.salesops.territory.assign.Assignments;
import io.salesops.territory.assign.Decision;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.rule.TerritoryOwner;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentGuideTest {
    private static final String JSON = """
            {"schema": "salesops/assignment-rules/1", "id": "emea", "version": "7",
             "parents": {"DACH-MID": "DACH"},
             "named": {"A-17": "STRATEGIC"},
             "rules": [
               {"id": "dach-mid", "territory": "DACH-MID", "when": {"all": [
                 {"field": "country", "in": ["DE", "AT", "CH"]}, {"field": "employees", "atLeast": 225}]}}],
             "owners": [{"territory": "DACH-MID", "rep": "ana"}]}""";

    private static AssignmentRules rules() {
        // snippet:rules
        AssignmentRules rules = AssignmentRules.builder()
                .id("emea")
                .version("7")
                .putParents(TerritoryId.of("DACH-MID"), TerritoryId.of("DACH"))
                .putNamed(AccountId.of("A-17"), TerritoryId.of("STRATEGIC"))
                .addRules(AssignmentRule.builder()
                        .id("dach-mid")
                        .territory(TerritoryId.of("DACH-MID"))
                        .when(Account.COUNTRY.in("DE", "AT", "CH").and(Account.EMPLOYEES.atLeast(225L)))
                        .build())
                .addOwners(TerritoryOwner.of("DACH-MID", "ana"))
                .build();
        // end
        return rules;
    }

    private static Account account(String id, String country, long employees) {
        return Account.builder()
                .id(AccountId.of(id))
                .name(id)
                .address(Address.builder().country(country).build())
                .employees(employees)
                .build();
    }

    @Test
    void aDecisionSaysWhy() {
        AssignmentRules rules = rules();
        Account acme = account("A-204", "DE", 340);
        // snippet:assign
        AccountAssigner assigner = AccountAssigner.of(rules);
        AsOf today = AsOf.date("2026-03-31");
        Decision decision = assigner.assign(acme, today);
        String why = decision.explain();
        Explanation whyNot = assigner.whyNot(acme, TerritoryId.of("STRATEGIC"), today);
        // end
        assertThat(decision.owner()).contains(RepId.of("ana"));
        assertThat(why).isEqualTo("""
                A-204 on 2026-03-31, rules emea v7 -> DACH-MID
                  rejected  STRATEGIC; not: on the named list  [emea 7 /named]
                  chosen    DACH-MID; rule dach-mid, priority 100; country in [DE, AT, CH]: DE; employees at least 225: 340  [emea 7 /rules/0]""");
        assertThat(whyNot.text()).contains("-> none");
    }

    @Test
    void aBookListsWhatNobodyDecided() {
        AccountAssigner assigner = AccountAssigner.of(rules());
        AsOf today = AsOf.date("2026-03-31");
        List<Account> accounts = List.of(
                account("A-204", "DE", 340),
                account("A-9", "FR", 10),
                Account.builder().id(AccountId.of("A-10")).name("A-10").build());
        // snippet:book
        Assignments book = assigner.assignAll(accounts, today, Execution.here());
        List<AccountId> gaps = book.gaps();
        List<AccountId> undecided = book.undecided();
        // end
        assertThat(gaps).containsExactly(AccountId.of("A-10"), AccountId.of("A-9"));
        assertThat(undecided).containsExactly(AccountId.of("A-10"));
        assertThat(book.missing().toString()).isEqualTo("{country is missing=1, employees is missing=1}");
    }

    @Test
    void rulesAreADocument() {
        assertThat(SalesOpsJson.read(JSON, AssignmentRules.class).orThrow()).isEqualTo(rules());
    }
}
