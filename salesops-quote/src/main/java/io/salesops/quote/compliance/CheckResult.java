package io.salesops.quote.compliance;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;

/**
 * What one check found on one quote.
 *
 * @param check the check
 * @param measured what came nearest to its limit, or went farthest beyond it, in words
 * @param breaches one finding for each line, or for the quote, that breaks the limit; empty where the check passed
 */
public record CheckResult(PolicyCheck check, String measured, ImmutableList<Finding> breaches) {

    /** Whether nothing breaks the limit. */
    public boolean passed() {
        return breaches.isEmpty();
    }
}
