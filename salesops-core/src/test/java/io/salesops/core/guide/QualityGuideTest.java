package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.quality.ChangeSet;
import io.salesops.core.quality.Cleanser;
import io.salesops.core.quality.DataProfile;
import io.salesops.core.quality.DataProfiler;
import io.salesops.core.quality.ProfileDrift;
import io.salesops.core.quality.QualityChecker;
import io.salesops.core.quality.QualityReport;
import io.salesops.core.quality.QualityRules;
import io.salesops.core.quality.QualityTally;
import io.salesops.core.quality.RuleSuggester;
import io.salesops.core.quality.SuggestedRule;
import io.salesops.core.time.AsOf;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityGuideTest {
    private static final String JSON = """
            { "schema": "salesops/quality-rules/1", "id": "accounts", "version": "2", "on": "account",
              "rules": [
                {"kind": "complete", "id": "industry-given", "severity": "warning", "field": "industry",
                 "placeholders": ["Select", "n/a", "xxx"], "tolerated": "5%"},
                {"kind": "oneOf", "id": "industry-known", "severity": "error", "field": "industry",
                 "values": ["software", "technology", "retail"]},
                {"kind": "unique", "id": "one-domain", "severity": "warning", "fields": ["website"]},
                {"kind": "refers", "id": "owner-exists", "severity": "error", "field": "owner", "to": "rep"}] }
            """;

    private static Account account(String id, String industry, String website, String owner) {
        return Account.builder()
                .id(AccountId.of(id))
                .name("Company " + id)
                .industry(industry)
                .website(website)
                .owner(RepId.of(owner))
                .build();
    }

    @Test
    void oneRuleGuardsTheFormAndTheRun() {
        String json = JSON;
        List<Account> accounts = List.of(
                account("A-1", "technolgy", "www.acme.com", "R-1"),
                account("A-2", "retail", "b.com", "R-1"),
                account("A-3", "software", "b.com", "R-9"));
        Account entered = accounts.get(0);
        Set<String> reps = Set.of("R-1");
        // snippet:quality
        QualityRules rules = SalesOpsJson.read(json, QualityRules.class).orThrow();
        QualityChecker<Account> checker = QualityChecker.accounts(rules).referring("rep", reps::contains);
        AsOf today = AsOf.date("2026-03-31");

        QualityReport report = checker.check(accounts, today); // the nightly run
        ImmutableList<Finding> onSave = checker.checkOne(entered, today); // the form, same rules
        // end
        assertThat(report.explain()).isEqualTo("""
                        checks 9  passed by 3 records on 2026-03-31
                          +3  industry-given  [accounts 2 /rules/0]
                            +3  checked  [accounts 2 /rules/0]
                            +0  violated, within tolerance  [accounts 2 /rules/0]
                          +2  industry-known  [accounts 2 /rules/1]
                            +3  checked  [accounts 2 /rules/1]
                            -1  violated  [accounts 2 /rules/1]
                          +2  one-domain  [accounts 2 /rules/2]
                            +3  checked  [accounts 2 /rules/2]
                            -1  violated  [accounts 2 /rules/2]
                          +2  owner-exists  [accounts 2 /rules/3]
                            +3  checked  [accounts 2 /rules/3]
                            -1  violated  [accounts 2 /rules/3]""");
        assertThat(report.score().rate().orElseThrow()).hasToString("75%");
        assertThat(onSave).extracting(Finding::remedy).containsExactly(java.util.Optional.of("Maybe 'technology'."));

        // snippet:cleanse
        ChangeSet<Account> repairs = Cleanser.accounts(rules).propose(accounts); // nothing changes until applied
        ChangeSet<Account> industries = repairs.only(change -> change.field().equals("industry"));
        ImmutableList<Account> clean = industries.apply(accounts);
        ImmutableList<Account> again = industries.undo(clean);
        // end
        assertThat(repairs.changes()).hasSize(2);
        assertThat(clean.get(0).industry()).contains("technology");
        assertThat(again).isEqualTo(accounts);
    }

    @Test
    void partsAddUp() {
        QualityRules rules = SalesOpsJson.read(JSON, QualityRules.class).orThrow();
        QualityChecker<Account> checker = QualityChecker.accounts(rules);
        AsOf today = AsOf.date("2026-03-31");
        List<Account> north = List.of(account("A-1", "technolgy", "www.acme.com", "R-1"));
        List<Account> south = List.of(account("A-2", "retail", "b.com", "R-1"));
        // snippet:quality-parts
        QualityTally<Account> first = checker.tally(today);
        north.forEach(first::add);
        QualityTally<Account> second = checker.tally(today); // on another machine, perhaps
        south.forEach(second::add);
        first.add(second);
        QualityReport report = first.report();
        // end
        assertThat(report.records()).isEqualTo(2);
    }

    @Test
    void profilesSuggestRules() {
        List<Account> accounts = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> account("A-" + i, i == 7 ? "retial" : "retail", "site" + i + ".com", "R-1"))
                .toList();
        List<Account> lastMonth = accounts.subList(0, 20);
        // snippet:quality-profile
        DataProfile profile = DataProfiler.accounts().profile(accounts);
        ProfileDrift drift = DataProfiler.accounts().profile(lastMonth).driftTo(profile);
        ImmutableList<Finding> changed = drift.findings(Rate.of("10%"));
        ImmutableList<SuggestedRule> rules = RuleSuggester.suggest(profile);
        // end
        assertThat(changed).isNotEmpty();
        assertThat(rules)
                .extracting(SuggestedRule::reason)
                .contains("1 values make up 39 of 40; probably misspelt is 'retial' as 'retail'");
    }
}
