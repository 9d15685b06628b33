package io.salesops.core.finding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.Serializable;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bad data that a caller chose not to inspect; carries every finding. */
public final class FindingsException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LISTED = 100;

    // Exceptions cross Java serialization and findings do not, so their parts are kept.
    private final ImmutableList<Written> written;

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
        this.written = findings.stream().map(Written::of).collect(ImmutableList.toImmutableList());
    }

    /** Every finding. */
    public ImmutableList<Finding> findings() {
        return written.stream().map(Written::finding).collect(ImmutableList.toImmutableList());
    }

    /** A finding as Java serialization takes it. */
    private record Written(
            Severity severity,
            String code,
            String path,
            String message,
            ImmutableMap<String, String> evidence,
            @Nullable String remedy,
            @Nullable String source,
            long line,
            int column)
            implements Serializable {

        static Written of(Finding finding) {
            return new Written(
                    finding.severity(),
                    finding.code(),
                    finding.path(),
                    finding.message(),
                    finding.evidence(),
                    finding.remedy().orElse(null),
                    finding.location().map(Location::source).orElse(null),
                    finding.location().map(Location::line).orElse(1L),
                    finding.location().map(Location::column).orElse(1));
        }

        Finding finding() {
            Finding.Builder finding = Finding.builder()
                    .severity(severity)
                    .code(code)
                    .path(path)
                    .message(message)
                    .evidence(evidence)
                    .remedy(Optional.ofNullable(remedy));
            if (source != null) {
                finding.location(new Location(source, line, column));
            }
            return finding.build();
        }
    }
}
