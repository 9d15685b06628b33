package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;

/**
 * A JSON text with one fault.
 *
 * @param text the text
 * @param fault what is wrong
 * @param path where, as a JSON pointer
 */
public record FaultyDocument(String text, DocumentFault fault, String path) {

    /** Throws an AssertionError unless reading the text as the type finds the fault at its place, and nothing else. */
    public void isRefusedAs(Class<?> type) {
        ImmutableList<Finding> findings = SalesOpsJson.read(text, type).findings();
        boolean found = findings.size() == 1
                && findings.get(0).code().equals(fault.code())
                && findings.get(0).path().equals(path);
        if (!found) {
            throw new AssertionError(
                    "expected " + fault.code() + " at '" + path + "', found " + findings + " in " + text);
        }
    }
}
