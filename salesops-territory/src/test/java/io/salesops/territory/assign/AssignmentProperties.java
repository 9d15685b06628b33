package io.salesops.territory.assign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.AsOf;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.testkit.TerritoryArbitraries;
import io.salesops.territory.testkit.TerritoryLaws;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    @Property(tries = 200)
    void generatedRulesKeepTheLaws(@ForAll("rules") AssignmentRules rules, @ForAll long seed) {
        TerritoryLaws.holdFor(rules, 5, seed);
    }
}
