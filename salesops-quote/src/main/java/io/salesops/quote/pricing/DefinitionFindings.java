package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with definitions, each finding with the document that it is about. Not thread-safe. */
final class DefinitionFindings {
    private final List<Finding> findings = new ArrayList<>();
    private String document = "";

    /** What is added from now on is about this document. */
    void about(String kind, String id, String version) {
        document = kind + " " + id + " " + version;
    }

    void add(Finding finding) {
        findings.add(
                document.isEmpty()
                        ? finding
                        : Finding.builder()
                                .from(finding)
                                .putEvidence("document", document)
                                .build());
    }

    void error(String code, String path, String message) {
        add(Finding.error(code, path, message));
    }

    void error(String code, String path, String message, String remedy) {
        add(Finding.error(code, path, message).maybe(remedy));
    }

    ImmutableList<Finding> all() {
        return ImmutableList.copyOf(findings);
    }
}
