package io.salesops.core.testkit;

import io.salesops.core.finding.Checked;
import io.salesops.core.json.SalesOpsJson;

/** The laws of JSON, for any value of a model; each throws an AssertionError that shows the text. */
public final class JsonLaws {
    private JsonLaws() {}

    /** What is written reads back equal, is written the same again, and its formatted text means the same. */
    public static <T> void roundTrips(T value, Class<T> type) {
        String text = SalesOpsJson.write(value);
        require(value, SalesOpsJson.read(text, type), text);
        require(value, SalesOpsJson.read(SalesOpsJson.writePretty(value), type), text);
        String again = SalesOpsJson.write(SalesOpsJson.read(text, type).orThrow());
        if (!again.equals(text)) {
            throw new AssertionError("written twice, the text differs: " + text + " and " + again);
        }
    }

    /** Values that are equal have the same text and the same fingerprint, in whatever order they were put together. */
    public static void sameText(Object first, Object second) {
        if (!first.equals(second)) {
            throw new AssertionError("the values differ: " + first + " and " + second);
        }
        if (!SalesOpsJson.write(first).equals(SalesOpsJson.write(second))
                || !SalesOpsJson.fingerprint(first).equals(SalesOpsJson.fingerprint(second))) {
            throw new AssertionError(
                    "equal values have two texts: " + SalesOpsJson.write(first) + " and " + SalesOpsJson.write(second));
        }
    }

    private static <T> void require(T value, Checked<T> read, String text) {
        if (!read.value().filter(value::equals).isPresent()) {
            throw new AssertionError("read back as " + read + " instead of " + value + " from " + text);
        }
    }
}
