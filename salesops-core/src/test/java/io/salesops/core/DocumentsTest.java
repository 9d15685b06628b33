package io.salesops.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Severity;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.LeadMatcher;
import io.salesops.core.match.LeadMatchingRules;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchRule;
import io.salesops.core.match.MergePlan;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.match.RuleMatcher;
import io.salesops.core.match.Survivorship;
import io.salesops.core.process.ProcessAuditor;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.quality.QualityChecker;
import io.salesops.core.quality.QualityRules;
import io.salesops.core.testdata.GoldenDocuments;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Law E3 for the documents of this module. */
class DocumentsTest {
    private static final Class<?>[] DOCUMENTS = {
        CrmMapping.class,
        MatchModel.class,
        LeadMatchingRules.class,
        MatchRule.class,
        MergePlan.class,
        Survivorship.class,
        QualityRules.class,
        SalesProcess.class
    };

    @TestFactory
    Stream<DynamicNode> documents() {
        return GoldenDocuments.tests(DOCUMENTS);
    }

    @Test
    void everyDocumentIsTested() throws Exception {
        GoldenDocuments.namesEveryDocument(DOCUMENTS);
    }

    /** A document that no engine takes would be a poor example. */
    @Test
    void theEnginesTakeTheGoldenDocuments() throws Exception {
        assertThat(CrmImporter.check(GoldenDocuments.read(CrmMapping.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(Deduplicator.check(GoldenDocuments.read(MatchModel.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(LeadMatcher.check(GoldenDocuments.read(LeadMatchingRules.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(RuleMatcher.check(GoldenDocuments.read(MatchRule.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(MergePlanner.check(GoldenDocuments.read(Survivorship.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(QualityChecker.check(GoldenDocuments.read(QualityRules.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(ProcessAuditor.check(GoldenDocuments.read(SalesProcess.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
