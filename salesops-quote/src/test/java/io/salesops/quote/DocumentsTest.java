package io.salesops.quote;

import io.salesops.core.testdata.GoldenDocuments;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.compliance.PolicyPack;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Law E3 for the documents of this module. */
class DocumentsTest {
    private static final Class<?>[] DOCUMENTS = {Catalog.class, PriceBook.class, PricingPolicy.class, PolicyPack.class};

    @TestFactory
    Stream<DynamicNode> documents() {
        return GoldenDocuments.tests(DOCUMENTS);
    }

    @Test
    void everyDocumentIsTested() throws Exception {
        GoldenDocuments.namesEveryDocument(DOCUMENTS);
    }
}
