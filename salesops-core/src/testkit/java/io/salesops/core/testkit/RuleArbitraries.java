package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.match.BlankHandling;
import io.salesops.core.match.BlockingRule;
import io.salesops.core.match.MatchRecord;
import io.salesops.core.match.MatchRule;
import io.salesops.core.match.Records;
import io.salesops.core.match.RuleAlternative;
import io.salesops.core.match.RuleCondition;
import io.salesops.core.match.RuleDuplicates;
import io.salesops.core.match.RuleMatch;
import io.salesops.core.match.RuleMatcher;
import io.salesops.core.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of match rules, of their parts, and of persons to match. */
public final class RuleArbitraries {
    private static final ImmutableList<RuleCondition> SURE = ImmutableList.of(
            condition("email", "email", "exact"),
            condition("phone", "phone", "phoneParts>=0.8"),
            condition("lastName", "name", "keyboard>=0.9|sound"));

    private static final ImmutableList<String> COLUMNS =
            ImmutableList.of("firstName", "lastName", "email", "phone", "street", "city");

    private RuleArbitraries() {}

    private static RuleCondition condition(String column, String normalizer, String when) {
        return RuleCondition.builder()
                .column(column)
                .addNormalize(Normalizer.of(normalizer))
                .when(when)
                .build();
    }

    /** Conditions beside e-mail, phone and last name, with each handling of blanks. */
    public static Arbitrary<RuleCondition> ruleConditions() {
        return Combinators.combine(
                        Arbitraries.of(
                                condition("firstName", "name", "jaroWinkler>=0.85|initial|nickname"),
                                condition("street", "street", "streetParts>=0.8"),
                                condition("city", "text", "edits>=0.85|acronym")),
                        Arbitraries.of(BlankHandling.class))
                .as(RuleCondition::withBlanks);
    }

    /** Alternatives of the conditions of {@link #matchRules}, each of which needs a text. */
    public static Arbitrary<RuleAlternative> ruleAlternatives() {
        return alternatives(ImmutableList.of("firstName", "street", "city"));
    }

    private static Arbitrary<RuleAlternative> alternatives(List<String> others) {
        return Combinators.combine(
                        Arbitraries.of(SURE), Arbitraries.of(others).set().ofMaxSize(2))
                .as((sure, more) -> new RuleAlternative(ImmutableList.<String>builder()
                        .add(sure.name())
                        .addAll(more.stream().sorted().toList())
                        .build()));
    }

    /** Sound rules for persons. */
    public static Arbitrary<MatchRule> matchRules() {
        return ruleConditions()
                .list()
                .uniqueElements(RuleCondition::name)
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(conditions -> Combinators.combine(
                                alternatives(conditions.stream()
                                                .map(RuleCondition::name)
                                                .toList())
                                        .list()
                                        .uniqueElements()
                                        .ofMinSize(1)
                                        .ofMaxSize(4),
                                Arbitraries.of(true, false))
                        .as((alternatives, isTransposed) -> MatchRule.builder()
                                .id("persons")
                                .version("1")
                                .addAllConditions(SURE)
                                .addAllConditions(conditions)
                                .alternatives(alternatives)
                                .transposed(
                                        isTransposed
                                                        && conditions.stream()
                                                                .anyMatch(condition -> condition
                                                                        .name()
                                                                        .equals("firstName"))
                                                ? ImmutableList.of("firstName", "lastName")
                                                : ImmutableList.of())
                                .addBlocking(
                                        BlockingRule.of("email"),
                                        BlockingRule.of("area(phone)"),
                                        BlockingRule.of("metaphone(lastName)"))
                                .build()));
    }

    /** What became of two persons. */
    public static Arbitrary<RuleMatch> ruleMatches() {
        return Combinators.combine(matchRules(), persons(), persons())
                .as((rule, first, second) -> RuleMatcher.of(rule).match(first, second));
    }

    /** What a rule finds in a table of persons. */
    public static Arbitrary<RuleDuplicates<Integer>> ruleDuplicates() {
        return Combinators.combine(matchRules(), persons().list().ofMaxSize(8)).as((rule, persons) -> {
            Records.Builder<Integer> records = Records.builder(COLUMNS.toArray(String[]::new));
            for (int row = 0; row < persons.size(); row++) {
                ImmutableMap<String, String> cells = persons.get(row).columns();
                records.add(
                        row,
                        COLUMNS.stream()
                                .map(column -> cells.getOrDefault(column, ""))
                                .toArray(String[]::new));
            }
            return RuleMatcher.of(rule).dedupe(records.build());
        });
    }

    /** Persons of few names, some of whose texts are missing, so that many of them match. */
    public static Arbitrary<MatchRecord> persons() {
        return Combinators.combine(
                        cells("George", "Michael", "Georgie", "G", "Mike"),
                        cells("Michael", "George", "Meyer", "Maier", "Meyre"),
                        cells("a@acme.com", "b@acme.com"),
                        cells("415-555-1234", "1 415 555 9876", "+49 30 123456"),
                        cells("1 Main Street", "1 Main St Suite 2", "2 Main St"),
                        cells("Reno", "Rheno", "New York City", "NYC"))
                .as((first, last, email, phone, street, city) -> {
                    ImmutableMap.Builder<String, String> columns = ImmutableMap.builder();
                    put(columns, "firstName", first);
                    put(columns, "lastName", last);
                    put(columns, "email", email);
                    put(columns, "phone", phone);
                    put(columns, "street", street);
                    put(columns, "city", city);
                    return new MatchRecord(columns.buildOrThrow());
                });
    }

    private static Arbitrary<String> cells(String... texts) {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just("")), net.jqwik.api.Tuple.of(3, Arbitraries.of(texts)));
    }

    private static void put(ImmutableMap.Builder<String, String> columns, String column, String text) {
        if (!text.isEmpty()) {
            columns.put(column, text);
        }
    }
}
