package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;

/**
 * What a measure pays: a share of it, or an amount in the plan's currency.
 *
 * <p>Text is {@code "5%"} or {@code "1/3"} for a share, {@code "12.50"} for an amount: for each unit where units are
 * counted, for the whole step or tier elsewhere. An amount whose decimals do not end is written {@code "1/3 each"}. Immutable and thread-safe.
 *
 * @param value the share, 0.05 for 5%, or the amount
 * @param share whether it is a share
 */
public record PayRate(Rational value, boolean share) {
    private static final String EACH = " each";

    /**
     * Obtains what is paid from text.
     *
     * @throws IllegalArgumentException if the text is neither a rate nor a decimal
     */
    @JsonCreator
    public static PayRate of(String text) {
        if (text.endsWith(EACH)) {
            return new PayRate(Rational.of(text.substring(0, text.length() - EACH.length())), false);
        }
        Level read = Level.of(text);
        return new PayRate(read.value(), read.share());
    }

    /** Obtains a share. */
    public static PayRate of(Rate share) {
        return new PayRate(share.value(), true);
    }

    /** Returns the text that {@link #of(String)} reads. */
    @JsonValue
    @Override
    public String toString() {
        String text = share ? new Rate(value).toString() : value.toString();
        return share || text.indexOf('/') < 0 ? text : text + EACH;
    }
}
