package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.DocumentSchema;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is wrong with a match model. */
final class ModelCheck {
    private static final double SUM_TOLERANCE = 0.001;
    private static final double MOST_BITS = 1_000;
    /** Far beyond any weight, and a whole number of thousandths that an int holds. */
    private static final int MOST_THRESHOLD = 1_000_000;

    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    private ModelCheck() {}

    static ImmutableList<Finding> of(MatchModel model) {
        ModelCheck check = new ModelCheck();
        check.figures(model);
        check.comparisons(model.comparisons());
        check.blocking(model.blocking());
        return check.findings.build();
    }

    /** What is wrong with blocking rules. */
    static ImmutableList<Finding> ofBlocking(List<BlockingRule> rules) {
        ModelCheck check = new ModelCheck();
        check.blocking(rules);
        return check.findings.build();
    }

    private void figures(MatchModel model) {
        if (!model.schema().equals(DocumentSchema.of(MatchModel.class))) {
            error(
                    "match.model.schema",
                    "/schema",
                    "schema is '" + model.schema() + "'",
                    "Maybe it should read " + DocumentSchema.of(MatchModel.class) + ".");
        }
        if (!(model.priorMatches() > 0 && model.priorMatches() < 1)) {
            error(
                    "match.prior.range",
                    "/priorMatches",
                    "priorMatches must be between 0 and 1: " + model.priorMatches(),
                    "Maybe one duplicate for every ten records: 0.2 / (records - 1).");
        }
        if (!(Math.abs(model.threshold()) <= MOST_THRESHOLD)) {
            error(
                    "match.threshold.range",
                    "/threshold",
                    "threshold must be a number of bits, at most " + MOST_THRESHOLD + " either way: "
                            + model.threshold(),
                    "Maybe 3, which are odds of 8 to 1.");
        }
        if (model.refineAbove() < 0 || model.refineAbove() == 1) {
            error(
                    "match.refine.range",
                    "/refineAbove",
                    "refineAbove must be 0 or at least 2: " + model.refineAbove(),
                    "Maybe 40.");
        }
        if (model.pairBudget() <= 0) {
            error(
                    "match.budget.range",
                    "/pairBudget",
                    "pairBudget must be positive: " + model.pairBudget(),
                    "Maybe 50000000.");
        }
    }

    private void comparisons(List<FieldComparison> comparisons) {
        if (comparisons.isEmpty()) {
            error(
                    "match.comparison.missing",
                    "/comparisons",
                    "nothing is compared",
                    "Maybe train on records that differ in a column, or use a ready-made model.");
        }
        Set<String> names = new HashSet<>();
        for (int c = 0; c < comparisons.size(); c++) {
            FieldComparison comparison = comparisons.get(c);
            String path = "/comparisons/" + c;
            if (!names.add(comparison.name())) {
                error(
                        "match.comparison.twice",
                        path + "/name",
                        "two comparisons have the name '" + comparison.name() + "'",
                        "Maybe name the second, or add a level to the first.");
            }
            findings.addAll(LevelCheck.of(comparison, path));
            frequencies(comparison, path);
            comparison.crossedWith().ifPresent(other -> crossing(comparisons, comparison, other, path));
        }
        dependences(comparisons);
    }

    private void frequencies(FieldComparison comparison, String path) {
        comparison.frequencies().ifPresent(frequencies -> {
            if (!isWeight(frequencies.others())
                    || !frequencies.values().values().stream().allMatch(ModelCheck::isWeight)) {
                error(
                        "match.frequency.range",
                        path + "/frequencies",
                        "bits of a value must be between -" + MOST_BITS + " and " + MOST_BITS,
                        "Maybe train the model again.");
            }
        });
    }

    private static boolean isWeight(double bits) {
        return Math.abs(bits) <= MOST_BITS;
    }

    private void crossing(List<FieldComparison> comparisons, FieldComparison comparison, String other, String path) {
        boolean isKnown = comparisons.stream()
                .anyMatch(any -> any.name().equals(other) && !any.name().equals(comparison.name()));
        if (!isKnown) {
            error(
                    "match.crossing.unknown",
                    path + "/crossedWith",
                    "'" + comparison.name() + "' is crossed with '" + other + "', which is not compared",
                    "Maybe one of " + names(comparisons) + ".");
        }
    }

