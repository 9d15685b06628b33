package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.DocumentSchema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is wrong with a rule of conditions. */
final class RuleCheck {
    /** What two records alone do not tell, or what stands for no closeness. */
    private static final ImmutableSet<LevelTest.Kind> NOT_OF_TWO = ImmutableSet.of(
            LevelTest.Kind.SIMILAR, LevelTest.Kind.SWAPPED, LevelTest.Kind.ALONE, LevelTest.Kind.OTHERWISE);

    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    private final Map<String, RuleCondition> byName = new HashMap<>();

    private RuleCheck() {}

    static ImmutableList<Finding> of(MatchRule rule) {
        RuleCheck check = new RuleCheck();
        if (!rule.schema().equals(DocumentSchema.of(MatchRule.class))) {
            check.error(
                    "match.model.schema",
                    "/schema",
                    "schema is '" + rule.schema() + "'",
                    "Maybe it should read " + DocumentSchema.of(MatchRule.class) + ".");
        }
        if (rule.pairBudget() <= 0) {
            check.error(
                    "match.budget.range",
                    "/pairBudget",
                    "pairBudget must be positive: " + rule.pairBudget(),
                    "Maybe 50000000.");
        }
        check.conditions(rule.conditions());
        check.alternatives(rule.alternatives());
        check.transposed(rule);
        return check.findings.addAll(ModelCheck.ofBlocking(rule.blocking())).build();
    }

    private void conditions(List<RuleCondition> conditions) {
        for (int c = 0; c < conditions.size(); c++) {
            RuleCondition condition = conditions.get(c);
            String path = "/conditions/" + c;
            if (byName.putIfAbsent(condition.name(), condition) != null) {
                error(
                        "match.condition.twice",
                        path + "/name",
                        "two conditions have the name '" + condition.name() + "'",
                        "Maybe name the second.");
            }
            ImmutableList<LevelTest> tests = LevelTest.parseAll(condition.when());
            findings.addAll(
                    LevelCheck.ofCondition(condition.when(), path + "/when", "jaroWinkler>=0.85|nickname or exact"));
            if (tests.stream().anyMatch(test -> NOT_OF_TWO.contains(test.kind()))) {
                error(
                        "match.condition.method",
                        path + "/when",
                        "'" + condition.when() + "' is not told by two texts alone",
                        "Maybe edits>=0.8 or jaroWinkler>=0.9.");
            }
        }
    }

    private void alternatives(List<RuleAlternative> alternatives) {
        if (alternatives.isEmpty()) {
            error(
                    "match.alternative.missing",
                    "/alternatives",
                    "without an alternative nothing matches",
                    "Maybe {\"all\": [\"email\"]}.");
        }
        Set<Set<String>> seen = new HashSet<>();
        for (int a = 0; a < alternatives.size(); a++) {
            RuleAlternative alternative = alternatives.get(a);
            String path = "/alternatives/" + a;
            if (!seen.add(ImmutableSet.copyOf(alternative.all()))) {
                error(
                        "match.alternative.twice",
                        path,
                        "alternative " + alternative + " stands there twice",
                        "Maybe remove one; it decides nothing.");
            }
            boolean needsText = false;
            for (int c = 0; c < alternative.all().size(); c++) {
                String name = alternative.all().get(c);
                RuleCondition condition = byName.get(name);
                if (condition == null) {
                    error(
                            "match.condition.unknown",
                            path + "/all/" + c,
                            "no condition has the name '" + name + "'",
                            "Maybe one of "
                                    + ImmutableSet.copyOf(byName.keySet()).stream()
                                            .sorted()
                                            .toList() + ".");
                }
                if (alternative.all().indexOf(name) < c) {
                    error(
                            "match.condition.repeated",
                            path + "/all/" + c,
                            "condition '" + name + "' stands there twice",
                            "Maybe remove the second.");
                }
                needsText |= condition == null || condition.blanks() == BlankHandling.DOES_NOT_MATCH;
            }
            if (!needsText) {
                error(
                        "match.alternative.blank",
                        path,
                        "records without any text meet all of '" + alternative + "'",
                        "Maybe add a condition whose blanks do not match.");
            }
        }
    }

    private void transposed(MatchRule rule) {
        List<String> columns = rule.transposed();
        if (!columns.isEmpty() && ImmutableSet.copyOf(columns).size() != 2) {
            error(
                    "match.transposed.number",
                    "/transposed",
                    "two columns are transposed, or none: " + columns,
                    "Maybe [\"firstName\", \"lastName\"].");
        }
        for (int c = 0; c < columns.size(); c++) {
            String column = columns.get(c);
            if (rule.conditions().stream()
                    .noneMatch(condition -> condition.column().equals(column))) {
                error(
                        "match.transposed.unknown",
                        "/transposed/" + c,
                        "column '" + column + "' is transposed, but no condition reads it",
                        "Maybe another column.");
            }
        }
    }

    private void error(String code, String path, String message, String remedy) {
        findings.add(Finding.error(code, path, message).maybe(remedy));
    }
}
