package io.salesops.core.finding;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** Bad data that a caller chose not to inspect; carries every finding. */
public final class FindingsException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LISTED = 100;

    private final transient ImmutableList<Finding> findings;

    /** Creates the exception; the message lists the first hundred findings, one a line. */
    public FindingsException(Iterable<Finding> findings) {
        this(ImmutableList.copyOf(findings));
    }

    private FindingsException(ImmutableList<Finding> findings) {
        super(
                findings.size() == 1
                        ? findings.get(0).text()
                        : findings.size() + " findings:\n"
                                + findings.stream()
                                        .limit(LISTED)
                                        .map(finding -> "  " + finding.text())
                                        .collect(Collectors.joining("\n"))
                                + (findings.size() > LISTED ? "\n  and " + (findings.size() - LISTED) + " more" : ""));
        this.findings = findings;
    }

    /** Every finding. */
    public ImmutableList<Finding> findings() {
        return findings;
    }
}
