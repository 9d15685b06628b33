package io.salesops.core.criteria;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A condition tested on one value, with the reasons.
 *
 * <p>Reasons come from the branches that decided. Where the condition holds, nothing speaks against it and nothing is
 * unknown; where it fails, {@code failed} says why and is enough to know that it fails; where it is unknown, filling what
 * {@code unknown} names decides it.
 *
 * @param truth the result
 * @param met the tests that spoke for it, each with the value that met it: {@code "country in [DE, AT]: DE"}
 * @param failed the tests that decided against it, each with the value: {@code "employees at least 200, is 12"}; empty
 *     unless the result is FALSE
 * @param unknown why it could not be decided: {@code "industry is missing"}; empty unless the result is UNKNOWN
 */
public record Judgement(
        Truth truth, ImmutableList<String> met, ImmutableList<String> failed, ImmutableList<String> unknown) {

    /** Why the condition does not hold: the first reason against it, or what is unknown; empty exactly where it holds. */
    public Optional<String> whyNot() {
        if (truth == Truth.TRUE) {
            return Optional.empty();
        }
        return failed.stream().findFirst().or(() -> unknown.stream().findFirst());
    }
}
