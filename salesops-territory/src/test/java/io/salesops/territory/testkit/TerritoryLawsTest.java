package io.salesops.territory.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.io.Resources;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explanation;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.Laws;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.territory.assign.Assignments;
import io.salesops.territory.assign.Decision;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.rule.TerritoryOwner;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerritoryLawsTest {
    private static final AssignmentRules RULES = AssignmentRules.builder()
            .id("rules")
            .version("5")
            .putNamed(AccountId.of("acme"), TerritoryId.of("STRATEGIC"))
            .addRules(
                    rule("germany", "NORTH", 10, Account.COUNTRY.in("DE", "AT")),
                    rule("large", "LARGE", 5, Account.EMPLOYEES.atLeast(200L)),
                    rule("software", "SOFT", 10, Account.INDUSTRY.is("software")),
                    rule(
                            "munich",
                            "SOUTH",
                            7,
                            Account.POSTAL_CODE.startsWith("80").and(Account.COUNTRY.is("DE"))),
                    rule("rest", "NORTH", 90, Account.COUNTRY.present())
                            .withEffective(DateRange.of("2026-01-01", "2027-01-01")))
            .addOwners(TerritoryOwner.of("NORTH", "ana"), TerritoryOwner.of("SOUTH", "ben"))
            .build();

    private static AssignmentRule rule(String id, String territory, int priority, Criteria<Account> when) {
        return AssignmentRule.builder()
                .id(id)
                .territory(TerritoryId.of(territory))
                .priority(priority)
                .when(when)
                .build();
    }

    /** The engine with a fault in its rules or in its answers. */
    private record Faulty(
            UnaryOperator<AssignmentRules> ofOne,
            UnaryOperator<AssignmentRules> ofAll,
            UnaryOperator<Decision> decision,
            BiFunction<ImmutableList<Account>, Assignments, Assignments> book)
            implements TerritoryLaws.Assigning {

        static Faulty rules(UnaryOperator<AssignmentRules> ofOne, UnaryOperator<AssignmentRules> ofAll) {
            return new Faulty(ofOne, ofAll, decision -> decision, (accounts, book) -> book);
        }

        static Faulty decisions(UnaryOperator<Decision> decision) {
            return new Faulty(same -> same, same -> same, decision, (accounts, book) -> book);
        }

        static Faulty books(BiFunction<ImmutableList<Account>, Assignments, Assignments> book) {
            return new Faulty(same -> same, same -> same, decision -> decision, book);
        }

        @Override
        public Decision one(AssignmentRules rules, Account account, AsOf asOf) {
            AssignmentRules asked = ofOne.apply(rules);
            return decision.apply(TerritoryLaws.Engine.of(asked).one(asked, account, asOf));
        }

        @Override
        public Assignments all(AssignmentRules rules, ImmutableList<Account> accounts, AsOf asOf) {
            AssignmentRules asked = ofAll.apply(rules);
            return book.apply(accounts, TerritoryLaws.Engine.of(asked).all(asked, accounts, asOf));
        }
    }

    private static AssignmentRules firstInDocumentWins(AssignmentRules rules) {
        List<AssignmentRule> ranked = new ArrayList<>();
        for (AssignmentRule rule : rules.rules()) {
            ranked.add(rule.withPriority(rule.priority() * 100 + ranked.size()));
        }
        return rules.withRules(ranked);
    }

    private static AssignmentRules lastPriorityFirst(AssignmentRules rules) {
        return rules.withRules(rules.rules().stream()
                .map(rule -> rule.withPriority(-rule.priority()))
                .toList());
    }

    private static AssignmentRules withoutFirst(AssignmentRules rules) {
        return rules.withRules(rules.rules().subList(1, rules.rules().size()));
    }

    /** Says only why the winner won. */
    private static Decision terse(Decision decision) {
        return decision.explanation() instanceof Explanation.Choice choice
                ? decision.withExplanation(new Explanation.Choice(
                        choice.subject(),
                        choice.chosen(),
                        choice.candidates().stream()
                                .filter(Candidate::chosen)
                                .collect(ImmutableList.toImmutableList())))
                : decision;
    }

    /** For each law an assigning that breaks it. */
    static Map<String, TerritoryLaws.Assigning> faults() {
        return Map.of(
                "every account is in one place", Faulty.books((accounts, book) -> book.withGaps()),
                "the order of accounts is irrelevant",
                        Faulty.books((accounts, book) -> accounts.size() > 1
                                ? book.withMissing(ImmutableSortedMap.of(
                                        accounts.get(0).id().value(), 1L))
                                : book),
                "the order of rules is irrelevant",
                        Faulty.rules(TerritoryLawsTest::firstInDocumentWins, TerritoryLawsTest::firstInDocumentWins),
                "one account is decided as in the book", Faulty.rules(TerritoryLawsTest::withoutFirst, rules -> rules),
                "a rule concerns only accounts that meet it",
                        Faulty.rules(
                                rules -> rules.rules().size() < RULES.rules().size() ? withoutFirst(rules) : rules,
                                rules -> rules),
                "named accounts go where their name says",
                        Faulty.rules(rules -> rules.withNamed(ImmutableMap.of()), rules -> rules),
                "the first priority that is met decides",
                        Faulty.rules(TerritoryLawsTest::lastPriorityFirst, TerritoryLawsTest::lastPriorityFirst),
                "a decision explains itself", Faulty.decisions(TerritoryLawsTest::terse));
    }

    static List<String> laws() {
        return List.copyOf(faults().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void anAssigningThatBreaksALawIsCaughtByItsName(String law) {
        TerritoryLaws.Assigning fault = Objects.requireNonNull(faults().get(law));

        assertThatThrownBy(() -> TerritoryLaws.laws(RULES, fault).hold(Laws.TRIES, Laws.SEED))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("rules rules v5 breaks ")
                .hasMessageContaining("law '" + law + "'")
                .hasMessageContaining("seed " + Laws.SEED);
    }

    @Test
    void rulesThatJsonDoesNotReadBackAreCaught() {
        assertThatThrownBy(() -> TerritoryLaws.holdFor(RULES.withSchema("salesops/assignment-rules/99")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("breaks 1 of 9 laws")
                .hasMessageContaining("law 'rules and decisions survive JSON'");
    }

    @Test
    void rulesKeepTheLaws() {
        assertThatCode(() -> {
                    TerritoryLaws.holdFor(RULES);
                    TerritoryLaws.holdFor(RULES, 20, 7);
                    TerritoryLaws.holdFor(RULES.withRules());
                    TerritoryLaws.holdFor(RULES.withNamed(ImmutableMap.of())
                            .withRules(rule(
                                    "score",
                                    "NORTH",
                                    1,
                                    Account.custom("score", BigDecimal.class)
                                            .atLeast(new BigDecimal("0.5"))
                                            .or(Account.NAME.is("x").not()))));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void theGoldenRulesKeepTheLaws() throws IOException {
        String json =
                Resources.toString(Resources.getResource("golden/assignment-rules-1.json"), StandardCharsets.UTF_8);
        TerritoryLaws.holdFor(SalesOpsJson.read(json, AssignmentRules.class).orThrow());
    }

    @Test
    void accountsHitAndMissEveryRule() {
        Random random = new Random(3);
        for (AssignmentRule rule : RULES.rules()) {
            List<Truth> seen = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                BookCase.draw(RULES, random)
                        .accounts()
                        .forEach(account -> seen.add(rule.when().test(account)));
            }
            assertThat(seen).contains(Truth.TRUE, Truth.FALSE);
        }
    }

    @Test
    void rulesWithErrorsAreToldWithAllOfThem() {
        AssignmentRules broken = RULES.withRules(
                rule(" ", "A", 1, Account.COUNTRY.is("DE")),
                rule("x", "B", 1, Criteria.all()),
                rule("x", "B", 1, Account.COUNTRY.is("FR")));

        assertThatThrownBy(() -> TerritoryLaws.holdFor(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("rules rules v5 cannot be used")
                .hasMessageContaining("territory.rule.id")
                .hasMessageContaining("territory.rule.everything")
                .hasMessageContaining("territory.rule.duplicate");
    }
}
