package io.salesops.core;

import io.salesops.core.io.CrmMapping;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.Survivorship;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.quality.QualityRules;
import io.salesops.core.testdata.GoldenDocuments;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Law E3 for the documents of this module. */
class DocumentsTest {
    private static final Class<?>[] DOCUMENTS = {
        CrmMapping.class, MatchModel.class, Survivorship.class, QualityRules.class, SalesProcess.class
    };

    @TestFactory
    Stream<DynamicNode> documents() {
        return GoldenDocuments.tests(DOCUMENTS);
    }

    @Test
    void everyDocumentIsTested() throws Exception {
        GoldenDocuments.namesEveryDocument(DOCUMENTS);
    }
}
