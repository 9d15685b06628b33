package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The text of an identifier: not blank or invisible, at most {@value #LONGEST} characters, printable, and writable as UTF-8.
 *
 * <p>Identifiers become keys of stores, paths of findings and lines of reports. A control character would forge a line
 * there, half of a surrogate pair would not come back from a file, and an over-long one is a column that was mapped by
 * mistake.
 */
final class IdText {
    static final int LONGEST = 255;

    private IdText() {}

    /** Checks the text; {@code kind} reads "account id". */
    static void check(String kind, String value) {
        checkArgument(!Blanks.isBlank(value), "%s must not be blank: '%s'", kind, value);
        checkArgument(
                value.length() <= LONGEST,
                "%s has %s characters, more than %s: '%s...'. Maybe another column was meant.",
                kind,
                value.length(),
                LONGEST,
                value.substring(0, Math.min(40, value.length())));
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean half = Character.isSurrogate(c)
                    && !(Character.isHighSurrogate(c)
                            && i + 1 < value.length()
                            && Character.isLowSurrogate(value.charAt(i + 1)));
            checkArgument(
                    !Character.isISOControl(c) && !half,
                    "%s has the unprintable character U+%s at position %s. Maybe strip the cell before reading it.",
                    kind,
                    String.format("%04X", (int) c),
                    i + 1);
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
    }
}
