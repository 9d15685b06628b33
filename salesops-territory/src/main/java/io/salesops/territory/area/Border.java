package io.salesops.territory.area;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Two units that touch, in any order.
 *
 * @param a one unit
 * @param b another unit
 */
public record Border(UnitId a, UnitId b) {

    /** Checks that there are two units. */
    public Border {
        checkArgument(!a.equals(b), "a unit does not border on itself: %s", a);
    }

    /** Obtains a border from the texts of two units. */
    public static Border of(String a, String b) {
        return new Border(UnitId.of(a), UnitId.of(b));
    }
}
