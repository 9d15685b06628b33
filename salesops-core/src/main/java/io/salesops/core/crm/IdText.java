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
            if (c >= ' ' && c < '\u007F') {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (Character.isISOControl(c) || (Character.isSurrogate(c) && !pair)) {
                throw new IllegalArgumentException(String.format(
                        "%s has the unprintable character U+%04X at position %s. Maybe strip the cell before reading it.",
                        kind, (int) c, i + 1));
            }
            i += pair ? 1 : 0;
        }
    }
}
