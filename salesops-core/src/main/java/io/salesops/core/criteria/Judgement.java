package io.salesops.core.criteria;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A condition tested on one value, with the reasons.
 *
 * @param truth the result
 * @param met the tests that spoke for it, each with the value that met it: {@code "country in [DE, AT]: DE"}
 * @param failed the tests that spoke against it, each with the value: {@code "employees at least 200, is 12"}
 * @param unknown the tests that could not be decided: {@code "industry is missing"}
 */
public record Judgement(
        Truth truth, ImmutableList<String> met, ImmutableList<String> failed, ImmutableList<String> unknown) {

    /** Why the condition does not hold: the first failed test, else the first undecided one; empty where it holds. */
    public Optional<String> whyNot() {
        if (truth == Truth.TRUE) {
            return Optional.empty();
        }
        return failed.stream().findFirst().or(() -> unknown.stream().findFirst());
    }
}
