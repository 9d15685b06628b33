package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.finding.Finding;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Finds what is wrong with the levels of a comparison, and with their conditions. */
final class LevelCheck {
    private static final double SUM_TOLERANCE = 0.001;
    private static final ImmutableSet<LevelTest.Kind> CROSSED =
            ImmutableSet.of(LevelTest.Kind.SWAPPED, LevelTest.Kind.ALONE);

    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    private LevelCheck() {}

    /** What is wrong with the levels of a comparison that stands at a path. */
    static ImmutableList<Finding> of(FieldComparison comparison, String path) {
        LevelCheck check = new LevelCheck();
        check.levels(comparison.levels(), path + "/levels");
        check.crossed(comparison, path + "/levels");
        return check.findings.build();
    }

    /** What is wrong with one condition on two texts. */
    static ImmutableList<Finding> ofCondition(String when, String path, String example) {
        LevelCheck check = new LevelCheck();
        check.condition(when, path, example);
        return check.findings.build();
    }

    private void levels(List<ComparisonLevel> levels, String path) {
        boolean endsWithOtherwise = false;
        for (int level = 0; level < levels.size(); level++) {
            String when = levels.get(level).when();
            condition(when, path + "/" + level + "/when", "jaroWinkler>=0.92, osa<=1 or exact");
            boolean otherwise = when.equals("otherwise");
            endsWithOtherwise = otherwise && level == levels.size() - 1;
            if (otherwise && !endsWithOtherwise) {
                error(
                        "match.level.order",
                        path + "/" + level,
                        "levels after 'otherwise' are never reached",
                        "Maybe it belongs at the end.");
            } else if (level == 0
                    && !otherwise
                    && !when.equals("exact")
                    && !LevelTest.parseAll(when).isEmpty()) {
                error(
                        "match.level.first",
                        path + "/0/when",
                        "the first level is that of equal texts, so that '" + when + "' is never asked",
                        "Maybe start with 'exact'.");
            }
        }
        if (!endsWithOtherwise) {
            error(
                    "match.level.otherwise",
                    path,
                    "the last level must be 'otherwise', so that every pair has a level",
                    "Maybe add {\"when\":\"otherwise\", ...} with what m and u lack to 1.");
        }
        sum(levels, ComparisonLevel::m, "m", path);
        sum(levels, ComparisonLevel::u, "u", path);
    }

    private void condition(String when, String path, String example) {
        ImmutableList<LevelTest> tests = LevelTest.parseAll(when);
        if (tests.isEmpty()) {
            error("match.level.unknown", path, "unknown condition '" + when + "'", "Maybe one like " + example + ".");
        }
        for (LevelTest test : tests) {
            if (!test.isReachable()) {
                error(
                        "match.level.bound",
                        path,
                        "'" + when + "' asks for a share of " + test.bound() + ", but none is above 1",
                        "Maybe a number between 0 and 1.");
            }
        }
    }

    private void crossed(FieldComparison comparison, String path) {
        if (comparison.crossedWith().isPresent()) {
            return;
        }
        for (int level = 0; level < comparison.levels().size(); level++) {
            String when = comparison.levels().get(level).when();
            if (LevelTest.parseAll(when).stream().anyMatch(test -> CROSSED.contains(test.kind()))) {
                error(
                        "match.crossing.missing",
                        path + "/" + level + "/when",
                        "'" + when + "' needs another comparison, but '" + comparison.name() + "' is crossed with none",
                        "Maybe add crossedWith, or remove the level.");
            }
        }
    }

    private void sum(List<ComparisonLevel> levels, ToDoubleFunction<ComparisonLevel> share, String name, String path) {
        double sum = 0;
        for (ComparisonLevel level : levels) {
            sum += share.applyAsDouble(level);
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            error("match.level.sum", path, name + " of all levels must sum to 1: " + sum, "Maybe a level is missing.");
        }
    }

    private void error(String code, String path, String message, String remedy) {
        findings.add(Finding.error(code, path, message).maybe(remedy));
    }
}
