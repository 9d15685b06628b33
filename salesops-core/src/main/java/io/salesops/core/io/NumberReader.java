package io.salesops.core.io;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads decimal numbers in one notation, strictly: groups of three where grouped, no exponent. Thread-safe. */
final class NumberReader {
    /** More digits than any amount has; a bound on the cost of a cell. */
    private static final int LONGEST = 60;

    /** So many digits always fit into a long. */
    private static final int SHORT = 18;

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
        Optional<BigDecimal> plain = plain(text);
        if (plain.isPresent()) {
            return plain;
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

    /** The form that most cells have: few digits and at most one point between them; any other is left to the rest. */
    private Optional<BigDecimal> plain(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        if (text.length() - first > SHORT || text.length() == first) {
            return Optional.empty();
        }
        long unscaled = 0;
        int point = -1;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + c - '0';
            } else if (c == decimal && point < 0 && i > first && i < text.length() - 1) {
                point = i;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(
                BigDecimal.valueOf(first == 1 ? -unscaled : unscaled, point < 0 ? 0 : text.length() - 1 - point));
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
