package io.salesops.quote.compliance;

import io.salesops.core.money.Rational;

/**
 * One figure that a check looks at.
 *
 * @param path where it stands in the quote
 * @param value the figure
 * @param words what it is, for the report
 * @param failed whether it breaks the policy whatever the limits say
 */
record Measure(String path, Rational value, String words, boolean failed) {

    static Measure of(String path, Rational value, String words) {
        return new Measure(path, value, words, false);
    }
}