    /** The parents form trees, and their tables have a row for each of their levels. */
    private void dependences(List<FieldComparison> comparisons) {
        Map<String, Integer> byName = new HashMap<>();
        for (int c = 0; c < comparisons.size(); c++) {
            byName.putIfAbsent(comparisons.get(c).name(), c);
        }
        for (int c = 0; c < comparisons.size(); c++) {
            FieldComparison comparison = comparisons.get(c);
            if (comparison.given().isEmpty()) {
                continue;
            }
            String path = "/comparisons/" + c + "/given";
            Dependence given = comparison.given().get();
            Integer parent = byName.get(given.comparison());
            if (parent == null) {
                error(
                        "match.dependence.unknown",
                        path + "/comparison",
                        "'" + comparison.name() + "' depends on '" + given.comparison() + "', which is not compared",
                        "Maybe one of " + names(comparisons) + ".");
            } else if (isCircular(comparisons, byName, c)) {
                error(
                        "match.dependence.circular",
                        path + "/comparison",
                        "'" + comparison.name() + "' depends on itself by way of '" + given.comparison() + "'",
                        "Maybe only one of the two should depend on the other.");
            } else {
                table(comparison, given, comparisons.get(parent).levels().size(), path);
            }
        }
    }

    private static boolean isCircular(List<FieldComparison> comparisons, Map<String, Integer> byName, int comparison) {
        Set<String> seen = new HashSet<>();
        String at = comparisons.get(comparison).name();
        while (seen.add(at)) {
            Integer number = byName.get(at);
            if (number == null || comparisons.get(number).given().isEmpty()) {
                return false;
            }
            at = comparisons.get(number).given().get().comparison();
        }
        return true;
    }

    private void table(FieldComparison comparison, Dependence given, int above, String path) {
        boolean isShaped = given.u().size() == above
                && given.u().stream()
                        .allMatch(row -> row.size() == comparison.levels().size());
        if (!isShaped) {
            error(
                    "match.dependence.shape",
                    path + "/u",
                    "u must have " + above + " rows of " + comparison.levels().size() + " probabilities",
                    "Maybe a level was added since; train the model again.");
            return;
        }
        for (int row = 0; row < above; row++) {
            double sum = 0;
            boolean arePositive = true;
            for (double u : given.u().get(row)) {
                arePositive &= u > 0 && u <= 1;
                sum += u;
            }
            if (!arePositive || !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                error(
                        "match.dependence.sum",
                        path + "/u/" + row,
                        "u must be above 0 and sum to 1: " + sum,
                        "Maybe train the model again.");
            }
        }
    }

    private static List<String> names(List<FieldComparison> comparisons) {
        return comparisons.stream().map(FieldComparison::name).toList();
    }

    private void blocking(List<BlockingRule> rules) {
        if (rules.isEmpty()) {
            error(
                    "match.blocking.missing",
                    "/blocking",
                    "without a blocking rule no pair is compared",
                    "Maybe {\"keys\": []}, which compares all.");
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.indexOf(rules.get(rule)) < rule) {
                error(
                        "match.blocking.twice",
                        "/blocking/" + rule,
                        "rule " + rules.get(rule) + " stands there twice",
                        "Maybe remove one; it gives no pair.");
            }
            ImmutableList<String> keys = rules.get(rule).keys();
            for (String key : ImmutableSet.copyOf(keys)) {
                if (Collections.frequency(keys, key) > 2) {
                    error(
                            "match.key.repeated",
                            "/blocking/" + rule + "/keys",
                            "key '" + key + "' stands more than twice in one rule",
                            "Maybe twice: the two values of it that both records share.");
                }
            }
            for (int key = 0; key < keys.size(); key++) {
                if (BlockKey.parse(keys.get(key)).isEmpty()) {
                    error(
                            "match.key.unknown",
                            "/blocking/" + rule + "/keys/" + key,
                            "unknown key '" + keys.get(key) + "'",
                            "Maybe one like postalCode, prefix(name,6) or domain(website).");
                }
            }
        }
    }

    private void error(String code, String path, String message, String remedy) {
        findings.add(Finding.error(code, path, message).maybe(remedy));
    }
}
