package io.salesops.territory.design;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * Every published figure of a plan, computed again from the problem and the plan alone.
 *
 * @param holds whether all are equal and no rule is broken
 * @param figures what was computed again, by name
 * @param faults what is not equal, or which rule is broken
 */
public record Certificate(boolean holds, ImmutableMap<String, String> figures, ImmutableList<String> faults) {

    /** Checks that it holds exactly where there is no fault. */
    public Certificate {
        checkArgument(holds == faults.isEmpty(), "certificate holds: %s, with faults: %s", holds, faults);
    }

    /** Obtains a certificate that holds if there are no faults. */
    public static Certificate of(ImmutableMap<String, String> figures, ImmutableList<String> faults) {
        return new Certificate(faults.isEmpty(), figures, faults);
    }
}
