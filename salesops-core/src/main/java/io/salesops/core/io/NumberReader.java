package io.salesops.core.io;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads decimal numbers in one notation, strictly: groups of three where grouped, no exponent. Thread-safe. */
final class NumberReader {
    /** More digits than any amount has; a bound on the cost of a cell. */
    private static final int LONGEST = 60;

    private final char decimal;
    private final Optional<Character> grouping;

    NumberReader(char decimal, Optional<Character> grouping) {
        this.decimal = decimal;
        this.grouping = grouping;
    }

    /** Returns the number, or empty where the text is none in this notation. */
    Optional<BigDecimal> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int first = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int point = text.indexOf(decimal);
        String whole = text.substring(first, point < 0 ? text.length() : Math.max(first, point));
        String fraction = point < 0 ? "" : text.substring(point + 1);
        Optional<String> digits = ungrouped(whole);
        if (digits.isEmpty() || !isDigits(fraction) || (point >= 0 && fraction.isEmpty())) {
            return Optional.empty();
        }
        String number = (text.startsWith("-") ? "-" : "") + digits.get() + (fraction.isEmpty() ? "" : "." + fraction);
        return Optional.of(new BigDecimal(number));
    }

    /** All groups but the first have three digits, the first one to three; a number without any group is fine too. */
    private Optional<String> ungrouped(String whole) {
        if (grouping.isEmpty() || whole.indexOf(grouping.get()) < 0) {
            return whole.isEmpty() || !isDigits(whole) ? Optional.empty() : Optional.of(whole);
        }
        StringBuilder digits = new StringBuilder();
        int end = whole.length();
        for (int i = 0; i < end; i++) {
            boolean separates = (end - i) % 4 == 0;
            if (separates != (whole.charAt(i) == grouping.get()) || (separates && i == 0)) {
                return Optional.empty();
            }
            if (!separates) {
                digits.append(whole.charAt(i));
            }
        }
        return isDigits(digits.toString()) ? Optional.of(digits.toString()) : Optional.empty();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
