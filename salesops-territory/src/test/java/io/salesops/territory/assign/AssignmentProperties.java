package io.salesops.territory.assign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.territory.assign.Decision.Kind;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.testkit.TerritoryArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AssignmentProperties {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    @Provide
    Arbitrary<AssignmentRules> rules() {
        return TerritoryArbitraries.rules();
    }

    @Provide
    Arbitrary<ImmutableList<Account>> accounts() {
        return TerritoryArbitraries.accounts();
    }

    /** Straight from the definition: every rule is tested, priority by priority. */
    private static List<String> bruteForce(AssignmentRules rules, Account account) {
        TerritoryId named = rules.named().get(account.id());
        if (named != null) {
            return List.of("NAMED " + named, "[]", "[]");
        }
        TreeMap<Integer, List<AssignmentRule>> byPriority = new TreeMap<>();
        for (AssignmentRule rule : rules.rules()) {
            if (rule.effective().contains(TODAY.date())) {
                byPriority
                        .computeIfAbsent(rule.priority(), key -> new ArrayList<>())
                        .add(rule);
            }
        }
        Set<String> unknown = new TreeSet<>();
        for (List<AssignmentRule> equals : byPriority.values()) {
            Set<String> met = new TreeSet<>();
            Set<TerritoryId> claimed = new HashSet<>();
            for (AssignmentRule rule : equals) {
                Truth truth = rule.when().test(account);
                if (truth == Truth.TRUE) {
                    met.add(rule.id());
                    claimed.add(rule.territory());
                } else if (truth == Truth.UNKNOWN) {
                    unknown.add(rule.id());
                }
            }
            if (claimed.size() > 1) {
                return List.of("CONFLICT", met.toString(), unknown.toString());
            }
            if (claimed.size() == 1) {
                TerritoryId territory = claimed.iterator().next();
                rules.rules().stream()
                        .filter(rule -> rule.territory().equals(territory))
                        .forEach(rule -> unknown.remove(rule.id()));
                return List.of("BY_RULE " + territory, met.toString(), unknown.toString());
            }
        }
        return List.of("GAP", "[]", unknown.toString());
    }

    private static List<String> summary(Decision decision) {
        String kind = decision.kind()
                + decision.territory().map(territory -> " " + territory).orElse("");
        Set<String> unknown = new TreeSet<>();
        for (Finding finding : decision.findings()) {
            if (finding.code().equals("territory.field.missing")) {
                unknown.add(finding.message().replaceAll(".* by rule (rule-\\d+):.*", "$1"));
            }
        }
        return List.of(kind, new TreeSet<>(decision.rules()).toString(), unknown.toString());
    }

    @Property(tries = 500)
    void theIndexDecidesAsTestingEveryRuleDoes(
            @ForAll("rules") AssignmentRules rules, @ForAll("accounts") ImmutableList<Account> accounts) {
        AccountAssigner assigner = AccountAssigner.of(rules);
        for (Account account : accounts) {
            assertThat(summary(assigner.assign(account, TODAY))).isEqualTo(bruteForce(rules, account));
        }
    }

    @Property(tries = 300)
    void everyAccountIsInOneTerritoryOrListed(
            @ForAll("rules") AssignmentRules rules, @ForAll("accounts") ImmutableList<Account> accounts) {
        Assignments book = AccountAssigner.of(rules).assignAll(accounts, TODAY, Execution.here());
        List<AccountId> all = new ArrayList<>(book.territories().keySet());
        all.addAll(book.gaps());
        all.addAll(book.conflicts());

        assertThat(all)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Lists.transform(accounts, Account::id));
        assertThat(all).containsAll(book.undecided());
    }

    @Property(tries = 300)
    void theBookDecidesAsSingleCallsDo(
            @ForAll("rules") AssignmentRules rules, @ForAll("accounts") ImmutableList<Account> accounts) {
        AccountAssigner assigner = AccountAssigner.of(rules);
        Assignments book = assigner.assignAll(accounts, TODAY, Execution.here());
        for (Account account : accounts) {
            Decision one = assigner.assign(account, TODAY);
            assertThat(Optional.ofNullable(book.territories().get(account.id())))
                    .isEqualTo(one.territory());
            assertThat(book.gaps().contains(account.id())).isEqualTo(one.kind() == Kind.GAP);
            assertThat(book.conflicts().contains(account.id())).isEqualTo(one.kind() == Kind.CONFLICT);
            assertThat(book.owner(account.id())).isEqualTo(one.owner());
            assertThat(book.undecided().contains(account.id()))
                    .isEqualTo(one.findings().stream().anyMatch(f -> f.code().equals("territory.field.missing")));
        }
    }

    @Property(tries = 200)
    void theOrderOfAccountsDoesNotMatter(
            @ForAll("rules") AssignmentRules rules,
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll Random random) {
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, random);
        AccountAssigner assigner = AccountAssigner.of(rules);

        assertThat(SalesOpsJson.write(assigner.assignAll(shuffled, TODAY, Execution.here())))
                .isEqualTo(SalesOpsJson.write(assigner.assignAll(accounts, TODAY, Execution.here())));
    }

    @Property(tries = 200)
    void theOrderOfRulesDoesNotMatter(
            @ForAll("rules") AssignmentRules rules,
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll Random random) {
        List<AssignmentRule> shuffled = new ArrayList<>(rules.rules());
        Collections.shuffle(shuffled, random);
        AccountAssigner one = AccountAssigner.of(rules);
        AccountAssigner other = AccountAssigner.of(rules.withRules(shuffled));
        for (Account account : accounts) {
            assertThat(summary(other.assign(account, TODAY))).isEqualTo(summary(one.assign(account, TODAY)));
        }
    }

    @Property(tries = 200)
    void aRuleMoreConcernsOnlyAccountsThatMeetIt(
            @ForAll("rules") AssignmentRules rules, @ForAll("accounts") ImmutableList<Account> accounts) {
        AssignmentRule last = rules.rules().get(rules.rules().size() - 1);
        AssignmentRules fewer =
                rules.withRules(rules.rules().subList(0, rules.rules().size() - 1));
        for (Account account : accounts) {
            if (last.when().test(account) != Truth.TRUE) {
                Decision with = AccountAssigner.of(rules).assign(account, TODAY);
                Decision without = AccountAssigner.of(fewer).assign(account, TODAY);
                assertThat(with.kind()).isEqualTo(without.kind());
                assertThat(with.territory()).isEqualTo(without.territory());
            }
        }
    }

    @Property(tries = 100)
    void decisionsAndRulesSurviveJson(
            @ForAll("rules") AssignmentRules rules, @ForAll("accounts") ImmutableList<Account> accounts) {
        AccountAssigner assigner = AccountAssigner.of(rules);
        Assignments book = assigner.assignAll(accounts, TODAY, Execution.here());

        assertThat(SalesOpsJson.read(SalesOpsJson.write(book), Assignments.class)
                        .orThrow())
                .isEqualTo(book);
        for (Account account : accounts) {
            Decision decision = assigner.assign(account, TODAY);
            assertThat(SalesOpsJson.read(SalesOpsJson.write(decision), Decision.class)
                            .orThrow())
                    .isEqualTo(decision);
        }
    }
}
