package io.salesops.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testdata.GoldenDocuments;
import io.salesops.core.time.AsOf;
import io.salesops.quote.billing.BillingPolicy;
import io.salesops.quote.billing.BillingScheduler;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.compliance.ComplianceChecker;
import io.salesops.quote.compliance.PolicyPack;
import io.salesops.quote.document.Contract;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import io.salesops.quote.revenue.RevenuePolicy;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Law E3 for the documents of this module. */
class DocumentsTest {
    private static final Class<?>[] DOCUMENTS = {
        Catalog.class,
        PriceBook.class,
        PricingPolicy.class,
        PolicyPack.class,
        Contract.class,
        Quote.class,
        BillingPolicy.class,
        RevenuePolicy.class
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
        PriceBook book = GoldenDocuments.read(PriceBook.class);
        PriceBook behindIt = book.withId("global-list").withDerivedFrom(Optional.empty());
        QuotePricer pricer = QuotePricer.of(
                GoldenDocuments.read(Catalog.class), GoldenDocuments.read(PricingPolicy.class), book, behindIt);
        PricedQuote priced = pricer.price(GoldenDocuments.read(Quote.class), AsOf.date("2026-03-31"))
                .orThrow();
        assertThat(SalesOpsJson.read(SalesOpsJson.write(priced), PricedQuote.class)
                        .orThrow())
                .isEqualTo(priced);
        assertThat(BillingScheduler.check(GoldenDocuments.read(BillingPolicy.class)))
                .isEmpty();
        assertThat(ComplianceChecker.check(GoldenDocuments.read(PolicyPack.class)))
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
