package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A value and how many records have it.
 *
 * @param value the text of the value; one of more than 200 characters is cut
 * @param count how many records; at least one
 */
public record ValueCount(String value, long count) {

    /** Checks the count. */
    public ValueCount {
        checkArgument(count > 0, "count of '%s' must be positive: %s", value, count);
    }

    @Override
    public String toString() {
        return "'" + value + "' (" + count + ")";
    }
}
