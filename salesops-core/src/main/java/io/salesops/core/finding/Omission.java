package io.salesops.core.finding;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * What a calculation left out.
 *
 * @param reason why, for example {@code "open"}
 * @param count how many in all
 * @param examples the identifiers of the first few
 */
public record Omission(String reason, long count, ImmutableList<String> examples) {

    /** Checks that the count covers the examples. */
    public Omission {
        checkArgument(
                count >= examples.size(),
                "omission '%s': count %s is below its %s examples",
                reason,
                count,
                examples.size());
    }

    /** Obtains an omission of the identifiers, of which the first {@code keep} stay as examples. */
    public static Omission of(String reason, Iterable<String> ids, int keep) {
        ImmutableList<String> all = ImmutableList.copyOf(ids);
        return new Omission(reason, all.size(), all.subList(0, Math.min(keep, all.size())));
    }
}
