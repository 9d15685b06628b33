package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;

/**
 * How far a measure must come: a share of its quota, or a figure in its own units.
 *
 * <p>Text is {@code "100%"} or {@code "1/3"} for a share, {@code "150000"} for a figure. Immutable and thread-safe.
 *
 * @param value the share, 1.25 for 125%, or the figure
 * @param share whether it is a share of the quota
 */
public record Level(Rational value, boolean share) {

    /**
     * Obtains a level from text.
     *
     * @throws IllegalArgumentException if the text is neither a rate nor a decimal
     */
    @JsonCreator
    public static Level of(String text) {
        String stripped = text.strip();
        boolean share = stripped.endsWith("%") || stripped.indexOf('/') >= 0;
        return new Level(share ? Rate.of(stripped).value() : Rational.of(stripped), share);
    }

    /** Obtains a share of the quota. */
    public static Level of(Rate share) {
        return new Level(share.value(), true);
    }

    /** Returns the text that {@link #of(String)} reads. */
    @JsonValue
    @Override
    public String toString() {
        return share ? new Rate(value).toString() : value.toString();
    }
}
