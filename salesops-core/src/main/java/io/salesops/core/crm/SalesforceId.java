package io.salesops.core.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A record id of Salesforce. Exports write it with 15 characters, in which case counts, or with 18, of which the last
 * three say which of the 15 are upper case. Both forms of one id are equal here: the value keeps the 18.
 *
 * <p>Each of the last three characters stands for five of the first fifteen: upper case sets bit 0 to 4, from the left,
 * and the sum selects from {@code A-Z0-5}. An id read from either form becomes a typed id with {@link #as}, so that
 * files which mix the forms still refer to each other:
 * {@code SalesforceId.of("001A0000006Vm9r").as(AccountId::of)}. Immutable and thread-safe.
 *
 * @param value the form with 18 characters
 */
public record SalesforceId(@JsonValue String value) implements Comparable<SalesforceId> {
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int CHUNK = 5;
    private static final int SHOWN = 40;
    private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /**
     * Checks the id and completes it to 18 characters.
     *
     * @throws IllegalArgumentException if it has another length, other characters than letters and digits of ASCII, or
     *     a checksum that does not fit
     */
    public SalesforceId {
        Optional<Finding> problem = problem(value);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get().message()
                    + problem.get().remedy().map(" "::concat).orElse(""));
        }
        value = value.length() == SHORT ? value + checksum(value) : value;
    }

    /**
     * Obtains an id from either form.
     *
     * @throws IllegalArgumentException if the text is no such id or its checksum does not fit
     */
    @JsonCreator
    public static SalesforceId of(String text) {
        return new SalesforceId(text);
    }

    /** Reads an id from data; {@code path} names the record and field for the finding, for example {@code "row 7/Id"}. */
    public static Checked<SalesforceId> parse(String text, String path) {
        return problem(text)
                .<Checked<SalesforceId>>map(finding -> Checked.refused(List.of(finding.withPath(path))))
                .orElseGet(() -> Checked.accepted(new SalesforceId(text)));
    }

    /**
     * Reads the form with 18 characters after a program has changed the case of its letters, and restores the case from
     * the checksum. What the checksum cannot prove is that no letter was exchanged for another.
     */
    public static Checked<SalesforceId> restoreCase(String text, String path) {
        if (text.length() != LONG || !isAlphanumeric(text)) {
            return parse(text, path);
        }
        char[] restored = text.toLowerCase(Locale.ROOT).toCharArray();
        for (int i = 0; i < SHORT; i++) {
            int check = CHECKS.indexOf(Character.toUpperCase(text.charAt(SHORT + i / CHUNK)));
            if (check >= 0 && (check >> (i % CHUNK) & 1) == 1) {
                restored[i] = Character.toUpperCase(restored[i]);
            }
        }
        String suffix = text.substring(SHORT).toUpperCase(Locale.ROOT);
        // A bit that is set for a digit fails here: the checksum of the restored letters differs.
        return parse(String.valueOf(restored, 0, SHORT) + suffix, path);
    }

    /** The form with 15 characters, in which case counts. */
    public String shortForm() {
        return value.substring(0, SHORT);
    }

    /** The first three characters, which tell the kind of record: {@code 001} is an account, {@code 006} an opportunity. */
    public String keyPrefix() {
        return value.substring(0, 3);
    }

    /** Returns the typed id with the 18 characters as its text, for example {@code as(AccountId::of)}. */
    public <I> I as(Function<? super String, ? extends I> type) {
        return type.apply(value);
    }

    @Override
    public int compareTo(SalesforceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<Finding> problem(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        if (text.length() != SHORT && text.length() != LONG) {
            return problem(
                    "length",
                    shown,
                    "Salesforce id '" + shown + "' has " + text.length() + " characters instead of 15 or 18.",
                    "Maybe the column holds another kind of id.");
        }
        if (!isAlphanumeric(text)) {
            return problem(
                    "character",
                    shown,
                    "Salesforce id '" + shown + "' has characters other than letters and digits.",
                    "Maybe the cell has spaces around the id.");
        }
        String expected = checksum(text);
        if (text.length() == LONG && !text.endsWith(expected)) {
            return problem(
                    "checksum",
                    shown,
                    "Salesforce id '" + shown + "' ends with " + text.substring(SHORT) + ", but its letters give "
                            + expected + ".",
                    "Maybe a spreadsheet changed upper and lower case.");
        }
        return Optional.empty();
    }

    private static Optional<Finding> problem(String problem, String text, String message, String remedy) {
        return Optional.of(Finding.error("crm.salesforceId." + problem, "", message)
                .withEvidence(ImmutableMap.of("value", text))
                .maybe(remedy));
    }

    private static String checksum(String text) {
        StringBuilder checksum = new StringBuilder();
        for (int chunk = 0; chunk < SHORT; chunk += CHUNK) {
            int bits = 0;
            for (int i = 0; i < CHUNK; i++) {
                char c = text.charAt(chunk + i);
                bits |= (c >= 'A' && c <= 'Z' ? 1 : 0) << i;
            }
            checksum.append(CHECKS.charAt(bits));
        }
        return checksum.toString();
    }

    private static boolean isAlphanumeric(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    }
}
